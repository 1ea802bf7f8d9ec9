"""Checks of figures: arithmetic and the way numbers are written."""
