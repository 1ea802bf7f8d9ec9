"""Bad input: a message that names file and cause, exit 2, no traceback, no `0 errors` for a file not read."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import pytest

from reportlint.loaders import decoding

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

TEXT = "Thực hiện Kế hoạch số 21/KH-UBND ngày 31/4/2023 của UBND huyện.\n\nCác xã đã tổ chức hội nghị.\n"


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("rong.md", b"", "rỗng"),
        ("trang.txt", b"  \n\n ", "rỗng"),
        ("nul.md", "Báo\0cáo".encode(), "NUL"),
        ("nhi-phan.md", bytes(range(256)), "nhị phân"),
        ("tcvn3.txt", b"B\xb8o c\xb8o k\xd5t qu\xb6 c\xabng t\xb8c n\xa8m", "TCVN3"),
        ("vni.txt", b"Ba\xf9o ca\xf9o ke\xe1t qua\xfb co\xe2ng ta\xf9c", "VNI"),
        ("nen.docx", b"PK\x03\x04 nothing", "tệp nén"),
        ("dong-dai.md", ("từ " * (decoding.MAX_LINE // 3 + 1)).encode(), "dòng dài"),
        ("qua-lon.md", b"a b\n" * (decoding.MAX_TEXT // 4 + 1), "quá lớn"),
    ],
)
def test_cause_is_named(
    run: Callable[..., Outcome], folder: Path, name: str, data: bytes, cause: str
) -> None:
    (folder / name).write_bytes(data)
    outcome = run("check", name, "--format", "json")
    assert outcome.code == 2
    assert outcome.err.startswith(f"reportlint: {name}: ")
    assert cause in outcome.err
    entry = json.loads(outcome.out)["files"][0]
    assert cause in entry["error"]["cause"]


def test_text_output_says_nothing_of_a_file_it_could_not_read(
    run: Callable[..., Outcome], folder: Path
) -> None:
    (folder / "rong.md").write_bytes(b"")
    assert run("check", "rong.md").out == ""


def test_folder_without_reports(run: Callable[..., Outcome], folder: Path) -> None:
    (folder / "anh").mkdir()
    (folder / "anh" / "a.png").write_bytes(b"png")
    outcome = run("check", "anh")
    assert outcome.code == 2
    assert "không có báo cáo nào" in outcome.err


def test_glob_without_match(run: Callable[..., Outcome], folder: Path) -> None:
    assert folder.is_dir()
    assert "không có tệp nào khớp" in run("check", "*.docx").err


@pytest.mark.parametrize(
    "data",
    [
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r\n", 1).encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
    ],
    ids=["NFD", "CRLF", "mixed", "BOM", "UTF-16"],
)
def test_odd_but_readable(run: Callable[..., Outcome], folder: Path, data: bytes) -> None:
    (folder / "a.md").write_bytes(data)
    outcome = run("check", "a.md", "--select", "NT001", "--format", "json")
    assert outcome.code == 1
    assert [f["quote"] for f in json.loads(outcome.out)["files"][0]["findings"]] == ["31/4/2023"]


@pytest.mark.parametrize(
    ("argv", "files"),
    [
        (["check", "x.md"], {}),
        (["check", "x.md"], {"x.md": b"Ba\xf9o ca\xf9o ke\xe1t qua\xfb co\xe2ng ta\xf9c"}),
        (["check", "x.md", "--select", "VD0033"], {"x.md": b"x"}),
        (["check", "x.md", "--profile", "sumbit"], {"x.md": b"x"}),
        (["check", "x.md", "--format", "htm"], {"x.md": b"x"}),
        (["check", "x.md", "--level", "xa"], {"x.md": b"x"}),
        (["check", "x.md", "--kind", "zz"], {"x.md": b"x"}),
        (["check", "x.md", "--as-of", "31/4/2024"], {"x.md": b"x"}),
        (["check", "x.md"], {"x.md": b"x", "reportlint.toml": b"wrds = []\n"}),
        (["check", "x.md"], {"x.md": b"x", "reportlint.toml": b'fail-on = "erorr"\nselect = "VD"\n'}),
        (["check", "x.md"], {"x.md": b"x", "reportlint.toml": b'extends = "nope"\n'}),
        (["check", "x.md"], {"x.md": b"x", "reportlint.toml": b"= 1"}),
        (["check", "x.md"], {"x.md": b"x", "reportlint.toml": b'packs = ["none.toml"]'}),
        (["check", "x.md", "--baseline", "none.json"], {"x.md": b"x"}),
        (["rule", "VD999"], {}),
        (["fix", "x.md", "--diff", "--in-place"], {"x.md": b"x"}),
        (["init"], {"reportlint.toml": b""}),
    ],
)
def test_english_errors_are_english(
    run: Callable[..., Outcome], folder: Path, argv: list[str], files: dict[str, bytes]
) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    outcome = run(*argv, "--lang", "en")
    assert outcome.code == 2
    assert outcome.err.startswith("reportlint: ")
    marked = [c for c in unicodedata.normalize("NFD", outcome.err) if unicodedata.combining(c)]
    assert marked == [] or "choose from" in outcome.err or "is none of" in outcome.err, outcome.err


@pytest.mark.parametrize(
    ("configuration", "said"),
    [
        (
            "[rules.TB003.params]\nnd3 = 1\n",
            "reportlint.toml:2: quy tắc TB003 không có tham số “nd3” (có: slack, nd30",
        ),
        ('[rules.VD0O3]\nseverity = "error"\n', "có phải “VD003”?"),
        ('packs = ["pack.toml"]\n', "pack.toml:1: quy tắc MY001, khóa “title” còn thiếu"),
    ],
)
def test_a_wrong_configuration_is_told_with_its_line(
    run: Callable[..., Outcome], folder: Path, configuration: str, said: str
) -> None:
    (folder / "a.md").write_text(TEXT, "utf-8")
    (folder / "pack.toml").write_text('[[rule]]\ncode = "MY001"\nname = "mine"\n', "utf-8")
    (folder / "reportlint.toml").write_text(configuration, "utf-8")
    outcome = run("check", "a.md")
    assert outcome.code == 2
    assert said in outcome.err


def test_codes_may_be_typed_in_small_letters(run: Callable[..., Outcome], folder: Path) -> None:
    (folder / "a.md").write_text(TEXT, "utf-8")
    assert "NT001" in run("check", "a.md", "--select", "nt001").out


@pytest.mark.parametrize("option", ["--jobs=-1", "--max-findings=0", "--max-findings=x"])
def test_numbers_have_a_least(run: Callable[..., Outcome], option: str) -> None:
    outcome = run("check", option)
    assert outcome.code == 2
    assert "số nguyên từ" in outcome.err
