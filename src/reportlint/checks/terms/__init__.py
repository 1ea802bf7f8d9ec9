"""Checks of the family VT: abbreviations and terms."""
