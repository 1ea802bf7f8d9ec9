(() => {
  "use strict";
  document.documentElement.classList.add("js");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  // Looked up when needed, since `reportlint serve` puts reports in and takes them out.
  const itemOf = (id) => document.getElementById(`f-${id}`);
  const marksOf = (id) => all(`.text mark[data-f~="${id}"]`);
  let current = null;

  const chosen = (report, kind) => new Set(all(`input[data-${kind}]:checked`, report).map((box) => box.dataset[kind]));

  function filter(report) {
    const severities = chosen(report, "severity"), families = chosen(report, "family");
    const states = chosen(report, "state"), hidden = new Set();
    let shown = 0;
    for (const item of all(".findings li", report)) {
      item.hidden = !severities.has(item.dataset.severity) || !families.has(item.dataset.family) ||
        Boolean(item.dataset.state && !states.has(item.dataset.state));
      if (item.hidden) hidden.add(item.id.slice(2));
      else shown += 1;
    }
    for (const mark of all(".text mark", report)) {
      mark.classList.toggle("off", mark.dataset.f.split(" ").every((id) => hidden.has(id)));
    }
    const count = report.querySelector(".count");
    if (count) count.textContent = String(shown);
  }

  function select(item, scroll = "mark") {
    if (!item) return;
    for (const old of all(".current")) old.classList.remove("current");
    current = item;
    const id = item.id.slice(2);
    item.classList.add("current");
    const marks = marksOf(id);
    for (const mark of marks) mark.classList.add("current");
    if (scroll === "mark") marks[0]?.scrollIntoView({ block: "center" });
    item.scrollIntoView({ block: "nearest" });
    item.focus({ preventScroll: true });
  }

  function step(by) {
    const shown = all(".findings li").filter((item) => !item.hidden && item.offsetParent !== null);
    if (!shown.length) return;
    const at = shown.indexOf(current);
    select(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length]);
  }

  function theme() {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  }

  function open() {
    const reports = all(".report");
    if (reports.length < 2 && !document.getElementById("index")) return;
    const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    const wanted = target?.closest(".report") ?? null;
    for (const report of reports) report.classList.toggle("shown", report === wanted);
    document.body.classList.toggle("one", wanted !== null);
    if (wanted && target) target.scrollIntoView();
  }

  addEventListener("change", (event) => {
    const report = event.target.closest(".report");
    if (report) filter(report);
  });
  addEventListener("click", (event) => {
    if (event.target.closest("button, input")) return;
    const item = event.target.closest(".report .findings li");
    const mark = event.target.closest(".report .text mark");
    if (item) select(item);
    else if (mark) select(mark.dataset.f.split(" ").map(itemOf).find((found) => found && !found.hidden), "list");
  });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.("input[type=text]")) return;
    const boxes = () => all('input[data-severity]').filter((box) => box.offsetParent !== null);
    const names = { 1: "error", 2: "warning", 3: "info" };
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "Enter" && event.target.matches?.(".findings li")) select(event.target);
    else if (event.key === "t") theme();
    else if (names[event.key]) for (const box of boxes()) { if (box.dataset.severity === names[event.key]) box.click(); }
    else return;
    event.preventDefault();
  });
  document.getElementById("theme")?.addEventListener("click", theme);
  document.getElementById("print")?.addEventListener("click", () => print());
  addEventListener("hashchange", open);
  open();
})();
