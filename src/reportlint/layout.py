"""Layout facts of a page-bearing format, filled in by the loaders of docx, odt and pdf. Lengths in mm, sizes in pt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """What the page looks like. To be extended by the loaders that can tell."""
