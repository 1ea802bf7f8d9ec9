"""The check of the whole document: a copy is stored, the engine reads it with its layout, the findings are listed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from com.sun.star.awt import MessageBoxButtons
from com.sun.star.awt.MessageBoxType import ERRORBOX
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale

from reportlint_office import places, settings
from reportlint_office.engine import EngineError
from reportlint_office.listing import Listing

_open = {}
"""The list of each document, kept so that it lives; by the address of the document in memory."""


def check(context):
    """Check the document in front and show the list of findings."""
    document = _current(context)
    if document is None:
        return None
    try:
        entry = findings_of(context, document)
    except EngineError as error:
        _say(document, str(error))
        return None
    key = document.RuntimeUID
    if key in _open:
        _open[key].close()
    _open[key] = Listing(context, document, entry, lambda: check(context))
    return _open[key]


def findings_of(context, document):
    """Return the entry of a document as it is now, saved or not. Raises `EngineError`."""
    word = document.getURL().lower().endswith((".docx", ".docm", ".doc"))
    suffix, name = (".docx", "MS Word 2007 XML") if word else (".odt", "writer8")
    handle, path = tempfile.mkstemp(suffix=suffix, prefix="reportlint-")
    os.close(handle)
    try:
        document.storeToURL(Path(path).as_uri(), (_property("FilterName", name),))
        return settings.engine(context).findings_of_file(path, document.getURL())
    finally:
        Path(path).unlink()


def apply_fix(document, finding):
    """Put the replacement of a finding into the document. Return whether its text was found as it was read."""
    fix = finding["fix"]["replacement"]
    found = places.paragraphs(document)
    place = places.find([text for text, _ in found], finding)
    if place is None:
        return False
    text, paragraph = found[place[0]]
    start = place[1] + fix["offset"]
    end = start + len(fix["before"])
    if text[start:end] != fix["before"]:
        return False
    undo = document.getUndoManager()
    undo.enterUndoContext(f"reportlint {finding['code']}")
    try:
        _replace(paragraph, start, fix["before"], fix["after"])
    finally:
        undo.leaveUndoContext()
    return True


def jump(document, finding):
    """Select the place of a finding. Return whether it was found."""
    found = places.paragraphs(document)
    place = places.find([text for text, _ in found], finding)
    if place is None:
        return False
    places.select(document, found[place[0]][1], place[1], place[1] + len(finding["quote"]))
    return True


def underline_again(context):
    """Let LibreOffice check while one types, and proofread the document in front anew."""
    make = context.ServiceManager.createInstanceWithContext
    document = _current(context)
    if document is None:
        return
    make("com.sun.star.linguistic2.LinguProperties", context).setPropertyValue("IsSpellAuto", True)
    settings.check_while_typing(context)
    iterator = make("com.sun.star.linguistic2.ProofreadingIterator", context)
    iterator.resetIgnoreRules()
    iterator.startProofreading(document, document)


def set_language(context):
    """Say that the document in front is Vietnamese: many files from Word claim to be English, and are not proofread."""
    document = _current(context)
    if document is None:
        return
    undo = document.getUndoManager()
    undo.enterUndoContext("reportlint: tiếng Việt")
    try:
        styles = document.StyleFamilies.getByName("ParagraphStyles")
        styles.getByName("Standard").CharLocale = Locale("vi", "VN", "")
        for _, paragraph in places.paragraphs(document):
            paragraph.CharLocale = Locale("vi", "VN", "")
    finally:
        undo.leaveUndoContext()
    underline_again(context)


def _replace(paragraph, start, before, after):
    """Change only the characters that differ, so that everything else keeps its formatting."""
    head = places.common(before, after)
    tail = places.common(before[head:][::-1], after[head:][::-1])
    piece = places.stretch(paragraph, start + head, start + len(before) - tail)
    piece.setString(after[head : len(after) - tail])


def _current(context):
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.getCurrentComponent()
    return (
        document
        if document is not None and document.supportsService("com.sun.star.text.TextDocument")
        else None
    )


def _say(document, text):
    window = document.CurrentController.Frame.ContainerWindow
    box = window.getToolkit().createMessageBox(
        window, ERRORBOX, MessageBoxButtons.BUTTONS_OK, "reportlint", text
    )
    box.execute()


def _property(name, value):
    entry = PropertyValue()
    entry.Name, entry.Value = name, value
    return entry
