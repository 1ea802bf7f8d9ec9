"""A real Chromium, driven over the WebDriver protocol by nothing but the standard library."""

from __future__ import annotations

import base64
import json
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

SECONDS = 60
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Chromium:
    """One window. `downloads` is where it puts what it downloads."""

    def __init__(self, folder: Path) -> None:
        self.downloads = folder / "downloads"
        self._driver = subprocess.Popen(
            ["chromedriver", "--port=0"],  # noqa: S607 - the browser under test
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._driver.stdout
        port = next(
            line.rsplit(maxsplit=1)[1].rstrip(".")
            for line in self._driver.stdout
            if "started successfully on port" in line
        )
        self._at = f"http://127.0.0.1:{port}/session"
        options = {
            "args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--force-prefers-reduced-motion", "--window-size=1280,900", f"--user-data-dir={folder / 'profile'}"],
            "prefs": {"download.default_directory": str(self.downloads)},
        }  # fmt: skip
        wanted = {"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}
        self._at += "/" + self._call("", {"capabilities": wanted})["sessionId"]

    def close(self) -> None:
        try:
            self._call("", method="DELETE")
        finally:
            self._driver.terminate()
            self._driver.wait(20)
            assert self._driver.stdout
            self._driver.stdout.close()

    def _call(self, path: str, said: dict[str, Any] | None = None, method: str = "POST") -> Any:  # noqa: ANN401 - JSON
        data = None if said is None else json.dumps(said).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self._at + path, data, headers, method=method)  # noqa: S310 - our own driver
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - the same
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None

    def open(self, address: str) -> None:
        self._call("/url", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401 - JSON
        return self._call("/execute/sync", {"script": script, "args": list(arguments)})

    def command(self, name: str, **parameters: object) -> Any:  # noqa: ANN401 - JSON
        """Send a command of the DevTools."""
        return self._call("/goog/cdp/execute", {"cmd": name, "params": parameters})

    def until(self, condition: str, *arguments: object) -> Any:  # noqa: ANN401 - JSON
        """Wait for a JavaScript expression to be true."""
        return wait(lambda: self.run(f"return {condition}", *arguments), condition)

    def click(self, selector: str) -> None:
        element = self._call("/element", {"using": "css selector", "value": selector})[ELEMENT]
        self._call(f"/element/{element}/click", {})

    def keys(self, keys: str) -> None:
        """Press keys one after the other, on whatever has the focus."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._call("/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def drop(self, *paths: Path) -> None:
        """Drag files over the page and let them go."""
        data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self.command("Input.dispatchDragEvent", type=kind, x=200, y=200, data=data)

    def pick(self, selector: str, *paths: Path) -> None:
        """Choose files as a click on a file input does."""
        element = self._call("/element", {"using": "css selector", "value": selector})[ELEMENT]
        self._call(f"/element/{element}/value", {"text": "\n".join(map(str, paths))})

    def downloaded(self, name: str) -> Path:
        path = self.downloads / name
        wait(path.exists, name)
        return path

    def complaints(self) -> list[str]:
        """What the browser has written on its console since it was asked last: errors, refusals by policy."""
        return [entry["message"] for entry in self._call("/se/log", {"type": "browser"})]

    def picture(self, path: Path, width: int, height: int, *, dark: bool = False) -> None:
        """Keep a picture of the window at a size (CSS pixels)."""
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)  # fmt: skip
        scheme = "dark" if dark else "light"
        self.command(
            "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}]
        )
        path.write_bytes(base64.b64decode(self._call("/screenshot", method="GET")))


def wait(done: Callable[[], Any], what: str) -> Any:  # noqa: ANN401 - whatever it gives
    """Return what is true in the end."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if found := done():
            return found
        time.sleep(0.05)
    raise AssertionError(f"never came: {what}")
