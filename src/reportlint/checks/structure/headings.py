"""Headings: empty sections, headings unlike their siblings, sections that a report of results usually has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.structure.siblings import has_content, sibling_lists
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.outline.sections import Section
    from reportlint.report import Report
    from reportlint.rule import Rule

MAX_MARK = 60
LONG = 150
MAX_TITLE = 260
_RUN_IN = re.compile(
    r":\s*\S|[Pp]hụ lục|đính kèm|kèm theo|[Kk]hông (?:có|phát sinh)|[Cc]hưa (?:có|phát sinh)|\bKhông\.?$"
)
_RESULTS = re.compile(
    r"kết quả|tình hình (?:triển khai|thực hiện)|công tác chỉ đạo|công tác lãnh đạo", re.IGNORECASE
)
_TASKS = re.compile(
    r"phương hướng|nhiệm vụ|giải pháp|kế hoạch .{0,30}(?:thời gian|năm|quý|tháng) ", re.IGNORECASE
)
_SHORTCOMINGS = re.compile(
    r"hạn chế|tồn tại|khó khăn|vướng mắc|nguyên nhân|bất cập|yếu kém|khuyết điểm|đánh giá chung|nhận xét chung|tự đánh giá|bài học",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\W*(?:Tuy nhiên|Bên cạnh (?:những|các) kết quả|Bên cạnh đó, .{0,40}(?:còn|hạn chế)|Một số (?:hạn chế|tồn tại|khó khăn)|(?:Về )?(?:hạn chế|tồn tại|khó khăn))",
    re.IGNORECASE,
)


def empty(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a heading with nothing under it, where its siblings have something; mark number and beginning of the title."""
    if not report.identity.kind and report.identity.state != "excerpt":
        return  # forms leave room under a heading for a hand
    for listed in sibling_lists(report):
        bare = [s for s in listed if s.heading and not has_content(report, s)]
        full = [s for s in listed if has_content(report, s)]
        for section in bare:
            text = report.document.text[section.title_start : section.title_end]
            alone = section.scheme == "roman" and section.level == 1
            if (
                not text.strip()
                or _RUN_IN.search(text)
                or not (alone or (full and len(bare) <= len(full) and _same(section, full)))
            ):
                continue
            end = _cut(report, section.number_start, section.title_end)
            args = {"found": report.document.text[section.number_start : end].rstrip(" ,;")}
            yield Hit(section.number_start, end, args)


def _same(section: Section, full: list[Section]) -> bool:
    """Items of a list of bare names are no headings; beside headings with text they are."""
    return all(s.heading for s in full) or len(full) > 1


def _cut(report: Report, start: int, end: int) -> int:
    """End a mark at a word, within `MAX_MARK`."""
    if end - start <= MAX_MARK:
        return end
    stop = report.document.text.rfind(" ", start, start + MAX_MARK)
    return stop if stop > start else start + MAX_MARK


_MONTHLY = re.compile(r"\b[Tt](?:háng|uần)(?: thứ)? (?:0?[1-9]|1[0-2])\b")
"""A report of a month or a week, which may say what was done and what comes next, and no more."""


def missing_section(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a report of results that goes on to tasks without a word on shortcomings; mark the heading of the tasks."""
    top = [s for s in report.outline.sections if s.level == 1 and s.scheme in {"roman", "part"} and s.heading]
    titles = [report.document.text[s.title_start : s.title_end] for s in top]
    tasks = next((i for i, t in enumerate(titles) if _TASKS.search(t)), None)
    if report.identity.kind != "BC" or not tasks or not any(_RESULTS.search(t) for t in titles[:tasks]):
        return
    subject = report.outline.text("subject")
    if (
        _SHORTCOMINGS.search(subject)
        or _MONTHLY.search(subject)
        or _speaks_of_shortcomings(report, top[tasks].block)
    ):
        return
    section = top[tasks]
    end = _cut(report, section.number_start, section.title_end)
    yield Hit(
        section.number_start, end, {"found": report.document.text[section.number_start : end].rstrip(" ,;")}
    )


def _speaks_of_shortcomings(report: Report, before: int) -> bool:
    text = report.document.text
    if any(
        s.heading and _SHORTCOMINGS.search(text[s.title_start : s.title_end][:200])
        for s in report.outline.sections
        if s.level < 3
    ):
        return True
    blocks = report.document.blocks[report.outline.body[0] : before]
    return any(_PROSE.match(text, b.start, b.end) for b in blocks) or any(
        not s.heading and _SHORTCOMINGS.search(text[s.title_start : s.title_end][:60])
        for s in report.outline.sections
    )


def untitled(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a numbered paragraph without a title beside siblings that have one; mark the number and two words."""
    if report.identity.kind not in {"BC", ""}:
        return
    for listed in sibling_lists(report):
        titled = [s for s in listed if s.heading and has_content(report, s)]
        if not titled or listed[0].scheme not in {"arabic", "decimal"}:
            continue
        dotted = any(_dotted_title(report, s, LONG) for s in listed)
        for section in listed:
            text = report.document.text[section.title_start : section.title_end]
            if (
                section.heading
                or (dotted and _dotted_title(report, section, MAX_TITLE))
                or len(text) < LONG
                or text[-1] not in ".;:"
                or ":" in re.split(r"\.\s", text, maxsplit=1)[0][:-1]
            ):
                continue
            if report.document.styled("bold", section.title_start, section.title_start + 30):
                continue  # a title in bold runs into the paragraph
            words = text.split(" ", 2)
            end = section.title_start + len(" ".join(words[:2]))
            yield Hit(
                section.number_start,
                end,
                {"found": _label(report, section), "titled": _label(report, titled[0])},
            )


def _dotted_title(report: Report, section: Section, longest: int) -> bool:
    """Tell whether a numbered paragraph is a title with a full stop behind it: one sentence, not too long, and text below."""
    text = report.document.text[section.title_start : section.title_end]
    return not section.heading and len(text) < longest and ". " not in text and has_content(report, section)


def final_dot(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a full stop behind a heading whose siblings have none."""
    for listed in sibling_lists(report):
        bold = [s for s in listed if s.heading]
        dotted = [s for s in bold if _dotted(report, s)]
        if not dotted or len(bold) < 3 or len(dotted) * 3 > len(bold):
            continue
        for section in dotted:
            end = section.title_end
            edit = Edit(end - 1, end, "")
            yield Hit(
                end - 1,
                end,
                {
                    "found": report.document.text[
                        section.number_start : _cut(report, section.number_start, end)
                    ]
                },
                (edit,),
            )


def _dotted(report: Report, section: Section) -> bool:
    text = report.document.text[section.title_start : section.title_end]
    return text.endswith(".") and not text.endswith(("..", "./.", "v.v."))


def top_case(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a heading of the first level that is not in capitals."""
    for section in report.outline.sections:
        text = report.document.text[section.title_start : section.title_end]
        if section.level == 1 and section.scheme == "roman" and section.heading and text != text.upper():
            end = _cut(report, section.number_start, section.title_end)
            edit = Edit(section.title_start, section.title_end, text.upper())
            yield Hit(section.number_start, end, {"found": _label(report, section)}, (edit,))


def _label(report: Report, section: Section) -> str:
    return report.document.text[section.number_start : section.number_end].strip()
