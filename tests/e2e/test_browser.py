"""The page of `reportlint serve` in a real Chromium: a file dropped, findings decided on, files downloaded, keyboard, phone."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.chromium import Chromium, wait
from tests.e2e.programs import ROOT, environment, needs

from reportlint import lint_file
from reportlint.web.words import SCRIPT

EXAMPLE = ROOT / "examples" / "bao-cao-ubnd-huyen.docx"
PICTURES = os.environ.get("REPORTLINT_PICTURES")
"""A folder to keep pictures of the page in, to look at."""
pytestmark = [needs("chromium"), needs("chromedriver")]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "reportlint", "serve", "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tmp_path)  # noqa: S603 - ours
    yield process
    process.send_signal(signal.SIGINT)
    process.wait(30)
    assert process.stdout
    process.stdout.close()


@pytest.fixture
def page(
    tmp_path: Path, server: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Chromium]:
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    assert server.stdout
    browser = Chromium(tmp_path)
    try:
        browser.open(server.stdout.readline().split()[-1])
        yield browser
    finally:
        browser.close()


def picture(page: Chromium, name: str, width: int = 1280, height: int = 860, *, dark: bool = False) -> None:
    if PICTURES:
        page.picture(Path(PICTURES) / f"{name}.png", width, height, dark=dark)


def item(page: Chromium, number: int) -> str:
    """Return what the page takes a finding for: open, done or out."""
    return str(page.run("return document.getElementById(arguments[0]).dataset.state", f"f-1-{number}"))


def test_a_report_is_dropped_read_decided_on_and_downloaded(
    page: Chromium, server: subprocess.Popen[str]
) -> None:
    findings = lint_file(EXAMPLE).findings
    picture(page, "start")
    page.drop(EXAMPLE)
    page.until("document.querySelectorAll('.findings li').length")
    listed = page.run("return [...document.querySelectorAll('.findings .badge')].map(b => b.textContent)")
    assert listed == [finding.code for finding in findings]
    assert page.run("return document.querySelectorAll('.text mark').length") >= len(findings) / 2
    offered = [i for i, f in enumerate(findings, 1) if f.edits and item(page, i) == "open" and i != 2]
    safe = [i for i in range(1, len(findings) + 1) if item(page, i) == "done"]
    assert offered
    assert safe
    page.click(f"#f-1-{offered[0]} [data-decide=done]")
    page.click("#f-1-2 [data-decide=out]")
    assert (item(page, offered[0]), item(page, 2)) == ("done", "out")
    picture(page, "light")
    picture(page, "dark", dark=True)

    page.click("[data-task=annotate]")
    annotated = zipfile.ZipFile(page.downloaded("bao-cao-ubnd-huyen.ra-soat.docx"))
    assert annotated.testzip() is None
    told = re.findall(r"\[([A-Z]{2}\d{3})\]", annotated.read("word/comments.xml").decode())
    assert sorted(told) == sorted(f.code for i, f in enumerate(findings, 1) if i != 2)

    page.click("[data-task=fix]")
    fixed = lint_file(page.downloaded("bao-cao-ubnd-huyen.da-sua.docx")).findings
    wanted = {
        (findings[i - 1].code, findings[i - 1].quote, findings[i - 1].after)
        for i in (offered[0], *safe)
        if i != 2
    }
    assert not wanted & {(f.code, f.quote, f.after) for f in fixed}
    page.click("[data-task=sheet]")
    sheet = page.downloaded("bao-cao-ubnd-huyen.phieu-ra-soat.html").read_text("utf-8")
    assert sheet.count('<li id="f-1-') == len(findings) - 1
    assert page.complaints() == []

    page.click("#f-1-2 [data-decide=out]")  # taken back: nothing is lost by leaving
    page.run("window.confirm = () => true")
    page.click("#quit")
    assert server.wait(30) == 0
    assert page.until("document.querySelector('.ended')?.textContent") == SCRIPT["vi"]["ended"]


def test_what_cannot_be_read_is_told_and_the_others_are_read(page: Chromium, tmp_path: Path) -> None:
    broken, other = tmp_path / "hỏng.docx", tmp_path / "a.exe"
    broken.write_bytes(b"PK\x03\x04 no package")
    other.write_bytes(b"MZ")
    page.pick("#chosen", broken, other, EXAMPLE.with_suffix(".pdf"), ROOT / "examples" / "bao-cao-mau.odt")
    page.until("document.querySelectorAll('.failure').length == 2")
    page.until("document.querySelectorAll('#reports article').length == 2")
    assert "hỏng.docx: " in page.run("return document.querySelector('.failure').textContent")
    states = page.run("return [...document.querySelectorAll('.tab .state')].map(s => s.textContent)")
    assert states[:2] == [SCRIPT["vi"]["failed"]] * 2
    assert states[3] == SCRIPT["vi"]["clean"]
    for _ in range(4):
        page.click(".tab .close")
    assert page.run(
        "return !document.getElementById('start').hidden && document.getElementById('desk').hidden"
    )


def test_all_of_it_works_by_keys(page: Chromium) -> None:
    enter, tab, right = "\ue007", "\ue004", "\ue014"
    page.pick("#chosen", EXAMPLE, EXAMPLE.with_suffix(".md"))
    page.until("document.querySelectorAll('#reports article').length == 2")
    page.run("document.getElementById('tab-2').focus()")
    page.keys(right)
    assert page.run("return document.activeElement.id") == "tab-1"
    assert not page.run("return document.getElementById('panel-1').hidden")
    page.keys("jjx")
    assert item(page, 2) == "out"
    page.keys("x")
    assert item(page, 2) == "open"
    before = item(page, 3)
    page.keys("ja")
    assert {before, item(page, 3)} == {"open", "done"}
    page.keys("1")
    assert page.run("return [...document.querySelectorAll('#panel-1 li.error')].every(e => e.hidden)")
    page.keys("1")
    page.run("document.querySelector('#f-1-3').focus()")
    page.keys(tab + tab)
    assert page.run("return document.activeElement.dataset.decide") == "done"
    page.keys(enter)
    assert item(page, 3) == before


def test_findings_are_filtered_by_family_severity_and_decision(page: Chromium) -> None:
    page.pick("#chosen", EXAMPLE)
    page.until("document.querySelector('.findings li')")
    shown = "[...document.querySelectorAll('.findings li')].filter(e => !e.hidden)"
    page.click("input[data-family=VD]")
    assert page.run(f"return {shown}.every(e => e.dataset.family != 'VD')")
    page.click("input[data-severity=info]")
    assert page.run(f"return {shown}.every(e => e.dataset.severity != 'info')")
    page.click("input[data-state=done]")
    assert page.run(f"return {shown}.every(e => e.dataset.state == 'open')")
    assert page.run("return Number(document.querySelector('.count').textContent)") == page.run(
        f"return {shown}.length"
    )


def test_a_phone_shows_list_and_text_by_turns(page: Chromium) -> None:
    page.command(
        "Emulation.setDeviceMetricsOverride", width=390, height=800, deviceScaleFactor=1, mobile=True
    )
    picture(page, "phone-start", 390, 800)
    page.pick("#chosen", EXAMPLE)
    page.until("document.querySelector('.findings li')?.offsetParent")
    assert page.run("return document.documentElement.scrollWidth") <= 390
    picture(page, "phone-list", 390, 800)
    page.click("#f-1-12 .message")
    page.until("document.querySelector('#m-1-12').offsetParent")
    wait(lambda: page.run("const r = document.querySelector('#m-1-12').getBoundingClientRect(); return r.top > 0 && r.bottom < 800"), "in sight")  # fmt: skip
    picture(page, "phone-text", 390, 800)
    page.click("#m-1-12")
    page.until("document.querySelector('#f-1-12').offsetParent")
