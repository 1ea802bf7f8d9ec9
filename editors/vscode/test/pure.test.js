// What the extension decides by itself, without VS Code.
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { candidates, findCommand } = require("../out/command.js");
const { initializationOptions, ruleOf } = require("../out/options.js");
const { asMarkdown, statusOf } = require("../out/result.js");

test("the command that is set is taken, and no other is tried", () => {
  const found = findCommand(["/opt/reportlint", "lsp"], [], () => assert.fail("tried"));
  assert.deepEqual(found, { command: "/opt/reportlint", args: ["lsp"] });
});

test("the PATH comes first, then Python with the module", () => {
  assert.deepEqual(candidates([]).map((c) => c.command), ["reportlint", "python3", "python"].slice(0, candidates([]).length));
  assert.equal(findCommand([], [], (c) => c.command === "python3")?.args.join(" "), "-m reportlint lsp");
  assert.equal(findCommand([], [], () => false), undefined);
});

test("a rule's address holds a code and nothing else", () => {
  assert.equal(ruleOf("/rule/VD003"), "VD003");
  assert.equal(ruleOf("/rule/../../etc"), undefined);
});

test("the server learns how rules are linked and who asks for reasons", () => {
  const options = initializationOptions((key) => (key === "lang" ? "en" : undefined), "vscode", "reportlint.reportlint");
  assert.equal(options.rulePage, "vscode://reportlint.reportlint/rule/{code}");
  assert.equal(options.suppressCommand, "reportlint.suppressWithReason");
  assert.equal(options.lang, "en");
});

test("a Word file's findings become a page in which nothing of the file is markup", () => {
  const finding = {
    code: "DC001", severity: "warning", message: "Có khoảng trắng trước dấu “,”.", quote: " ,",
    context: { before: "a <b> *c*", after: "[d](e)" }, section: "I/1", page: 2, paragraph: 7, fix: { title: "“ ,” → “,”" },
  };
  const text = asMarkdown({ path: "C:\\tmp\\bao-cao.docx", findings: [finding], unchecked: [] }, "vi");
  assert.match(text, /^# bao-cao.docx\n\n1 chỗ cần xem/);
  assert.match(text, /## ▲ DC001 · I\/1, đoạn 7, trang 2/);
  assert.ok(text.includes("a \\<b\\> \\*c\\*") && text.includes("\\[d\\](e)"));
});

test("the status line counts by severity", () => {
  assert.equal(statusOf([0, 0, 1, 2], "vi"), "Thể thức: 2 phải sửa, 1 nên sửa, 1 xem xét");
  assert.equal(statusOf([], "en"), "Report: clean");
});
