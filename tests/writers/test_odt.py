"""ODT files: annotations on their characters, tracked changes that can be refused, blanks that are not folded."""

from __future__ import annotations

import datetime as dt
import io
import random
import zipfile

import pytest
from tests.writers.word_files import finding, parts_of, result_with

from reportlint import writers
from reportlint.fixes import Repair
from reportlint.loaders import load_bytes
from reportlint.rule import Edit
from reportlint.said import in_language
from reportlint.writers import UnwritableError
from reportlint.writers.marking import Annotated, Marking

AT = Marking(date=dt.datetime(2025, 1, 2, 3, 4, 5, tzinfo=dt.UTC))
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "draw")
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def make_odt(body: str, **extra: str) -> bytes:
    content = f"<office:document-content {NAMES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("content.xml", content)
        for name, text in extra.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return buffer.getvalue()


def annotated(data: bytes, *findings: object) -> Annotated:
    return writers.annotate(data, result_with(data, "a.odt", findings), AT)  # type: ignore[arg-type]


def content(data: bytes) -> str:
    return parts_of(data)["content.xml"].decode()


def test_annotation_and_change_stand_on_their_characters() -> None:
    data = make_odt('<text:p>UBND huyện đã <text:span text:style-name="T1">đã làm</text:span> việc.</text:p>')
    text = load_bytes(data, "a.odt").text
    start = text.index("đã đã")
    made = annotated(data, finding(text, start, start + 5, Edit(start + 2, start + 5, "")))
    assert (made.comments, made.tracked) == (1, 1)
    after = load_bytes(made.data, "a.odt")
    assert after.text == "UBND huyện đã làm việc."
    assert [(d.author, after.text[d.start : d.end]) for d in after.directives] == [("reportlint", "đã")]
    assert "2025-01-02T03:04:05Z" in content(made.data)
    assert '<text:span text:style-name="T1">đã</text:span>' in content(
        made.data
    )  # kept, in its style, to be put back
    assert parts_of(made.data)["mimetype"].decode() == MIMETYPE
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_blanks_beside_a_change_are_not_folded() -> None:
    data = make_odt("<text:p>một hai ba</text:p>")
    made = annotated(data, finding("một hai ba", 4, 7, Edit(4, 7, "")))
    assert load_bytes(made.data, "a.odt").text == "một  ba"
    made = annotated(data, finding("một hai ba", 3, 3, Edit(3, 3, " ")))
    assert load_bytes(made.data, "a.odt").text == "một  hai ba"


@pytest.mark.parametrize(
    ("body", "word", "reason"),
    [
        ("<text:p>a <text:date>hôm nay</text:date> b</text:p>", "hôm", "trường tự động"),
        ("<text:p>a<text:tab/>b</text:p>", "\t", "trường tự động"),
        ('<text:p>mới <text:change text:change-id="c"/>cũ</text:p>', "mới", "theo dõi thay đổi"),
        ("<text:p>một</text:p><text:p>hai</text:p>", "một\nhai", "nhiều đoạn"),
    ],
)
def test_what_must_not_be_changed_is_only_annotated(body: str, word: str, reason: str) -> None:
    data = make_odt(body)
    text = load_bytes(data, "a.odt").text
    start = text.index(word)
    made = annotated(data, finding(text, start, start + len(word), Edit(start, start + len(word), "X")))
    assert (made.comments, made.tracked) == (1, 0)
    assert reason in in_language(made.left[0].reason, "vi")
    assert load_bytes(made.data, "a.odt").text == text


def test_note_is_annotated_at_its_mark() -> None:
    note = (
        '<text:note text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Nghị định cũ</text:p></text:note-body></text:note>"
    )
    data = make_odt(f"<text:p>Theo quy định{note} hiện hành</text:p>")
    text = load_bytes(data, "a.odt").text
    start = text.index("cũ")
    made = annotated(data, finding(text, start, start + 2))
    assert "Ở chú thích 1, chỗ “cũ”" in content(made.data)
    assert content(made.data).index("<office:annotation ") < content(made.data).index("<text:note ")
    assert load_bytes(made.data, "a.odt").text == text


def test_fix_in_place() -> None:
    data = make_odt('<text:p>đã <text:span>đã</text:span>  làm<text:s text:c="3"/>xong , rồi</text:p>')
    text = load_bytes(data, "a.odt").text
    blanks = text.index("   ")
    edits = (
        Edit(2, 5, ""),
        Edit(blanks + 1, blanks + 3, ""),
        Edit(text.index(" ,"), text.index(" ,") + 1, ""),
    )
    wrong = finding(text, 0, len(text), *edits)
    made = writers.fix(data, load_bytes(data, "a.odt"), [Repair(wrong, edits, "safe")])
    assert load_bytes(made.data, "a.odt").text == "đã làm xong, rồi"


def test_signed_file_is_refused() -> None:
    data = make_odt("<text:p>của của</text:p>", **{"META-INF__documentsignatures": "<a/>"})
    with pytest.raises(UnwritableError, match="đã ký số"):
        annotated(data, finding("của của", 3, 7, Edit(3, 7, "")))


def test_random_findings_leave_the_text() -> None:
    body = (
        '<text:p>Kế hoạch<text:s/> số <text:span text:style-name="T1">95/KH</text:span>-UBND <text:tab/>ngày</text:p>'
        * 3
    )
    data = make_odt(body)
    text = load_bytes(data, "a.odt").text
    for seed in range(60):
        dice = random.Random(seed)  # noqa: S311 - no secret
        findings = []
        for number in range(6):
            start = dice.randrange(len(text))
            end = min(len(text), start + dice.choice((0, 1, 2, 5)))
            edit = Edit(start, end, dice.choice(("", " ", "x y", "  ")))
            findings.append(finding(text, start, end, edit, code=f"CT90{number}", fix="ask"))
        made = annotated(data, *findings)
        assert made.comments == 6
        unmarked = writers.annotate(data, result_with(data, "a.odt", findings), Marking(AT.date, track=False))
        assert load_bytes(unmarked.data, "a.odt").text == text
