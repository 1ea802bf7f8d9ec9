"""Checks: the Python functions behind rules, by family. A check reads a report and yields hits; it keeps no state."""
