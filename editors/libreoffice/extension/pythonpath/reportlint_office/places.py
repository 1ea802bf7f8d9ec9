"""Paragraphs of a Writer document and where a piece of text stands in them. The finders at the end know no UNO."""

from __future__ import annotations

STEP = 30_000
"""A cursor goes at most 32767 letters at once."""
TABLE, PARAGRAPH = "com.sun.star.text.TextTable", "com.sun.star.text.Paragraph"


def paragraphs(document):
    """Return all paragraphs as (text, text range): body with tables in reading order, then footnotes and endnotes."""
    found = list(_of_text(document.Text))
    for notes in (document.Footnotes, document.Endnotes):
        for i in range(notes.getCount()):
            found += _of_text(notes.getByIndex(i).getText())
    return found


def _of_text(text):
    elements = text.createEnumeration()
    while elements.hasMoreElements():
        element = elements.nextElement()
        if element.supportsService(PARAGRAPH):
            yield element.getString(), element
        elif element.supportsService(TABLE):
            for name in element.getCellNames():
                yield from _of_text(element.getCellByName(name))


def select(document, paragraph, start, end):
    """Select a stretch of a paragraph (code points) and bring it into view."""
    cursor = stretch(paragraph, start, end)
    document.CurrentController.select(cursor)


def stretch(paragraph, start, end):
    """Return a text range for a stretch of a paragraph (code points)."""
    text = paragraph.getString()
    cursor = paragraph.getText().createTextCursorByRange(paragraph.getStart())
    _cover(cursor, text[:start])
    cursor.collapseToEnd()
    _cover(cursor, text[start:end])
    return cursor


def _cover(cursor, wanted):
    """Let a cursor cover a text that starts where it stands. What one step passes depends on the letter, so look."""
    left = len(wanted)
    while left > 0:
        cursor.goRight(min(left, STEP), True)
        left -= STEP
    while wanted and len(cursor.getString()) > len(wanted) and cursor.goLeft(1, True):
        pass
    while len(cursor.getString()) < len(wanted) and cursor.goRight(1, True):
        pass


def common(one, other):
    """Count the code points that two texts have in common at their beginning."""
    shorter = min(len(one), len(other))
    return next((i for i in range(shorter) if one[i] != other[i]), shorter)


def units(text):
    """Count the UTF-16 units of a text: what UNO counts in."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def code_points(text, count):
    """Count the code points that so many UTF-16 units make."""
    return len(text.encode("utf-16-le", "surrogatepass")[: count * 2].decode("utf-16-le", "ignore"))


def find(texts, finding):
    """Return (index of the paragraph, offset in it) of a finding by the text around it; None when it is not there.

    Of several places the one nearest to where the paragraph stood when the file was read, then the first.
    """
    before, quote, after = finding["context"]["before"], finding["quote"], finding["context"]["after"]
    wanted = (finding.get("paragraph") or 1) - 1
    for around in ((before, after), (before[-12:], after[:12]), ("", "")):
        needle = around[0] + quote + around[1]
        if not needle.strip():
            continue
        places = [(abs(i - wanted), i, text.find(needle)) for i, text in enumerate(texts) if needle in text]
        if places:
            _, index, at = min(places)
            return index, at + len(around[0])
    return None


def joined(texts):
    """Write paragraphs as the text that is checked: a blank line between two, so that no two are taken for one."""
    return "\n\n".join(texts)


class Found:
    """Findings of a joined text by paragraph, in UTF-16 units of the paragraph."""

    def __init__(self, texts, items):
        """Take the paragraphs, each one line, and the diagnostics of the joined text."""
        self.texts = texts
        self.by_text = {text: [] for text in texts}
        for item in items:
            start, end = item["range"]["start"], item["range"]["end"]
            index, between = divmod(start["line"], 2)
            if index < len(texts) and not between and start["line"] == end["line"]:
                self.by_text[texts[index]].append((start["character"], end["character"], item))


def as_line(text):
    """Make a paragraph one line without moving anything: line breaks inside become blanks."""
    return text.replace("\n", " ").replace("\r", " ").replace("\x0b", " ").replace("\u2028", " ")
