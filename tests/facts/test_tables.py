"""Tables as grids: cells, headings, numbers; and the totals they hold, shifted by any fault."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportlint import loaders
from reportlint.facts.tables import Table, tables
from reportlint.pipeline import lint
from reportlint.settings import Settings

ROWS = st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 9999)), min_size=2, max_size=6)


def render(rows: list[tuple[int, int]], totals: tuple[int, int]) -> str:
    lines = ["| TT | Xã | Hồ sơ | Lượt |", "|---|---|---|---|"]
    lines += [f"| {i} | Xã {i} | {a} | {b} |" for i, (a, b) in enumerate(rows, 1)]
    return "\n".join([*lines, f"| | Tổng cộng | {totals[0]} | {totals[1]} |", ""])


def read(text: str) -> Table:
    (table,) = tables(loaders.load_bytes(text.encode(), "bang.md"))
    return table


@given(ROWS)
def test_every_cell_is_in_its_place(rows: list[tuple[int, int]]) -> None:
    table = read(render(rows, (1, 1)))
    assert (table.head, table.width, table.height) == (1, 4, len(rows) + 2)
    for index, (one, two) in enumerate(rows, 1):
        numbers = [cell.number for cell in table.row(index)[2:]]
        assert [n.value for n in numbers if n] == [one, two]
    assert table.above(2, table.head) == "Hồ sơ"


@given(ROWS, st.integers(1, 5))
def test_a_shifted_total_is_found_and_a_right_one_is_not(rows: list[tuple[int, int]], shift: int) -> None:
    settings = Settings(select=("SL005",))
    sums = (sum(a for a, _ in rows), sum(b for _, b in rows))
    assert not lint(render(rows, sums), settings).findings
    wrong = (sums[0] + shift, sums[1])
    found = lint(render(rows, wrong), settings).findings
    # A total several times its parts is taken for something else.
    assert [f.quote for f in found] == ([str(wrong[0])] if sums[0] and wrong[0] <= 2 * sums[0] else [])


def test_column_numbers_are_headings() -> None:
    table = read(
        "| TT | Xã | Hồ sơ | Lượt |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n| 1 | An Hòa | 12 | 15 |\n"
    )
    assert table.head == 2
