(() => {
  "use strict";
  const MAX_FILES = 30, MAX_BYTES = 50 * 1024 * 1024, AT_ONCE = 2;
  const $ = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const words = JSON.parse($("serve").dataset.words);
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const make = (tag, properties = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };
  const narrow = matchMedia("(max-width: 900px)");
  const reports = new Map();  // number → { name, bytes, tab, panel, states, can }: all there is, and only in this page
  let last = 0, active = null, running = 0, ended = false;
  const waiting = [];

  let hush = 0;
  function tell(text, bad = false) {
    clearTimeout(hush);
    if (text && !bad) hush = setTimeout(() => tell(""), 8000);
    $("said").textContent = text;
    $("said").className = bad ? "bad" : "";
  }

  // ------------------------------------------------------------------------------------------------ the server

  async function ask(task, report, more = {}) {
    const head = JSON.stringify({ name: report.name, ...more });
    let answer;
    try {
      answer = await fetch(task, { method: "POST", body: new Blob([head, "\n", report.bytes]) });
    } catch {
      throw new Error(words.gone);
    }
    if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).error ?? words.gone);
    return answer;
  }

  // ------------------------------------------------------------------------------------------------ files come in

  function take(files) {
    for (const file of files) {
      if (reports.size >= MAX_FILES) {
        tell(say("many", { n: MAX_FILES }), true);
        break;
      }
      const report = { number: ++last, name: file.name, file, states: new Map(), can: {} };
      reports.set(report.number, report);
      addTab(report);
      waiting.push(report);
    }
    $("start").hidden = reports.size > 0;
    $("desk").hidden = reports.size === 0;
    if (!reports.has(active) && reports.size) show(reports.get(Math.max(...reports.keys())));
    next();
  }

  function next() {
    while (running < AT_ONCE && waiting.length) {
      const report = waiting.shift();
      running += 1;
      check(report).finally(() => { running -= 1; next(); });
    }
  }

  async function check(report) {
    label(report, words.reading);
    try {
      if (report.file.size > MAX_BYTES) throw new Error(words.big);
      report.bytes = await report.file.arrayBuffer().catch(() => { throw new Error(words.unreadable); });
      report.file = null;
      const said = await (await ask("check", report, { number: report.number })).json();
      if (reports.has(report.number)) fill(report, said);
    } catch (error) {
      report.bytes = null;
      report.tab.classList.add("failed");
      label(report, words.failed);
      report.panel.replaceChildren(make("p", { className: "failure", role: "alert" }, `${report.name}: ${error.message}`));
    }
    if (active === report.number) show(report);
  }

  function fill(report, said) {
    const shell = document.createElement("template");
    shell.innerHTML = said.html;  // of our own renderer, which escapes all text; the policy lets no script in it run
    report.article = shell.content.querySelector("article");
    report.article.dataset.view = narrow.matches ? "findings" : "text";
    report.can = { annotate: said.annotate, fix: said.fix, sheet: true };
    for (const item of all(".findings li", report.article)) decidable(report, item);
    all(".filters", report.article).forEach((filters) => addStates(filters));
    report.panel.replaceChildren(report.article);
    const counts = ["error", "warning", "info"].filter((level) => said.counts[level]);
    report.tab.querySelector(".state").replaceChildren(
      ...(counts.length ? counts.map((level) => make("b", { className: level, title: words[level] }, String(said.counts[level]))) : [words.clean]));
    tell(say("checked", { name: report.name, n: all(".findings li", report.article).length }));
  }

  function addTab(report) {
    const tab = make("button", { type: "button", className: "file", id: `tab-${report.number}` },
      make("span", { className: "name", title: report.name }, report.name), make("span", { className: "state" }, words.waiting));
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", `panel-${report.number}`);
    tab.addEventListener("click", () => show(report));
    const close = make("button", { type: "button", className: "close", title: say("close", report) }, "×");
    close.setAttribute("aria-label", say("close", report));
    close.addEventListener("click", () => drop(report));
    report.tab = make("span", { className: "tab" }, tab, close);
    report.panel = make("div", { id: `panel-${report.number}`, hidden: true });
    report.panel.setAttribute("role", "tabpanel");
    report.panel.setAttribute("aria-labelledby", tab.id);
    $("files").append(report.tab);
    $("reports").append(report.panel);
  }

  const label = (report, text) => report.tab.querySelector(".state").replaceChildren(text);

  function drop(report) {
    reports.delete(report.number);
    if (waiting.includes(report)) waiting.splice(waiting.indexOf(report), 1);
    report.tab.remove();
    report.panel.remove();
    if (active === report.number) active = null;
    take([]);
    if (!reports.size) all("[data-pick]", $("start"))[0].focus();
  }

  function show(report) {
    active = report.number;
    for (const other of reports.values()) {
      const on = other === report;
      other.panel.hidden = !on;
      other.tab.classList.toggle("on", on);
      other.tab.querySelector("[role=tab]").setAttribute("aria-selected", String(on));
    }
    view(report.article?.dataset.view ?? "text");
    refresh(report);
  }

  function view(name) {
    const article = reports.get(active)?.article;
    if (article) article.dataset.view = name;
    for (const button of all(".views button")) {
      button.setAttribute("aria-pressed", String(button.dataset.view === name));
      button.disabled = !article;
    }
  }

  // ------------------------------------------------------------------------------------------------ deciding

  function decidable(report, item) {
    const fixable = ["safe", "ask"].includes(item.dataset.fix);
    const button = (state, text, key) => {
      const made = make("button", { type: "button" }, text);
      made.dataset.decide = state;
      made.setAttribute("aria-keyshortcuts", key);
      made.addEventListener("click", () => decide(report, item, state));
      return made;
    };
    item.append(make("p", { className: "decide" }, button("done", fixable ? words.accept : words.seen, "a"), button("out", words.ignore, "x")));
    mark(report, item, item.dataset.fix === "safe" ? "done" : "open");
  }

  function mark(report, item, state) {
    item.dataset.state = state;
    report.states.set(Number(item.id.split("-")[2]), { state, fixable: ["safe", "ask"].includes(item.dataset.fix) });
    for (const button of all("[data-decide]", item)) button.setAttribute("aria-pressed", String(button.dataset.decide === state));
    for (const place of all(`.text mark[data-f="${item.id.slice(2)}"]`, report.article)) place.dataset.state = state;
  }

  function decide(report, item, state) {
    mark(report, item, item.dataset.state === state ? "open" : state);
    report.article.dispatchEvent(new Event("change", { bubbles: true }));
    refresh(report);
  }

  function addStates(filters) {
    const row = make("div", {});
    for (const state of ["open", "done", "out"]) {
      const box = make("input", { type: "checkbox", checked: true });
      box.dataset.state = state;
      row.append(make("label", {}, box, ` ${words[state]}`));
    }
    filters.querySelector("p").before(row);
  }

  const numbers = (report, wanted) => [...report.states].filter(([, entry]) => wanted(entry)).map(([number]) => number);

  function refresh(report) {
    const accepted = numbers(report, (entry) => entry.state === "done" && entry.fixable).length;
    const decided = numbers(report, (entry) => entry.state !== "open").length;
    $("progress").textContent = report.states.size ? say("progress", { done: decided, all: report.states.size }) : "";
    $("repairs").textContent = report.can.fix ? `(${accepted})` : "";
    for (const button of all("[data-task]")) {
      const task = button.dataset.task;
      button.disabled = !report.can[task] || (task === "fix" && !accepted);
      const why = !report.article ? "" : !report.can[task] ? words[`no_${task}`] : button.disabled ? words.nothing_accepted : "";
      button.title = why;
    }
  }

  // ------------------------------------------------------------------------------------------------ downloads

  async function download(button) {
    const report = reports.get(active), task = button.dataset.task;
    button.setAttribute("aria-busy", "true");
    try {
      const answer = await ask(task, report, {
        ignored: numbers(report, (entry) => entry.state === "out"),
        accepted: numbers(report, (entry) => entry.state === "done" && entry.fixable),
      });
      const name = decodeURIComponent(answer.headers.get("Content-Disposition").split("''")[1]);
      const told = JSON.parse(answer.headers.get("X-Told"));
      const address = URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: answer.headers.get("Content-Type") }));
      make("a", { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60000);
      const left = task === "fix" ? Object.entries(told.left).map(([why, n]) => say("left", { n, why })) : [];
      tell([say(`made_${task}`, { name, ...told }), ...left].join(" "));
    } catch (error) {
      tell(error.message, true);
    }
    button.removeAttribute("aria-busy");
  }

  // ------------------------------------------------------------------------------------------------ events

  for (const button of all("[data-pick]")) button.addEventListener("click", () => $("chosen").click());
  $("chosen").addEventListener("change", () => { take([...$("chosen").files]); $("chosen").value = ""; });
  for (const button of all(".views button")) button.addEventListener("click", () => view(button.dataset.view));
  for (const button of all("[data-task]")) button.addEventListener("click", () => download(button));
  $("quit").addEventListener("click", async () => {
    if (reports.size && !confirm(words.leave)) return;
    await fetch("quit", { method: "POST" }).catch(() => null);
    ended = true;
    $("serve").replaceChildren(make("p", { className: "ended", role: "status" }, words.ended));
  });

  const carries = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (ended || !carries(event)) return;
    event.preventDefault();
    $("cover").hidden = false;
  });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget && !ended) $("cover").hidden = true; });
  addEventListener("drop", (event) => {
    if (ended || !carries(event)) return;
    event.preventDefault();
    $("cover").hidden = true;
    take([...event.dataTransfer.files]);
  });
  addEventListener("beforeunload", (event) => {
    const touched = [...reports.values()].some((report) => numbers(report, (e) => e.state === "out").length);
    if (touched && !ended) event.preventDefault();
  });

  // On a narrow screen text and list are two views: what is chosen in one is shown in the other.
  addEventListener("click", (event) => {
    if (!narrow.matches || event.target.closest("button, input")) return;
    if (event.target.closest(".text mark")) view("findings");
    else if (event.target.closest(".findings li")) view("text");
  }, true);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const tab = event.target.closest?.("[role=tab]");
    if (tab && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
      const tabs = all("[role=tab]");
      const to = tabs[(tabs.indexOf(tab) + (event.key === "ArrowRight" ? 1 : -1) + tabs.length) % tabs.length];
      to.click();
      to.focus();
      return;
    }
    const item = document.querySelector(`#panel-${active} .findings li.current:not([hidden])`);
    if (item && event.key === "a") decide(reports.get(active), item, "done");
    else if (item && event.key === "x") decide(reports.get(active), item, "out");
  });
})();
