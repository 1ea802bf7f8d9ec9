"""Which real editors are here: a test of one that is not is skipped, and says so."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SERVER = [sys.executable, "-m", "reportlint", "lsp"]
TEXT = """\
# BÁO CÁO

Thực hiện Kế hoạch số 58-KH/HU ngày 15/12/2022 của Huyện ủy , Ủy ban nhân dân huyện báo cáo như sau.

I. KẾT QUẢ

1. Công tác 😀 tuyên truyền , phổ biến Kế hoạch số 58-KH/HU ngày 15/12/2022

Kế hoạch số 58-KH/HU ngày 15/11/2022 được **triển khai** đầy đủ.
"""
FIXED = TEXT.replace(" ,", ",")
SELECT = ["DC001", "VD003"]
CODES = ["DC001", "DC001", "VD003"]


def needs(program: str) -> pytest.MarkDecorator:
    """Skip a test where a program is not installed; scripts/system-packages installs it on Debian."""
    return pytest.mark.skipif(
        shutil.which(program) is None, reason=f"{program} is not installed (scripts/system-packages)"
    )


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which an editor finds a home of its own and writes UTF-8."""
    return {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "LC_ALL": "C.UTF-8"}
