"""The page under Tools ▸ Options."""

from __future__ import annotations

import unohelper
from com.sun.star.awt import XContainerWindowEventHandler
from com.sun.star.lang import XServiceInfo
from reportlint_office import settings
from reportlint_office.engine import EngineError, find_command

NAME = "vn.reportlint.OptionsPage"


class OptionsPage(unohelper.Base, XContainerWindowEventHandler, XServiceInfo):
    """Shows the options, stores them, says which program is used."""

    def __init__(self, context, *_arguments):
        self._context = context

    def callHandlerMethod(self, window, event, method):
        if method != "external_event":
            return False
        if event == "ok":
            self._store(window)
        elif event in {"initialize", "back"}:
            self._show(window)
        return True

    def getSupportedMethodNames(self):
        return ("external_event",)

    def getImplementationName(self):
        return NAME

    def supportsService(self, name):
        return name == NAME

    def getSupportedServiceNames(self):
        return (NAME,)

    def _show(self, window):
        values = settings.read(self._context)
        for name in ("Command", "Ignore", "Language"):
            window.getControl(name).setText(values[name])
        window.getControl("Underline").setState(int(values["Underline"]))
        try:
            state = "Đang dùng: " + " ".join(find_command(values["Command"]))
        except EngineError as error:
            state = str(error)
        window.getControl("state").setText(state)

    def _store(self, window):
        values = {name: window.getControl(name).getText() for name in ("Command", "Ignore", "Language")}
        values["Language"] = "en" if values["Language"].strip() == "en" else "vi"
        settings.write(
            self._context, {**values, "Underline": bool(window.getControl("Underline").getState())}
        )


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(OptionsPage, NAME, (NAME,))
