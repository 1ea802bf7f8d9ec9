"""Entries to render: one file with findings of every sort, one clean, one that could not be read."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.batch import unread_entry
from reportlint.errors import UnreadableError
from reportlint.pipeline import lint
from reportlint.settings import Settings

TEXT = """I. KẾT QUẢ

1. Tổ chức

Thực hiện Kết luận số 14-KL/TW ngày 22/9/2021 của Bộ Chính trị & Kế hoạch số 21/KH-UBND ngày <31/4/2023> của UBND huyện.

Kết luận số 14-KL/TW ngày 22/9/2022 của Bộ Chính trị được quán triệt ngày 31/4/2023.
"""


@pytest.fixture
def entries() -> list[dict[str, Any]]:
    """Return the three entries."""
    settings = Settings(select=("VD003", "NT001"))
    return [
        lint(TEXT, settings, name="bao cáo.md").to_dict(),
        lint("Các xã đã tổ chức hội nghị.\n", settings, name="sạch.md").to_dict(),
        unread_entry(UnreadableError("rỗng.md", "tệp rỗng", "an empty file"), "vi"),
    ]
