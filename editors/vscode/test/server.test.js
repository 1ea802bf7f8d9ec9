// A headless client made of the protocol library that VS Code itself uses, with the options of the extension.
const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const { test } = require("node:test");
const rpc = require("vscode-languageserver-protocol/node");
const { initializationOptions } = require("../out/options.js");

const SERVER = (process.env.REPORTLINT_SERVER ?? "reportlint lsp").split(" ");
const URI = "untitled:bao-cao.md";
const TEXT = `# BÁO CÁO

Thực hiện Kế hoạch số 58-KH/HU ngày 15/12/2022 của Huyện ủy , Ủy ban nhân dân huyện báo cáo như sau.

1. Công tác 😀 tuyên truyền , phổ biến Kế hoạch số 58-KH/HU ngày 15/12/2022

Kế hoạch số 58-KH/HU ngày 15/11/2022 được **triển khai** đầy đủ.
`;

async function connect() {
  const process_ = spawn(SERVER[0], SERVER.slice(1), { stdio: ["pipe", "pipe", "inherit"] });
  const connection = rpc.createProtocolConnection(
    new rpc.StreamMessageReader(process_.stdout), new rpc.StreamMessageWriter(process_.stdin),
  );
  connection.listen();
  const settings = { lang: "vi", select: ["DC001", "VD003"], ignore: [], severity: {}, given: {}, debounce: 10, inlayHints: true };
  const answer = await connection.sendRequest(rpc.InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      general: { positionEncodings: ["utf-16"] },
      textDocument: { diagnostic: {} },
      workspace: { workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
    },
    initializationOptions: initializationOptions((key) => settings[key], "vscode", "reportlint.reportlint"),
  });
  await connection.sendNotification(rpc.InitializedNotification.type, {});
  await connection.sendNotification(rpc.DidOpenTextDocumentNotification.type, {
    textDocument: rpc.TextDocumentItem.create(URI, "markdown", 1, TEXT),
  });
  const leave = async () => {
    await connection.sendRequest(rpc.ShutdownRequest.type);
    await connection.sendNotification(rpc.ExitNotification.type);
    const code = await new Promise((done) => process_.on("exit", done));
    connection.dispose();
    return code;
  };
  return { connection, answer, leave };
}

/** Apply edits from the back, in UTF-16 as JavaScript counts. */
function applied(text, edits) {
  const lines = text.split("\n");
  const last = (e) => e.range.start.line * 10_000 + e.range.start.character;
  for (const { range, newText } of [...edits].sort((a, b) => last(b) - last(a))) {
    const line = lines[range.start.line];
    lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  }
  return lines.join("\n");
}

test("findings with links to their rules; fixes applied; a reason asked for; an orderly end", async () => {
  const { connection, leave } = await connect();
  const document = { uri: URI };
  const { items } = await connection.sendRequest(rpc.DocumentDiagnosticRequest.type, { textDocument: document });
  console.log("diagnostics:", items.map((d) => `${d.code} ${JSON.stringify(d.range)}`));
  assert.deepEqual(items.map((d) => d.code), ["DC001", "DC001", "VD003"]);
  assert.equal(items[2].codeDescription.href, "vscode://reportlint.reportlint/rule/VD003");
  assert.equal(items[2].relatedInformation[0].location.uri, URI);

  const range = items[1].range;
  const actions = await connection.sendRequest(rpc.CodeActionRequest.type, {
    textDocument: document, range, context: { diagnostics: items },
  });
  console.log("actions:", actions.map((a) => a.title));
  const text = applied(TEXT, actions[0].edit.documentChanges[0].edits);
  console.log("text after:", text.split("\n")[4]);
  assert.ok(text.includes("😀 tuyên truyền, phổ biến"));
  const suppress = actions.find((a) => a.command?.command === "reportlint.suppressWithReason");
  assert.deepEqual(suppress.command.arguments.slice(0, 2), [URI, "DC001"]);

  const sent = new Promise((done) => {
    connection.onRequest(rpc.ApplyWorkspaceEditRequest.type, (params) => (done(params.edit), { applied: true }));
  });
  await connection.sendRequest(rpc.ExecuteCommandRequest.type, {
    command: "reportlint.suppress", arguments: [...suppress.command.arguments, "theo mẫu của tỉnh"],
  });
  const edit = (await sent).documentChanges[0].edits[0];
  assert.equal(edit.newText, " <!-- reportlint: bỏ qua DC001: theo mẫu của tỉnh -->");

  const page = await connection.sendRequest(rpc.ExecuteCommandRequest.type, { command: "reportlint.rulePage", arguments: ["VD003", false] });
  assert.match(page.markdown, /^# VD003/);
  assert.equal(await leave(), 0);
});
