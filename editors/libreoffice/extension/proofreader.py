"""The proofreader for Vietnamese: underlines findings while one types, with message and suggestions in the context menu."""

from __future__ import annotations

import re
import time

import unohelper
from com.sun.star.lang import Locale, XServiceDisplayName, XServiceInfo, XServiceName
from com.sun.star.linguistic2 import (
    ProofreadingResult,
    SingleProofreadingError,
    XProofreader,
    XSupportedLocales,
)
from com.sun.star.text.TextMarkupType import PROOFREADING
from reportlint_office import settings
from reportlint_office.engine import EngineError
from reportlint_office.places import Found, as_line, joined, paragraphs, units

NAME = "vn.reportlint.Proofreader"
LINE = re.compile(r"\bdòng (\d+)")
"""How a message points at a line of the joined text."""
UNSAVED = "untitled:writer.txt"
"""The address of a document that has none yet; an address tells which configuration holds."""
FRESH = 1.0
"""Seconds for which the findings of the whole document are taken as still true for a paragraph they know."""
RETRY = 30.0
"""Seconds before a program that could not be started is tried again."""
TRIES, PAUSE = 5, 0.05
"""How often an object that has no methods is asked again, and the seconds between."""


class Proofreader(
    unohelper.Base, XProofreader, XServiceInfo, XServiceName, XServiceDisplayName, XSupportedLocales
):
    """Answers for one paragraph from a check of the whole document it stands in."""

    def __init__(self, context, *_arguments):
        self._context = context
        self._known = None
        self._read_at = self._failed_at = -RETRY
        self._ignored = set()

    # XProofreader
    def isSpellChecker(self):
        return False

    def doProofreading(self, identifier, text, locale, start, behind_sentence, properties):
        result = ProofreadingResult()
        result.aDocumentIdentifier, result.xProofreader = identifier, self
        result.aText, result.aLocale, result.aProperties = text, locale, ()
        result.nStartOfSentencePosition = start
        result.nStartOfNextSentencePosition = result.nBehindEndOfSentencePosition = units(text)
        result.aErrors = ()
        if start == 0 and text.strip() and time.monotonic() - self._failed_at > RETRY:
            try:
                result.aErrors = tuple(self._errors(text))
            except EngineError:
                self._failed_at = time.monotonic()  # the menu command says what is wrong; typing goes on
        return result

    def ignoreRule(self, rule, locale):
        self._ignored.add(rule)

    def resetIgnoreRules(self):
        self._ignored.clear()

    # XSupportedLocales
    def getLocales(self):
        return (Locale("vi", "VN", ""),)

    def hasLocale(self, locale):
        return locale.Language == "vi"

    # XServiceInfo, XServiceName, XServiceDisplayName
    def getImplementationName(self):
        return NAME

    def supportsService(self, name):
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self):
        return ("com.sun.star.linguistic2.Proofreader", NAME)

    def getServiceName(self):
        return NAME

    def getServiceDisplayName(self, locale):
        return "reportlint: thể thức báo cáo"

    def _errors(self, text):
        if not settings.read(self._context)["Underline"]:
            return
        for start, end, item in self._findings(as_line(text)):
            if item["code"] not in self._ignored:
                yield _error(start, max(end, start + 1), item)

    def _findings(self, text):
        """Return what is known of a paragraph, checking the document it stands in when it is new.

        No lock is held while UNO is called: LibreOffice may be waiting for us with its own lock in hand.
        """
        known = self._known
        if known and time.monotonic() - self._read_at < FRESH and text in known.by_text:
            return known.by_text[text]
        texts, address = self._document_with(text)
        if known and texts == known.texts:
            self._read_at = time.monotonic()
            return known.by_text[text]
        items = settings.engine(self._context).findings_of_text(address or UNSAVED, joined(texts))
        if texts == [text]:  # nothing is known of the report it belongs to
            items = [item for item in items if (item.get("data") or {}).get("scope") == "block"]
        self._known, self._read_at = Found(texts, items), time.monotonic()
        return self._known.by_text.get(text, [])

    def _document_with(self, text):
        """Return paragraphs and address of the open document that has this one; the paragraph alone when none has.

        An object of LibreOffice that another thread looks at too has, for a moment, no methods here: it is asked again.
        """
        for _ in range(TRIES):
            try:
                return self._look_for(text)
            except AttributeError:
                time.sleep(PAUSE)
        return [text], ""

    def _look_for(self, text):
        desktop = self._context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", self._context
        )
        candidates = [desktop.getCurrentComponent()]
        components = desktop.getComponents().createEnumeration()
        while components.hasMoreElements():
            candidates.append(components.nextElement())
        for document in candidates:
            if not _is_text(document):
                continue
            texts = [as_line(paragraph) for paragraph, _ in paragraphs(document)]
            if text in texts:
                return texts, document.getURL()
        return [text], ""


def _is_text(document):
    """Tell whether an open component is a text document; one still opening, or a window of another kind, knows no services."""
    supports = getattr(document, "supportsService", None)
    return bool(supports and supports("com.sun.star.text.TextDocument"))


def _error(start, end, item):
    error = SingleProofreadingError()
    error.nErrorStart, error.nErrorLength, error.nErrorType = start, end - start, PROOFREADING
    error.aRuleIdentifier = item["code"]
    message = LINE.sub(lambda match: f"đoạn {int(match[1]) // 2 + 1}", item["message"])
    error.aShortComment = error.aFullComment = f"[{item['code']}] {message}"
    replacement = (item.get("data") or {}).get("replacement")
    error.aSuggestions = (replacement,) if replacement is not None else ()
    error.aProperties = ()
    return error


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Proofreader, NAME, ("com.sun.star.linguistic2.Proofreader", NAME))
