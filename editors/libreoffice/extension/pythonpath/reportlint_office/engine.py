"""The language server as a child process: started when first needed, started again when it died. Knows no UNO."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shlex
import shutil
import subprocess
import threading
from pathlib import Path

PATIENCE = 3
"""Seconds that a server may take to end by itself."""
TIMEOUT = 60
"""Seconds that an answer may take."""
_TAKEN_OUT = ("PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "URE_BOOTSTRAP")
"""What LibreOffice sets for its own Python, and another Python must not see."""


class EngineError(Exception):
    """The program is missing or does not answer; the text is for the user, in Vietnamese."""


def find_command(configured):
    """Return the command as a list. Raises `EngineError` when there is none."""
    if configured.strip():
        return shlex.split(configured, posix=os.name != "nt")
    path = os.environ.get("PATH", "") + os.pathsep + os.pathsep.join(_usual_folders())
    if found := shutil.which("reportlint", path=path):
        return [found, "lsp"]
    for python in ("python3", "python", "py"):
        found = shutil.which(python, path=path)
        if found and _has_module(found):
            return [found, "-m", "reportlint", "lsp"]
    raise EngineError(
        "Không tìm thấy reportlint. Cài bằng “pip install reportlint”, hoặc ghi lệnh ở Công cụ ▸ Tùy chọn."
    )


def _usual_folders():
    home = str(Path.home())
    local = os.environ.get("LOCALAPPDATA", "")
    found = [f"{home}/.local/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    return found + ([str(p) for p in Path(local).glob("Programs/Python/*/Scripts")] if local else [])


def _has_module(python):
    probe = [python, "-c", "import reportlint"]
    return (
        subprocess.run(probe, env=_environment(), capture_output=True, check=False, timeout=20).returncode
        == 0
    )


def _environment():
    return {key: value for key, value in os.environ.items() if key not in _TAKEN_OUT}


class Engine:
    """One server. Calls from several threads are answered one after the other."""

    def __init__(self, command, options):
        """Take the command as a list (empty to be found) and the options of the server."""
        self._command, self._options = command, options
        self._lock = threading.RLock()
        self._process = None
        self._answers = queue.Queue()
        self._count = 0
        self._versions = {}

    def findings_of_text(self, uri, text):
        """Return the diagnostics of a plain text. Raises `EngineError`."""
        with self._lock:
            self._running()
            version = self._versions.get(uri, 0) + 1
            self._versions[uri] = version
            document = {"uri": uri, "version": version}
            if version == 1:
                item = {**document, "languageId": "plaintext", "text": text}
                self._send(method="textDocument/didOpen", params={"textDocument": item})
            else:
                changes = [{"text": text}]
                self._send(
                    method="textDocument/didChange",
                    params={"textDocument": document, "contentChanges": changes},
                )
            return self._ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})["items"]

    def findings_of_file(self, path, configured_as=""):
        """Return the entry of a file, findings with where their edits are. Raises `EngineError`.

        `configured_as` is the address of the document that the file is a copy of: its configuration holds, read anew.
        """
        with self._lock:
            self._running()
            self._send(method="workspace/didChangeWatchedFiles", params={"changes": []})
            return self.run(
                "reportlint.checkFile", Path(path).as_uri(), *([configured_as] if configured_as else [])
            )

    def run(self, command, *arguments):
        """Run a command of the server. Raises `EngineError`."""
        with self._lock:
            self._running()
            return self._ask("workspace/executeCommand", {"command": command, "arguments": list(arguments)})

    def stop(self):
        """End the server: it goes when its input ends, or is made to."""
        with self._lock:
            process, self._process = self._process, None
            if process is None:
                return
            with contextlib.suppress(OSError):
                process.stdin.close()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()

    def _running(self):
        if self._process and self._process.poll() is None:
            return
        self.stop()
        command = self._command or find_command("")
        try:
            flags = {"creationflags": subprocess.CREATE_NO_WINDOW} if os.name == "nt" else {}
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                **flags,
            )
        except OSError as error:
            raise EngineError(f"Không chạy được “{' '.join(command)}”: {error}") from error
        self._versions.clear()
        self._answers = queue.Queue()
        threading.Thread(target=_read, args=(self._process.stdout, self._answers), daemon=True).start()
        capabilities = {"textDocument": {"diagnostic": {}}, "general": {"positionEncodings": ["utf-16"]}}
        parameters = {"processId": None, "capabilities": capabilities, "initializationOptions": self._options}
        self._ask("initialize", parameters)
        self._send(method="initialized", params={})

    def _send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
            self._process.stdin.flush()
        except OSError as error:
            raise EngineError("reportlint đã dừng đột ngột.") from error

    def _ask(self, method, params):
        self._count += 1
        self._send(id=self._count, method=method, params=params)
        while True:
            try:
                message = self._answers.get(timeout=TIMEOUT)
            except queue.Empty:
                raise EngineError("reportlint không trả lời.") from None
            if message is None:
                self.stop()
                raise EngineError("reportlint đã dừng đột ngột; hãy xem lại lệnh ở Công cụ ▸ Tùy chọn.")
            if message.get("id") == self._count and "method" not in message:
                if "error" in message:
                    raise EngineError(message["error"]["message"])
                return message["result"]


def _read(stream, answers):
    """Put every message of the server into a queue, None at the end or at what is no message."""
    try:
        _messages(stream, answers)
    except ValueError:  # not JSON, or the stream was closed under us
        answers.put(None)


def _messages(stream, answers):
    while True:
        length = 0
        while True:
            line = stream.readline()
            if not line:
                answers.put(None)
                return
            if not line.strip():
                break
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        answers.put(json.loads(stream.read(length)))
