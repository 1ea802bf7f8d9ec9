"""What the page asks for: the report with its findings, and the three files made of it under the decisions taken."""

from __future__ import annotations

import io
import json
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.web.conftest import EXAMPLE, Client

import reportlint
from reportlint import lint_bytes
from reportlint.web.accepting import moved

DATA = EXAMPLE.read_bytes()
FINDINGS = lint_bytes(DATA, EXAMPLE.name).findings


def test_the_page_lets_nothing_run_but_itself(client: Client) -> None:
    reply = client.send("GET", f"/{client.server.token}/")
    assert reply.status == 200
    page = reply.body.decode()
    policy = reply.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.headers["Referrer-Policy"] == "no-referrer"
    assert "Access-Control-Allow-Origin" not in reply.headers
    assert "http" not in re.sub(r'http-equiv|xmlns="[^"]+"', "", page)


def test_a_report_comes_with_its_findings_in_place(client: Client) -> None:
    reply = client.ask("check", EXAMPLE.name, DATA, number=7)
    said = reply.said
    assert reply.status == 200
    assert [f'id="f-7-{i}"' in said["html"] for i in range(1, len(FINDINGS) + 1)] == [True] * len(FINDINGS)
    assert said["html"].count("data-f=") >= len(FINDINGS)
    assert sum(said["counts"].values()) == len(FINDINGS)
    assert (said["annotate"], said["fix"]) == (True, True)


@pytest.mark.parametrize(("name", "allowed"), [("a.md", {"fix"}), ("a.pdf", {"annotate"})])
def test_the_page_learns_what_a_kind_of_file_allows(client: Client, name: str, allowed: set[str]) -> None:
    data = EXAMPLE.with_suffix(Path(name).suffix).read_bytes()
    said = client.ask("check", name, data).said
    for task in ("annotate", "fix"):
        assert said[task] == (task in allowed)
        assert client.ask(task, name, data, accepted=[1]).status == (200 if task in allowed else 422)


def test_the_annotated_file_leaves_out_what_is_ignored(client: Client) -> None:
    reply = client.ask("annotate", "Báo cáo.docx", DATA, ignored=[2, 3])
    assert reply.status == 200
    assert (
        unquote(reply.headers["Content-Disposition"]) == "attachment; filename*=UTF-8''Báo cáo.ra-soat.docx"
    )
    comments = zipfile.ZipFile(io.BytesIO(reply.body)).read("word/comments.xml").decode()
    codes = re.findall(r"\[([A-Z]{2}\d{3})\]", comments)
    kept = [f.code for i, f in enumerate(FINDINGS, 1) if i not in {2, 3}]
    assert sorted(codes) == sorted(kept)
    assert json.loads(reply.headers["X-Told"])["comments"] == len(kept)


def test_only_accepted_fixes_are_made(client: Client) -> None:
    text = "# BÁO CÁO\n\nCác xã , phường đã đã làm xong , rồi.\n"
    found = reportlint.lint(text, name="a.md").findings
    blanks = [i for i, f in enumerate(found, 1) if f.quote == " ,"]
    assert len(blanks) == 2
    reply = client.ask("fix", "a.md", text.encode(), accepted=blanks[1:])
    assert reply.body.decode() == text.replace("xong ,", "xong,")
    both = client.ask("fix", "a.md", text.encode(), accepted=blanks, ignored=blanks[:1])
    assert both.body == reply.body
    assert client.ask("fix", "a.md", text.encode()).body.decode() == text


def test_all_accepted_fixes_are_made_though_the_text_moves(client: Client) -> None:
    text = "# BÁO CÁO\n\nĐã đã làm , các các xã ;phường  và , thôn.\n"
    found = reportlint.lint(text, name="a.md").findings
    accepted = [i for i, f in enumerate(found, 1) if f.edits]
    reply = client.ask("fix", "a.md", text.encode(), accepted=accepted)
    assert json.loads(reply.headers["X-Told"])["repaired"] >= len(accepted) - 1
    assert " ," not in reply.body.decode()


def test_the_sheet_is_a_page_of_its_own_without_what_is_ignored(client: Client) -> None:
    reply = client.ask("sheet", EXAMPLE.name, DATA, ignored=list(range(2, len(FINDINGS) + 1)))
    page = reply.body.decode()
    assert reply.headers["Content-Disposition"].endswith(".phieu-ra-soat.html")
    assert reply.headers["Content-Security-Policy"] == "default-src 'none'"
    assert re.findall(r'<li id="f-1-\d+"', page) == ['<li id="f-1-1"']


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", b"PK\x03\x04 broken"), ("a.docx", b""), ("a.pdf", b"%PDF-1.4 broken"), ("a.odt", DATA[:200]),
                       ("a.md", b"\x00\xff" * 500), ("a.docx", DATA[:4000])]
)  # fmt: skip
def test_a_broken_file_is_told_and_the_next_is_read(client: Client, name: str, data: bytes) -> None:
    for task in ("check", "annotate", "fix", "sheet"):
        reply = client.ask(task, name, data)
        assert reply.status == 422
        assert reply.said["error"]
    assert client.ask("check", "a.md", b"# A\n\nb").status == 200


def test_two_at_once(client: Client) -> None:
    texts = [f"# BÁO CÁO\n\nSố {i} , phường.\n" for i in range(6)]
    with ThreadPoolExecutor(6) as pool:
        replies = list(pool.map(lambda t: client.ask("check", "a.md", t.encode()), texts))
    assert [(r.status, f"Số {i}" in r.said["html"]) for i, r in enumerate(replies)] == [(200, True)] * 6


@pytest.mark.parametrize(
    ("old", "new", "offset", "place"),
    [("abc", "abc", 1, (1, 1)), ("a bc", "abc", 2, (1, 1)), ("ab", "aXb", 1, (1, 2)), ("aXXb", "aYb", 3, (1, 2)), ("ab", "", 1, (0, 0))],
)  # fmt: skip
def test_offsets_move_with_the_text(old: str, new: str, offset: int, place: tuple[int, int]) -> None:
    assert moved(old, new, offset) == place
