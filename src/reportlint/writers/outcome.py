"""What applying repairs to a file gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlint.fixes import Left, Repair


@dataclass(frozen=True)
class Applied:
    """New bytes, the repairs that are in them, and those the file does not allow, with the reason."""

    data: bytes
    repairs: tuple[Repair, ...]
    refused: tuple[Left, ...] = ()
