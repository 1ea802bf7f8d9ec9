"""Checks of the structure: numbering, sections, footnotes, annexes."""
