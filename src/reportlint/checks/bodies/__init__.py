"""Checks of bodies."""
