"""The options of the extension, and the one engine that uses them."""

from __future__ import annotations

import threading

from com.sun.star.beans import PropertyValue

from reportlint_office.engine import Engine, find_command

GRAMMAR = "/org.openoffice.Office.Linguistic/GrammarChecking"
NODE = "/vn.reportlint.Options/Settings"
_lock = threading.Lock()
_engines = {}


def _access(context, service, node=NODE):
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    argument = PropertyValue()
    argument.Name, argument.Value = "nodepath", node
    return provider.createInstanceWithArguments(f"com.sun.star.configuration.{service}", (argument,))


def read(context):
    """Return the options as a dictionary."""
    access = _access(context, "ConfigurationAccess")
    return {name: access.getPropertyValue(name) for name in ("Command", "Language", "Ignore", "Underline")}


def write(context, values):
    """Store options, and let the next check start a new engine."""
    access = _access(context, "ConfigurationUpdateAccess")
    for name, value in values.items():
        access.setPropertyValue(name, value)
    access.commitChanges()


def check_while_typing(context):
    """Switch on what LibreOffice calls checking grammar as you type: without it no proofreader is asked."""
    access = _access(context, "ConfigurationUpdateAccess", GRAMMAR)
    access.setPropertyValue("IsAutoCheck", True)
    access.commitChanges()


def engine(context):
    """Return the engine for the options as they are now. Raises `EngineError`."""
    options = read(context)
    key = (options["Command"], options["Language"], options["Ignore"])
    with _lock:
        if key not in _engines:
            for old in _engines.values():
                old.stop()
            _engines.clear()
            ignore = [word.strip() for word in options["Ignore"].split(",") if word.strip()]
            lang = "en" if options["Language"].strip() == "en" else "vi"
            command = find_command(options["Command"])
            _engines[key] = Engine(command, {"lang": lang, "ignore": ignore, "inlayHints": False})
        return _engines[key]
