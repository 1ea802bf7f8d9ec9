"""What the first stage shows is true of the text as it is; the second stage shows what a run over the whole shows."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reportlint import catalogue
from reportlint.loaders import load_bytes
from reportlint.lsp.stages import History, carry, lint_quickly, lint_whole
from reportlint.rule import Edit, Hit, Related
from reportlint.settings import Settings

SETTINGS = Settings(select=("DC001", "VD003", "VD001", "TT001"))
EXAMPLE = Path(__file__).parents[2] / "examples" / "bao-cao-ubnd-huyen.md"


def never() -> bool:
    return False


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_what_is_carried_stands_on_the_same_text(old: str, new: str) -> None:
    rule = catalogue.rules()[0]
    hits = [(rule, Hit(start, end)) for start in range(len(old)) for end in range(start + 1, len(old) + 1)]
    for (_, hit), texts in [(entry, old) for entry in hits]:
        for _, moved in carry([(rule, hit)], old, new):
            assert new[moved.start : moved.end] == texts[hit.start : hit.end]


def test_edits_and_related_places_move_each_by_its_own() -> None:
    rule = catalogue.rules()[0]
    hit = Hit(8, 9, edits=(Edit(8, 9, "x"),), related=(Related(0, 1, "đây"),))
    ((_, moved),) = carry([(rule, hit)], "abcdefghijk", "abcd___efghijk")
    assert (moved.start, moved.edits[0], moved.related[0][:2]) == (11, Edit(11, 12, "x"), (0, 1))
    assert carry([(rule, hit)], "abcdefghijk", "Xbcdefghijk") == []


def test_both_stages_find_what_a_fresh_run_finds() -> None:
    text = EXAMPLE.read_text("utf-8")
    history = History()
    lint_whole(load_bytes(text.encode(), "a.md"), SETTINGS, history, never)
    for at in range(200, len(text), len(text) // 12):
        text = text[:at] + "ạ" + text[at:]
        document = load_bytes(text.encode(), "a.md")
        quick = lint_quickly(document, SETTINGS, history)
        assert all(document.text[f.start : f.end] == f.quote for f in quick.findings)
        fresh = lint_whole(document, SETTINGS, History(), never)
        assert lint_whole(document, SETTINGS, history, never).findings == fresh.findings


def test_the_memo_does_not_grow_without_end() -> None:
    history = History()
    for i in range(1500):
        document = load_bytes(f"Báo cáo số {i} của Ủy ban nhân dân.".encode(), "a.md")
        lint_quickly(document, Settings(select=("DC001",)), history)
    assert len(history.memo.facts) < 1100
