"""Where the shared labelled reports are, when they are: CI has them beside the project, a user's machine has not."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
SAMPLE = SHARED / "reports" / "tuy-phuoc-2023"
needs_shared = pytest.mark.skipif(not SAMPLE.exists(), reason="../shared is not there")
