"""A client for each test, whose server is gone when the test is over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.lsp.client import RawClient


@pytest.fixture
def client() -> Iterator[RawClient]:
    """A server that has not been greeted yet."""
    raw = RawClient()
    yield raw
    raw.kill()
