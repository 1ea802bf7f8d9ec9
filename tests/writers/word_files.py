"""What the tests of the writers share: findings made by hand, small Word files, and a reader who refuses every change."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from lxml import etree

from reportlint.findings import Finding
from reportlint.loaders import load_bytes
from reportlint.pipeline import read_report
from reportlint.result import Result
from reportlint.rule import Edit, FixPolicy, Rule, Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
AUTHOR = "reportlint"


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def rule(code: str = "CT901", fix: FixPolicy = "safe") -> Rule:
    return Rule(
        code, "made-for-a-test", "t", "t", "m", "m", "warning", "certain", fix, "tập quán", Source(), "x:y"
    )


def finding(
    text: str, start: int, end: int, *edits: Edit, code: str = "CT901", fix: FixPolicy = "safe"
) -> Finding:
    """Make a finding on a stretch of a text."""
    message = f"Chỗ “{text[start:end]}” chưa đúng"
    return Finding(
        rule(code, fix),
        start,
        end,
        "warning",
        "certain",
        message,
        message,
        text[start:end],
        "",
        "",
        "",
        (),
        edits,
    )


def result_with(data: bytes, name: str, findings: Sequence[Finding]) -> Result:
    """Read a file and pretend that linting it found these findings."""
    ordered = tuple(sorted(findings, key=lambda f: (f.start, f.end, f.code)))
    return Result(read_report(load_bytes(data, name)), ordered, ())


def make_docx(body: str, **parts: str) -> bytes:
    """Make a Word file from the XML of its body and of other parts."""
    roots = {"comments": "comments", "footnotes": "footnotes", "header1": "hdr", "settings": "settings"}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for name in parts
    )
    opening = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    names = f'xmlns:w="{W}" xmlns:r="{OFFICE}"'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>',
        "_rels/.rels": f'{opening}<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"{opening}{relations}</Relationships>",
        "word/media/image1.png": "\x89PNG not really",
    }
    for name, content in parts.items():
        files[f"word/{name}.xml"] = f"<w:{roots[name]} {names}>{content}</w:{roots[name]}>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def rejected(root: etree._Element, comments: bytes) -> etree._Element:
    """Refuse the changes of reportlint and delete its comments, as a user does in Word."""
    root = copy.deepcopy(root)
    marks = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
    written = etree.fromstring(comments).iter(w("comment"))
    ours = {comment.get(w("id")) for comment in written if comment.get(w("author")) == AUTHOR}
    for mark in [e for e in root.iter(*marks) if e.get(w("id")) in ours]:
        victim = mark.getparent() if mark.tag == w("commentReference") else mark
        assert victim is not None
        _drop(victim)
    for change in [e for e in root.iter(w("ins"), w("del")) if e.get(w("author")) == AUTHOR]:
        if change.tag == w("del"):
            for text in change.iter(w("delText")):
                text.tag = w("t")
            for child in list(change):
                change.addprevious(child)
        _drop(change)
    return root


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def canonical(root: etree._Element) -> bytes:
    """Write a part so that neither the cutting of a run nor `xml:space` shows."""
    root = copy.deepcopy(root)
    for element in root.iter(w("t")):
        if element.get(SPACE) == "preserve":
            del element.attrib[SPACE]
        else:
            element.text = (element.text or "").strip(" \t\r\n")
    for run in list(root.iter(w("r"))):
        before = run.getprevious()
        if before is not None and before.tag == w("r") and _format(before) == _format(run):
            for child in list(run):
                if child.tag != w("rPr"):
                    before.append(child)
            _drop(run)
            _join_texts(before)
        else:
            _join_texts(run)
    return etree.tostring(root, method="c14n")


def _format(run: etree._Element) -> tuple[object, ...]:
    properties = run.find(w("rPr"))
    shown = b"" if properties is None else etree.tostring(properties, method="c14n").strip()
    return {str(name): value for name, value in run.attrib.items()}, shown


def _join_texts(run: etree._Element) -> None:
    for text in list(run.iterchildren(w("t"))):
        before = text.getprevious()
        if before is not None and before.tag == w("t"):
            before.text = (before.text or "") + (text.text or "")
            _drop(text)
        elif not text.text:
            _drop(text)


def assert_only_marks_added(old: bytes, new: bytes) -> None:
    """Show that refusing all changes and deleting the comments gives back every part, text and format."""
    before, after = parts_of(old), parts_of(new)
    written = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    for name, content in before.items():
        if content != after[name] and name not in written:
            refused = rejected(etree.fromstring(after[name]), after["word/comments.xml"])
            assert canonical(refused) == canonical(etree.fromstring(content)), name
    assert after.keys() - before.keys() <= {"word/comments.xml"}


def shared_docx() -> list[Path]:
    """Return the public Word files that stand beside the project; skip where they do not."""
    folder = Path(__file__).parents[3] / "shared" / "reports"
    if not folder.is_dir():
        pytest.skip("the shared reports are not here")
    return sorted(folder.rglob("*.docx"))
