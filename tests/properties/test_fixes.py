"""The promise on fixes, over generated reports and over all shared ones."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlint import writers
from reportlint.findings import Finding
from reportlint.fixes import Repair, Shift, apply_edits, choose, verdict
from reportlint.fixes.applying import conflict, trimmed, whole_words
from reportlint.fixes.choosing import all_applicable, edits_of
from reportlint.loaders import load_bytes
from reportlint.pipeline import read_report
from reportlint.result import Result
from reportlint.rule import Edit, Rule, Source
from reportlint.said import in_language
from reportlint.settings import Settings
from reportlint.writers.repairing import Repaired, repair
from reportlint.writers.text import source_edit

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "reports"
QUIET = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
SENTENCES = (
    "UBND huyện đã đã triển khai Kế hoạch số 95/KH-UBND ngày 18/5/2023 của UBND tỉnh",
    "Thực hiện  Kết luận số 14-KL/TW ngày 22/9/2021 của Bộ Chính trị , các các cơ quan đã làm",
    "đạt 99,66% (5.381/5.399 hồ sơ) ;tăng 1.250 triệu đồng", "Đồng chí Nguyễn Thị Hoà, Phó Chủ tịch  UBND huyện Hoà Vang",
    "quy định tại Khoản 2 Điều 8 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
    'theo "Quy chế làm việc" và “Đề án  06”', "mở 12lớp bồi dưỡng; văn hoá, văn hóa, khoá học, khóa học", "I. KẾT QUẢ THỰC HIỆN",
    "1. Công tác cải cách hành chính", "- Triển khai thực hiện,phối hợp", "**Tồn tại** , hạn chế:", "các xã, thị trấn.. Bên cạnh đó",
    "ngày 05 tháng 6  năm 2023", "số:  12/BC-UBND", "TM. ỦY BAN NHÂN DÂN", "Nơi nhận:", "- Lưu: VT,VP.",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=10)
DIGIT = re.compile(r"\d")
NAME = re.compile(r"(?<=[^\W\d_] )[^\W\d_]+")


def promised(done: Repaired) -> None:
    """What holds of every safe fixing."""
    before, after = done.before, done.after
    old, new = before.report.document.text, after.report.document.text
    assert DIGIT.findall(old) == DIGIT.findall(new)
    assert dates(before) == dates(after)
    assert capitals(old) == capitals(new)
    codes = [Counter(f.code for f in result.findings) for result in (before, after)]
    assert not codes[1] - codes[0], "a fix made a new finding"
    if not done.repairs:
        assert old == new


def dates(result: Result) -> list[str]:
    """Return the dates as written, but for blanks."""
    return ["".join(date.text.split()) for date in result.report.facts.dates]


def capitals(text: str) -> list[str]:
    """Return the words with a capital that open no sentence: names, and what might be one."""
    found = [m.group() for m in NAME.finditer(" ".join(text.split())) if m.group()[0].isupper()]
    return [word for word in found if word not in {"Khoản", "Điểm", "Điều"}]


@QUIET
@given(
    TEXTS,
    st.sampled_from([" ", ". ", "\n", "\n\n"]),
    st.sampled_from(["md", "txt"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_safe_fixes_keep_the_promise(texts: list[str], joint: str, kind: str, end: str) -> None:
    source = joint.join(texts) + "\n"
    data = source.replace("\n", end).encode()
    name = f"a.{kind}"
    done = repair(data, name, Settings())
    promised(done)
    assert repair(done.data, name, Settings()).data == done.data, "fixing twice is not fixing once"
    if not done.repairs:
        assert done.data == data
    assert done.data.count(b"\r\n") == data.count(b"\r\n")


def test_shared_reports_keep_the_promise() -> None:
    paths = [*SHARED.glob("*/report.*"), *SHARED.glob("real/*.docx"), *ROOT.glob("tests/documents/*")]
    if not paths:
        pytest.skip("the shared reports are not here")
    for path in sorted(paths):
        data = path.read_bytes()
        done = repair(data, path.name, Settings())
        codes = [Counter(f.code for f in result.findings) for result in (done.before, done.after)]
        old, new = done.before.report.document.text, done.after.report.document.text
        assert not codes[1] - codes[0], path
        assert DIGIT.findall(old) == DIGIT.findall(new), path
        assert dates(done.before) == dates(done.after), path
        assert repair(done.data, path.name, Settings()).data == done.data, path
        assert (done.data == data) == (not done.repairs), path


def made(text: str, start: int, end: int, *edits: Edit, code: str = "CT901", fix: str = "safe") -> Finding:
    rule = Rule(code, "made", "t", "t", "m", "m", "warning", "certain", fix, "tập quán", Source(), "x:y")  # type: ignore[arg-type]
    return Finding(rule, start, end, "warning", "certain", "m", "m", text[start:end], "", "", "", (), edits)


TEXT = "UBND huyện đã đã làm **rất tốt** việc  này.\n\nNgày 05/3/2023, Hoà nói: “hoá ra”.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
PLACES = st.tuples(
    st.integers(-2, 90), st.integers(0, 9), st.sampled_from(["", " ", "X", "hai từ", "12", "một\nhai"])
)


@QUIET
@given(st.lists(PLACES, max_size=12), st.randoms(use_true_random=False))
def test_choice_does_not_depend_on_the_order(places: list[tuple[int, int, str]], dice: Random) -> None:
    report = read_report(load_bytes(TEXT.encode(), "a.md"))
    text = report.document.text
    findings = [
        made(
            text, max(s, 0), max(s, 0) + n, Edit(s, s + n, new), code=f"CT9{i:02}", fix=("safe", "ask")[i % 2]
        )
        for i, (s, n, new) in enumerate(places)
    ]
    plan = choose(report, findings, all_applicable)
    shuffled = list(findings)
    dice.shuffle(shuffled)
    assert choose(report, shuffled, all_applicable) == plan
    edits = plan.edits
    assert not any(conflict(one, other) for one in edits for other in edits)
    for entry in plan.repairs:
        assert verdict(entry.finding, report).policy != "never"
        assert "\n" not in text[entry.edits[0].start : entry.edits[0].end], "an edit across paragraphs"


@QUIET
@given(st.lists(PLACES, min_size=1, max_size=8))
def test_text_outside_the_edits_is_identical(places: list[tuple[int, int, str]]) -> None:
    document = load_bytes(TEXT.encode(), "a.md")
    findings = [
        made(document.text, max(s, 0), max(s, 0) + n, Edit(s, s + n, new), fix="ask") for s, n, new in places
    ]
    plan = choose(read_report(document), findings, all_applicable)
    applied = writers.fix(TEXT.encode(), document, plan.repairs)
    edits = [source_edit(edit, document) for edit in edits_of(applied.repairs)]
    assert all(isinstance(edit, Edit) for edit in edits)
    between, at, source = [], 0, applied.data.decode()
    for edit in sorted(e for e in edits if isinstance(e, Edit)):
        between.append(TEXT[at : edit.start])
        at = edit.end
    for piece in [*between, TEXT[at:]]:  # every stretch between the edits is still there, in the same order
        where = source.index(piece)
        source = source[where + len(piece) :]
    assert not source
    shown = load_bytes(applied.data, "a.md").text
    assert shown.split() == apply_edits(document.text, edits_of(applied.repairs)).split()


@QUIET
@given(st.text("ab 1/", min_size=1, max_size=20), st.data())
def test_smaller_edits_do_the_same(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edit = Edit(start, end, data.draw(st.text("ab 1/", max_size=6)))
    wanted = apply_edits(text, [edit])
    for smaller in (trimmed(edit, text), whole_words(edit, text)):
        assert apply_edits(text, [smaller]) == wanted
        assert edit.start <= smaller.start <= smaller.end <= edit.end


@QUIET
@given(
    st.text("abc ", min_size=5, max_size=30),
    st.lists(st.tuples(st.integers(0, 25), st.integers(0, 4), st.text("xyz", max_size=3)), max_size=4),
)
def test_offsets_shift_with_the_text(text: str, raw: list[tuple[int, int, str]]) -> None:
    edits: list[Edit] = []
    for start, length, new in raw:
        edit = Edit(min(start, len(text)), min(start + length, len(text)), new)
        if not any(conflict(edit, other) for other in edits):
            edits.append(edit)
    after, shift = apply_edits(text, edits), Shift(edits)
    for at in range(len(text)):
        if not any(e.start <= at < e.end for e in edits):
            assert after[shift(at)] == text[at]


@pytest.mark.parametrize(
    ("text", "old", "new", "why"),
    [
        ("Chi 1.250 triệu đồng", "1.250", "1,250", "số liệu"),
        ("đạt 99 ,5 phần trăm", "99 ,", "99,", "số liệu"),
        ("ngày 5/3/2023 họp", "5/3", "05/3", "số liệu"),
        ("Kết luận số 14-KL/TW ngày 5/3/2023", "KL", "KH", "ký hiệu"),
        ("gặp ông Nguyễn Văn Hoà hôm nay", "Hoà", "Hòa", "tên riêng"),
        ("tại huyện Hoà Vang", "Hoà Vang", "Hoà vang", "tên riêng"),
        ("Công ty Công nghệ hoá Yên Bái", "hoá", "hóa", "tên riêng"),
        ("ghi là “đã đã làm” trong biên bản", "đã đã", "đã", "trích dẫn"),
        ("UBND UBND huyện", "UBND UBND", "UBND", "tên riêng"),
    ],
)
def test_guard_offers_what_it_would_not_do(text: str, old: str, new: str, why: str) -> None:
    report = read_report(load_bytes(text.encode(), "a.txt"))
    start = text.index(old)
    judged = verdict(made(text, start, start + len(old), Edit(start, start + len(old), new)), report)
    assert judged.policy == "ask"
    assert why in in_language(judged.reason, "vi")


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("UBND huyện đã đã làm", "đã đã", "đã"),
        ("theo Khoản 2 Điều 8", "Khoản", "khoản"),
        ("mở 12lớp học", "12lớp", "12 lớp"),
        ('theo "Quy chế" này', '"Quy', "“Quy"),
        ("xã , thị trấn", "xã ,", "xã,"),
        ("số 95 /KH-UBND ngày 18/5/2023", "95 /", "95/"),
    ],
)
def test_guard_lets_small_repairs_pass(text: str, old: str, new: str) -> None:
    report = read_report(load_bytes(text.encode(), "a.txt"))
    start = text.index(old)
    assert (
        verdict(made(text, start, start + len(old), Edit(start, start + len(old), new)), report).policy
        == "safe"
    )


def test_a_repair_that_spoils_another_place_is_withdrawn() -> None:
    """Two rules that undo each other must not run for ever, nor leave the text changed."""

    def lint(data: bytes) -> Result:
        report = read_report(load_bytes(data, "a.txt"))
        text = report.document.text
        found = (
            [made(text, 0, 1, Edit(0, 1, "b"))]
            if text.startswith("a")
            else [made(text, 0, 1, Edit(0, 1, "a"), code="CT902")]
        )
        return Result(report, tuple(found), ())

    done = repair(b"a c d e", "a.txt", Settings(), lint=lint)
    assert (done.data, done.repairs) == (b"a c d e", [])
    assert [in_language(entry.reason, "vi") for entry in done.left] == [
        "chỗ sửa không làm hết lỗi, hoặc làm nảy sinh phát hiện mới"
    ]


def test_repairs_are_all_or_none() -> None:
    text = "một hai ba bốn"
    report = read_report(load_bytes(text.encode(), "a.txt"))
    pair = made(text, 0, 7, Edit(0, 3, "1"), Edit(4, 7, "hay"), fix="ask")
    other = made(text, 4, 7, Edit(4, 7, "HAI"), code="CT902", fix="ask")
    plan = choose(report, [pair, other], all_applicable)
    assert plan.repairs == (Repair(pair, tuple(sorted(pair.edits)), "ask"),)
    assert [entry.finding for entry in plan.left] == [other]
