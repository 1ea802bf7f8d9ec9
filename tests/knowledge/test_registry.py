import sqlite3
from datetime import date
from pathlib import Path

from reportlint.knowledge import registry
from reportlint.knowledge.registry import Registry


def test_a_party_symbol_repeats_in_every_term() -> None:
    found = registry.lookup("18-NQ/TW")
    assert {entry.term for entry in found} >= {"XII", "XIII"}
    assert registry.lookup("18-nq/tw", date(2020, 1, 1))[0].date == date(2017, 10, 25)


def test_symbols_are_compared_without_zeros_spaces_and_dashes() -> None:
    assert registry.lookup("34/2016/NĐ–CP")[0].date == date(2016, 5, 14)
    assert registry.lookup("034/2016/nđ-cp") == registry.lookup("34/2016/NĐ-CP")
    assert registry.lookup("99999/2016/NĐ-CP") == ()


def test_laws_are_found_by_name() -> None:
    assert registry.law_years("Luật Thực hiện dân chủ cơ sở năm 2013") == (2022,)
    assert registry.law_years("luật đất đai") == (1987, 1993, 2003, 2013, 2024)
    found = registry.closest_law("Luật thực hiện dân chủ cơ sở")
    assert found is not None
    assert (found[0].title, found[1]) == ("Luật Thực hiện dân chủ ở cơ sở", False)
    assert registry.closest_law("Luật Không có thật bao giờ") is None


def test_a_user_registry(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("symbol,type,date\n05/QĐ-UBND,Quyết định,09/01/2023\n", encoding="utf-8")
    own = Registry.from_csv(path)
    assert own.lookup("5/QĐ-UBND")[0].confidence == "certain"
    assert own.lookup("5/QĐ-UBND")[0].date == date(2023, 1, 9)
    both = registry.central().merged(own)
    assert both.lookup("05/QĐ-UBND")
    assert both.lookup("34/2016/NĐ-CP") == registry.lookup("34/2016/NĐ-CP")


def test_a_user_database(tmp_path: Path) -> None:
    path = tmp_path / "own.sqlite"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE documents (symbol TEXT, date TEXT)")
    database.execute("INSERT INTO documents VALUES ('07/KH-UBND', '2024-02-01')")
    database.commit()
    database.close()
    assert Registry.from_sqlite(path).lookup("7/KH-UBND")[0].date == date(2024, 2, 1)


def test_every_entry_can_be_read_and_agrees_with_its_year() -> None:
    entries = registry.central().entries()
    assert len(entries) > 2900
    years = {
        entry.date.year - (entry.year or 0)
        for entry in entries
        if entry.date and entry.confidence == "certain"
    }
    assert years == {0}
