"""The parts of the LibreOffice extension that know no UNO: its engine and its finders."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.programs import CODES, ROOT, SELECT, SERVER

sys.path.insert(0, str(ROOT / "editors" / "libreoffice" / "extension" / "pythonpath"))

from reportlint_office import places  # type: ignore[import-not-found]
from reportlint_office.engine import Engine, EngineError, find_command  # type: ignore[import-not-found]

TEXTS = [
    "Thực hiện Kế hoạch số 58-KH/HU ngày 15/12/2022 của Huyện ủy , Ủy ban nhân dân huyện báo cáo như sau.",
    "1. Công tác 😀 tuyên truyền , phổ biến Kế hoạch số 58-KH/HU ngày 15/12/2022",
    "Kế hoạch số 58-KH/HU ngày 15/11/2022 được triển khai đầy đủ.",
]


@pytest.fixture
def engine() -> Iterator[Any]:
    made = Engine(SERVER, {"select": SELECT})
    yield made
    made.stop()


def test_findings_of_paragraphs(engine: Any) -> None:  # noqa: ANN401 - the module has no types
    items = engine.findings_of_text("untitled:a.txt", places.joined(TEXTS))
    assert [item["code"] for item in items] == CODES
    found = places.Found(TEXTS, items)
    ((start, end, item),) = found.by_text[TEXTS[1]]
    assert TEXTS[1].encode("utf-16-le")[start * 2 : end * 2].decode("utf-16-le") == " ,"
    assert item["data"]["replacement"] == ","
    assert [item["code"] for item in engine.findings_of_text("untitled:a.txt", TEXTS[0])] == ["DC001"]


def test_a_killed_engine_starts_again(engine: Any) -> None:  # noqa: ANN401 - the module has no types
    engine.findings_of_text("untitled:a.txt", TEXTS[0])
    engine._process.kill()
    engine._process.wait()
    assert [item["code"] for item in engine.findings_of_text("untitled:a.txt", TEXTS[0])] == ["DC001"]


@pytest.mark.parametrize(
    "command", [["/no/such/reportlint"], [sys.executable, "-c", "print('not a server')"]]
)
def test_a_command_that_is_no_server_is_named(command: list[str]) -> None:
    with pytest.raises(EngineError, match=r"reportlint|chạy"):
        Engine(command, {}).findings_of_text("untitled:a.txt", TEXTS[0])


def test_the_configured_command_may_have_blanks_in_quotes() -> None:
    assert find_command('"/opt/báo cáo/bin/reportlint" lsp') == ["/opt/báo cáo/bin/reportlint", "lsp"]


def test_a_file_with_where_its_fix_goes(engine: Any, tmp_path: Path) -> None:  # noqa: ANN401 - the module has no types
    (tmp_path / "a.txt").write_text(TEXTS[0], "utf-8")
    (finding,) = engine.findings_of_file(str(tmp_path / "a.txt"))["findings"]
    assert finding["fix"]["replacement"] == {"before": " ,", "after": ",", "offset": 0}
    (tmp_path / "unit").mkdir()
    (tmp_path / "unit" / "reportlint.toml").write_text('ignore = ["DC001"]\n', "utf-8")
    original = (tmp_path / "unit" / "a.docx").as_uri()
    assert engine.findings_of_file(str(tmp_path / "a.txt"), original)["findings"] == []
    assert engine.findings_of_text(original, TEXTS[0]) == []
    with pytest.raises(EngineError, match="không tìm thấy"):
        engine.findings_of_file(str(tmp_path / "none.docx"))


def test_a_place_is_found_by_the_text_around_it_and_the_nearest_paragraph() -> None:
    def finding(paragraph: int | None, before: str, quote: str, after: str) -> dict[str, Any]:
        return {"paragraph": paragraph, "quote": quote, "context": {"before": before, "after": after}}

    texts = ["một , hai", "khác", "một , hai", "ba , bốn"]
    assert places.find(texts, finding(3, "một", " ,", " hai")) == (2, 3)
    assert places.find(texts, finding(1, "một", " ,", " hai")) == (0, 3)
    assert places.find(texts, finding(4, "ba đã sửa", " ,", " bốn")) == (3, 2)
    assert places.find(texts, finding(None, "", "năm", "")) is None
    assert places.find(texts, finding(1, "", "", "")) is None
