"""Kinds: parametrised checks that packs instantiate with `params`. A unit writes rules of its own with them, without Python.

`substitution` wrong wording → right one · `existence` wording or pattern that must not occur · `required` wording that
must occur · `consistency` several forms of one word, of which the report should use one. docs/reference/packs.md shows each.
"""
