"""Checks of what is left from a template or from another paper."""
