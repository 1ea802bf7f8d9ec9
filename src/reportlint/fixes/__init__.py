"""Fixes: which edits of findings may be applied together, and applying them to a text.

The promise: a safe fix never changes a figure, a date, a name, a symbol or quoted text; fixing twice equals fixing
once; the choice among overlapping fixes depends on nothing but the fixes.
"""

from __future__ import annotations

from reportlint.fixes.applying import Shift, apply_edits
from reportlint.fixes.choosing import Left, Plan, Repair, choose
from reportlint.fixes.guard import Verdict, verdict

__all__ = ["Left", "Plan", "Repair", "Shift", "Verdict", "apply_edits", "choose", "verdict"]
