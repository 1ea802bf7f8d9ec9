"""Run by test_libreoffice.py with the Python that has `uno`: talks to a LibreOffice that listens, and prints JSON.

Usage: libreoffice_talk.py PIPE SERVER_COMMAND EXTENSION_FOLDER
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
from typing import Any

import uno  # type: ignore[import-not-found]

LINES = [
    "BÁO CÁO",
    "Thực hiện Kế hoạch số 58-KH/HU ngày 15/12/2022 của Huyện ủy , Ủy ban nhân dân huyện báo cáo như sau.",
    "1. Công tác 😀 tuyên truyền , phổ biến Kế hoạch số 58-KH/HU ngày 15/12/2022",
    "Kế hoạch số 58-KH/HU ngày 15/11/2022 được triển khai đầy đủ.",
]
WANTED = ("DC001", "VD003")


def connect(pipe: str) -> Any:  # noqa: ANN401 - UNO has no types
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(200):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - it is not up yet
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not come up")


def new_document(desktop: Any) -> Any:  # noqa: ANN401 - UNO has no types
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
    text = document.Text
    cursor = text.createTextCursor()
    for i, line in enumerate(LINES):
        if i:
            text.insertControlCharacter(text.getEnd(), 0, False)  # noqa: FBT003 - UNO's way
        text.insertString(text.getEnd(), line, False)  # noqa: FBT003 - UNO's way
    cursor.gotoStart(False)  # noqa: FBT003 - UNO's way
    cursor.gotoEnd(True)  # noqa: FBT003 - UNO's way
    cursor.CharLocale = locale()
    return document


def locale() -> Any:  # noqa: ANN401 - UNO has no types
    return uno.createUnoStruct("com.sun.star.lang.Locale", "vi", "VN", "")


def proofread(context: Any, document: Any) -> list[list[Any]]:  # noqa: ANN401 - UNO has no types
    """Proofread as LibreOffice does while one types: its iterator asks the checkers for every flat paragraph."""
    make = context.ServiceManager.createInstanceWithContext
    iterator = make("com.sun.star.linguistic2.ProofreadingIterator", context)
    flat = document.getFlatParagraphIterator(2, False)  # noqa: FBT003 - UNO's way
    found = []
    paragraph = flat.getFirstPara()
    while paragraph:
        text = paragraph.getText()
        units = len(text.encode("utf-16-le")) // 2
        answer = iterator.checkSentenceAtPosition(document, paragraph, text, locale(), 0, units, 0)
        for error in answer.aErrors:
            assert error.nErrorType == uno.getConstantByName("com.sun.star.text.TextMarkupType.PROOFREADING")
            raw = text.encode("utf-16-le")
            piece = raw[error.nErrorStart * 2 : (error.nErrorStart + error.nErrorLength) * 2].decode(
                "utf-16-le"
            )
            found.append([error.aRuleIdentifier, piece, list(error.aSuggestions), error.aFullComment])
        paragraph = flat.getNextPara()
    return found


def main() -> None:
    pipe, command, extension = sys.argv[1:4]
    sys.path.insert(0, f"{extension}/pythonpath")
    context = connect(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    from reportlint_office import checking, settings  # type: ignore[import-not-found]

    answer: dict[str, Any] = {}
    try:
        settings.write(context, {"Command": command, "Language": "vi", "Ignore": "", "Underline": True})
        document = new_document(desktop)
        manager = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.linguistic2.LinguServiceManager", context
        )
        answer["services"] = list(
            manager.getAvailableServices("com.sun.star.linguistic2.Proofreader", locale())
        )
        answer["underlined"] = [entry for entry in proofread(context, document) if entry[0] in WANTED]
        entry = checking.findings_of(context, document)
        answer["format"] = entry["path"][-4:]
        answer["unchecked"] = [one["code"] for one in entry["unchecked"]]
        findings = [finding for finding in entry["findings"] if finding["code"] in WANTED]
        answer["listed"] = [[f["code"], f["quote"]] for f in findings]
        answer["jumped"] = []
        for finding in findings:
            checking.jump(document, finding)
            answer["jumped"].append(document.CurrentController.getSelection().getByIndex(0).getString())
        answer["applied"] = [checking.apply_fix(document, finding) for finding in reversed(findings)]
        answer["again"] = checking.apply_fix(document, findings[-1])
        answer["text"] = document.Text.getString()
        document.getUndoManager().undo()
        answer["undone"] = document.Text.getString().count(" ,")
        context.ServiceManager.createInstanceWithContext("vn.reportlint.Job", context).trigger("check")
        page = context.ServiceManager.createInstanceWithContext("vn.reportlint.OptionsPage", context)
        answer["page"] = list(page.getSupportedMethodNames())
        settings.engine(context).stop()
        document.close(True)  # noqa: FBT003 - UNO's way
    finally:
        with contextlib.suppress(Exception):  # the connection goes with it
            desktop.terminate()
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
