"""Characters of the symbol fonts (Symbol, Wingdings), kept as private codes, as Unicode shows them."""

from __future__ import annotations

import re

PRIVATE = re.compile("[\uf000-\uf0ff]")
"""Codes of symbol fonts."""
_PRIVATE = 0xF000
_PRIVATE_END = 0xF0FF
_SYMBOL = {
    0x2A: "*", 0x2B: "+", 0x2D: "-", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xBC: "…",
    0xC5: "⊕", 0xC6: "∅", 0xCE: "∈", 0xD6: "√", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x44: "Δ", 0x65: "ε", 0x6C: "λ", 0x6D: "μ", 0x70: "π",
    0x71: "θ",
    0x72: "ρ", 0x73: "σ", 0x53: "Σ", 0x66: "φ", 0x46: "Φ", 0x77: "ω", 0x57: "Ω",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x78: "☒", 0x9F: "•", 0xA0: "▪", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑", 0x2D: "-",
}  # fmt: skip


def symbol(font: str, char: str) -> str:
    """Return what a character of a symbol font shows; others as they are, an unknown symbol as a dot."""
    code = ord(char)
    private = _PRIVATE <= code <= _PRIVATE_END
    name = font.lower()
    if not private and "symbol" not in name and "wingdings" not in name and "webdings" not in name:
        return char
    table = _WINGDINGS if "dings" in name else _SYMBOL
    return table.get(code - _PRIVATE if private else code, "•" if private else char)
