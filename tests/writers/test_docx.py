"""Word files: what is written, what is refused, and that nothing else moves."""

from __future__ import annotations

import datetime as dt
import random
import zipfile
from pathlib import Path

import pytest
from tests.writers.word_files import (
    assert_only_marks_added,
    finding,
    make_docx,
    parts_of,
    result_with,
    shared_docx,
)  # fmt: skip

from reportlint import writers
from reportlint.findings import Finding
from reportlint.fixes import Repair
from reportlint.loaders import docx, load_bytes
from reportlint.rule import Edit
from reportlint.said import in_language
from reportlint.writers import UnwritableError
from reportlint.writers.marking import Annotated, Marking

AT = Marking(date=dt.datetime(2025, 1, 2, 3, 4, 5, tzinfo=dt.UTC))
BOLD = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
PLAIN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def annotated(data: bytes, *findings: Finding) -> Annotated:
    return writers.annotate(data, result_with(data, "a.docx", findings), AT)


def body(data: bytes) -> str:
    return str(parts_of(data)["word/document.xml"].decode())


def test_comment_stands_on_exactly_its_characters() -> None:
    data = make_docx(p(PLAIN.format("Triển khai "), BOLD.format("Kết luận số 14"), PLAIN.format(" của tỉnh")))
    text = load_bytes(data, "a.docx").text
    start = text.index("luận")
    made = annotated(data, finding(text, start, start + 4))
    [directive] = load_bytes(made.data, "a.docx").directives
    assert (directive.start, directive.end, directive.author) == (start, start + 4, "reportlint")
    assert directive.text.startswith("[CT901] Chỗ “luận” chưa đúng")
    assert body(made.data).count("<w:b/>") == 3  # the run was cut in three, each bold
    assert_only_marks_added(data, made.data)


def test_fix_is_tracked_and_leaves_the_original() -> None:
    data = make_docx(p(PLAIN.format("ngày "), BOLD.format("22/9/"), PLAIN.format("2022 của")))
    text = load_bytes(data, "a.docx").text
    made = annotated(data, finding(text, 5, 14, Edit(5, 14, "22/9/2021"), fix="ask"))
    assert made.tracked == 1
    assert load_bytes(made.data, "a.docx").text == "ngày 22/9/2021 của"
    assert docx.load(made.data, "a.docx", original=True).text == text
    assert 'w:author="reportlint" w:date="2025-01-02T03:04:05Z"' in body(made.data)
    assert_only_marks_added(data, made.data)


def test_existing_comments_and_changes_stay() -> None:
    data = make_docx(
        p(
            '<w:commentRangeStart w:id="4"/>', PLAIN.format("của của"), '<w:commentRangeEnd w:id="4"/>',
            '<w:r><w:commentReference w:id="4"/></w:r>',
            '<w:ins w:id="7" w:author="An" w:date="2024-01-01T00:00:00Z">', PLAIN.format(" thêm"), "</w:ins>",
        ),
        comments='<w:comment w:id="4" w:author="An"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p></w:comment>',
    )  # fmt: skip
    text = load_bytes(data, "a.docx").text
    doubled = finding(text, 0, 7, Edit(3, 7, ""))
    inserted = finding(text, 8, 12, Edit(8, 12, "bớt"), code="CT902")
    made = annotated(data, doubled, inserted)
    assert [in_language(entry.reason, "vi") for entry in made.left] == [
        "chỗ sửa nằm trong phần đang theo dõi thay đổi"
    ]
    comments = parts_of(made.data)["word/comments.xml"].decode()
    assert comments.count("<w:comment ") == 3
    assert "Xem lại" in comments
    assert 'w:id="8"' in body(made.data)  # numbers in use are not used again
    assert_only_marks_added(data, made.data)


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("runs", "word", "reason"),
    [
        (FIELD.format(PLAIN.format("mục 3")), "mục", "field"),
        ('<w:fldSimple w:instr="REF a">' + PLAIN.format("mục 3") + "</w:fldSimple>", "mục", "field"),
        (PLAIN.format("a") + "<w:r><w:tab/></w:r>" + PLAIN.format("b"), "a\tb", "ký tự đặc biệt"),
        (
            "<w:sdt><w:sdtContent>" + PLAIN.format("ô chọn") + "</w:sdtContent></w:sdt>",
            "chọn",
            "content control",
        ),
        (PLAIN.format("một") + "<w:r><w:br/></w:r>" + PLAIN.format("hai"), " hai", "không có trong tệp"),
    ],
)
def test_what_must_not_be_changed_is_only_commented(runs: str, word: str, reason: str) -> None:
    data = make_docx(p(PLAIN.format("Đầu. "), runs, PLAIN.format(" Cuối.")))
    text = load_bytes(data, "a.docx").text
    start = text.index(word)
    wrong = finding(text, start, start + len(word), Edit(start, start + len(word), "X"))
    made = annotated(data, wrong)
    assert (made.comments, made.tracked) == (1, 0)
    assert reason in in_language(made.left[0].reason, "vi")
    assert_only_marks_added(data, made.data)


def test_notes_are_commented_at_their_mark() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = make_docx(
        p(PLAIN.format("Theo quy định"), mark, PLAIN.format(" hiện hành")),
        footnotes='<w:footnote w:id="2">' + p(PLAIN.format("Nghị định cũ")) + "</w:footnote>",
    )
    text = load_bytes(data, "a.docx").text
    note = text.index("cũ")
    at_mark = finding(text, 5, 13, Edit(13, 13, ","))
    made = annotated(data, at_mark, finding(text, note, note + 2, Edit(note, note + 2, "mới")))
    assert [in_language(entry.reason, "vi") for entry in made.left] == [
        "chỗ sửa nằm ngay chỗ đánh dấu chú thích"
    ]
    assert made.tracked == 1
    assert "Ở chú thích 1, chỗ “cũ”" in parts_of(made.data)["word/comments.xml"].decode()
    assert_only_marks_added(data, made.data)


def test_comment_does_not_leave_its_table_cell() -> None:
    cell = "<w:tc>{}</w:tc>"
    row = cell.format(p(PLAIN.format("một"))) + cell.format(p(PLAIN.format("hai")))
    data = make_docx(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>{p()}")
    text = load_bytes(data, "a.docx").text
    made = annotated(data, finding(text, 0, len(text), Edit(0, len(text), "")))
    assert "nhiều đoạn hoặc ô" in in_language(made.left[0].reason, "vi")
    first_cell = body(made.data).split("</w:tc>")[0]
    assert "commentRangeStart" in first_cell
    assert "commentRangeEnd" in first_cell


def test_signed_file_is_refused_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(make_docx(p(PLAIN.format("của của"))))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<a/>")
    data = path.read_bytes()
    result = result_with(data, "a.docx", [finding("của của", 3, 7, Edit(3, 7, ""))])
    with pytest.raises(UnwritableError, match="đã ký số"):
        writers.annotate(data, result, AT)
    assert writers.annotate(data, result, Marking(AT.date, force_signed=True)).comments == 1


def test_fix_in_place_keeps_runs_and_other_parts() -> None:
    data = make_docx(p(PLAIN.format("của "), BOLD.format("của tỉnh"), PLAIN.format(" ta")), settings="")
    text = load_bytes(data, "a.docx").text
    wrong = finding(text, 0, 7, Edit(3, 7, ""), Edit(len(text), len(text), "!"))
    made = writers.fix(data, load_bytes(data, "a.docx"), [Repair(wrong, wrong.edits, "safe")])
    assert load_bytes(made.data, "a.docx").text == "của tỉnh ta!"
    before, after = parts_of(data), parts_of(made.data)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    assert body(made.data).count("<w:r>") == 3


def test_missing_part_is_a_point_at_the_head() -> None:
    data = make_docx(p(PLAIN.format("BÁO CÁO")))
    made = annotated(data, finding("BÁO CÁO", 0, 0))
    marks = body(made.data)
    assert marks.index("commentRangeStart") < marks.index("commentRangeEnd") < marks.index("BÁO CÁO")
    assert_only_marks_added(data, made.data)


def test_same_input_gives_the_same_bytes() -> None:
    data = make_docx(p(PLAIN.format("của của")))
    one, two = (annotated(data, finding("của của", 3, 7, Edit(3, 7, ""))) for _ in range(2))
    assert one.data == two.data


def test_annotating_twice_adds_nothing() -> None:
    data = make_docx(p(PLAIN.format("UBND huyện đã làm")))
    wrong = finding("UBND huyện đã làm", 5, 10)
    once = annotated(data, wrong).data
    assert annotated(once, wrong).data == once


def test_random_findings_on_real_files() -> None:
    for path in shared_docx():
        data, dice = path.read_bytes(), random.Random(path.name)  # noqa: S311 - no secret
        text = load_bytes(data, path.name).text
        findings = []
        for _ in range(40):
            start = dice.randrange(len(text))
            end = min(len(text), start + dice.choice((0, 1, 3, 8, 40)))
            edits = (Edit(start, end, dice.choice(("", "một hai", " "))),) if dice.random() < 0.8 else ()
            findings.append(finding(text, start, end, *edits, fix="ask"))
        made = writers.annotate(data, result_with(data, path.name, findings), AT)
        assert made.comments == len(findings)
        assert docx.load(made.data, path.name, original=True).text == text
        assert_only_marks_added(data, made.data)
