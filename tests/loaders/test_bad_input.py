"""Files that are damaged or made to do harm: one clear error each, never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlint.errors import UnreadableError
from reportlint.loaders import archive, load_bytes
from reportlint.loaders.archive import Archive, parse_xml

MakeFile = Callable[..., bytes]
HUGE_LIST = '<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
PARAGRAPH = "<w:p><w:r><w:t>Báo cáo kết quả</w:t></w:r></w:p>"


def refused(data: bytes, cause: str, name: str = "xau.docx") -> None:
    with pytest.raises(UnreadableError, match=cause) as caught:
        load_bytes(data, name)
    assert name in str(caught.value)


def changed(data: bytes, part: str, content: bytes) -> bytes:
    """Put other content into a part of a package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, content)
    return buffer.getvalue()


def test_damaged_packages(make_docx: MakeFile) -> None:
    data = make_docx(PARAGRAPH)
    refused(data[: len(data) // 2], "hỏng")
    refused(changed(data, "word/document.xml", b"<w:document"), "XML")
    refused(
        changed(data, "_rels/.rels", b"<Relationships/>").replace(b"word/document", b"word/dokument"), "Word"
    )


def test_other_packages(make_docx: MakeFile) -> None:
    refused(changed(b"PK\x05\x06" + b"\0" * 18, "a.txt", b"x"), "tệp nén")
    data = changed(make_docx(PARAGRAPH), "_rels/.rels", make_rels("xl/workbook.xml"))
    refused(data, "bảng tính")


def make_rels(target: str) -> bytes:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        f'Target="{target}"/></Relationships>'
    ).encode()


def test_zip_bombs(make_docx: MakeFile, monkeypatch: pytest.MonkeyPatch) -> None:
    data = changed(make_docx(PARAGRAPH), "word/media/image1.bmp", b"\0" * (archive.RATIO_FROM + 1))
    refused(data, "giải nén ra quá lớn")
    monkeypatch.setattr(archive, "MAX_PART", 100)
    refused(make_docx(PARAGRAPH), "giải nén ra quá lớn")


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
        b'<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY x "ha">]><a>&x;</a>'.encode("utf-16"),
    ],
)
def test_document_types_are_refused(make_docx: MakeFile, xml: bytes) -> None:
    refused(changed(make_docx(PARAGRAPH), "word/document.xml", xml), "DOCTYPE")


def test_absurd_nesting(make_docx: MakeFile, make_odt: MakeFile) -> None:
    refused(make_docx("<w:sdt>" * 600 + "</w:sdt>" * 600), "tầng lồng")
    refused(make_docx("<w:p>" + "<w:smartTag>" * 200 + "</w:smartTag>" * 200 + "</w:p>"), "không có chữ")
    refused(make_odt("<text:section>" * 600 + "</text:section>" * 600), "tầng lồng", "xau.odt")
    refused(("<html>" + "<i>" * 5000 + "chữ").encode(), "tầng lồng", "xau.html")


def test_locked_files(make_docx: MakeFile, make_odt: MakeFile) -> None:
    data = bytearray(make_docx(PARAGRAPH))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)
    refused(bytes(data), "mật khẩu")
    manifest = b'<manifest:encryption-data xmlns:manifest="m"/>'
    refused(
        changed(make_odt("<text:p>a</text:p>"), "META-INF/manifest.xml", manifest),
        "mật khẩu|tệp nén",
        "xau.odt",
    )
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    refused(ole, "mật khẩu")


def test_macros_are_noted_and_not_run(make_docx: MakeFile) -> None:
    document = load_bytes(changed(make_docx(PARAGRAPH), "word/vbaProject.bin", b"macro"), "a.docm")
    assert [piece.what for piece in document.unread] == [("macro", "macros")]
    assert document.text == "Báo cáo kết quả"


def test_empty_files(make_docx: MakeFile) -> None:
    refused(b"", "rỗng")
    refused(make_docx("<w:p/>"), "không có chữ")


def test_entities_are_not_expanded() -> None:
    with pytest.raises(UnreadableError):
        parse_xml(b'<!DOCTYPE a [<!ENTITY x "1">]><a>&x;</a>', "a", "a.xml")


def _survives(data: bytes, name: str) -> None:
    """Loading gives a document or the one error; anything else fails the test."""
    try:
        document = load_bytes(data, name)
    except UnreadableError:
        return
    assert document.text


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_changed_bytes_never_break_a_loader(
    make_docx: MakeFile, make_odt: MakeFile, make_pdf: MakeFile, data: st.DataObject
) -> None:
    name, source = data.draw(
        st.sampled_from([
            ("a.docx", make_docx(PARAGRAPH)), ("a.odt", make_odt("<text:p>Báo cáo</text:p>")),
            ("a.pdf", make_pdf([[(85, 700, "Báo cáo kết quả thực hiện công tác cải cách hành chính năm nay")]])),
        ])
    )  # fmt: skip
    mutated = bytearray(source)
    for _ in range(data.draw(st.integers(1, 6))):
        mutated[data.draw(st.integers(0, len(mutated) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(mutated)))
    _survives(bytes(mutated if data.draw(st.booleans()) else mutated[:cut]), name)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.lists(
        st.sampled_from([
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>chữ</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>",
            "</w:tc>", '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', "<w:pPr>", "</w:pPr>",
            '<w:gridSpan w:val="99999999999"/>', "<w:vMerge/>", '<w:sz w:val="x"/>', "<w:br/>", "<w:sectPr/>", "<w:drawing/>",
            '<w:footnoteReference w:id="9"/>', '<w:sym w:char="FFFFFFF"/>', "<w:numPr/>", HUGE_LIST, "<w:commentRangeStart/>",
        ]),
        max_size=30,
    )
)  # fmt: skip
def test_strange_markup_never_breaks_the_word_loader(make_docx: MakeFile, body: list[str]) -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="99999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    _survives(make_docx("".join(body), numbering=lists), "a.docx")


def test_parts_are_read_once_and_whole(make_docx: MakeFile) -> None:
    package = Archive(make_docx(PARAGRAPH), "a.docx")
    assert "word/document.xml" in package
    with pytest.raises(UnreadableError, match="thiếu thành phần"):
        package.read("word/nowhere.xml")
