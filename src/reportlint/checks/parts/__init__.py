"""Checks of parts."""
