"""Checks of the family VH: capitals."""
