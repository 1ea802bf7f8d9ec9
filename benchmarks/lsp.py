"""How fast the language server starts and answers a keystroke, measured through its pipes as an editor sees it.

    python benchmarks/lsp.py [REPORT.md …]

A keystroke is a change of one character and the request for the findings of the new text, timed until the answer. The
first report (default: the example with planted defects) is also repeated, with other words, until it has 1 MB.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any

SERVER = [sys.executable, "-m", "reportlint", "lsp"]
KEYSTROKES = 60
BIG = 1_000_000
"""Size of the big text (bytes)."""
STARTS = 5
SECOND = 1000.0


class Client:
    """Just enough of an editor."""

    def __init__(self) -> None:
        """Start a server and shake hands."""
        self.process = subprocess.Popen(SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._count = 0
        capabilities = {
            "general": {"positionEncodings": ["utf-16"]},
            "textDocument": {"diagnostic": {}},
            "workspace": {"diagnostics": {"refreshSupport": True}},
        }
        self.request("initialize", {"processId": os.getpid(), "capabilities": capabilities})
        self.notify("initialized", {})

    def notify(self, method: str, params: dict[str, Any]) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def request(self, method: str, params: dict[str, Any] | None = None) -> Any:  # noqa: ANN401 - JSON
        """Send a request and wait for its answer."""
        self._count += 1
        self._send({"id": self._count, "method": method, "params": params or {}})
        while (message := self._receive()).get("id") != self._count:
            pass
        return message["result"]

    def leave(self) -> float:
        """End the server. Return the CPU time it used (ms)."""
        self.request("shutdown")
        self.notify("exit", {})
        _, _, usage = os.wait4(self.process.pid, 0)
        return (usage.ru_utime + usage.ru_stime) * SECOND

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = _open(self.process.stdin)
        pipe.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        pipe.flush()

    def _receive(self) -> dict[str, Any]:
        pipe, length = _open(self.process.stdout), 0
        while line := pipe.readline().strip():
            length = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(pipe.read(length))
        return message


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise RuntimeError("the server has no pipes")
    return pipe


def keystrokes(text: str, count: int = KEYSTROKES) -> tuple[float, list[float], int]:
    """Type letters in the middle of long lines, all over the text. Return ms to open, ms of each keystroke, findings."""
    client = Client()
    uri = "untitled:report.md"
    began = time.perf_counter()
    item = {"uri": uri, "languageId": "markdown", "version": 0, "text": text}
    client.notify("textDocument/didOpen", {"textDocument": item})
    found = client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    opened = (time.perf_counter() - began) * SECOND
    long_lines = [i for i, line in enumerate(text.split("\n")) if len(line) > 200]
    spent = []
    for i in range(count):
        place = {"line": long_lines[i * len(long_lines) // count], "character": 100}
        began = time.perf_counter()
        change = {"range": {"start": place, "end": place}, "text": "a"}
        document = {"uri": uri, "version": i + 1}
        client.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        found = client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        spent.append((time.perf_counter() - began) * SECOND)
    client.leave()
    return opened, sorted(spent), len(found["items"])


def grown(text: str) -> str:
    """Repeat a text until it is big; paragraphs differ, so that no two are read as one."""
    lines, out, size, turn = text.split("\n"), [], 0, 0
    while size < BIG:
        for line in lines:
            out.append(f"{line} Đợt {turn} năm ấy." if turn and len(line) > 200 else line)
            size += len(out[-1].encode()) + 1
        turn += 1
    return "\n".join(out)


def main() -> None:
    """Measure and print a table."""
    paths = sys.argv[1:] or [str(Path(__file__).parent.parent / "examples" / "bao-cao-ubnd-huyen.md")]
    starts = sorted(Client().leave() for _ in range(STARTS))
    print(f"start and end of the server: {starts[len(starts) // 2]:.0f} ms CPU (median of {STARTS})")
    print(f"{'text':<40}{'kB':>6}{'open':>8}{'p50':>8}{'p95':>8}{'max':>8}{'findings':>10}   (ms)")
    texts = [(Path(path).name, Path(path).read_text("utf-8")) for path in paths]
    for name, text in [*texts, (f"{texts[0][0]}, grown", grown(texts[0][1]))]:
        opened, spent, found = keystrokes(text)
        p50, p95 = spent[len(spent) // 2], spent[int(len(spent) * 0.95)]
        size = len(text.encode()) // 1000
        print(f"{name[:38]:<40}{size:>6}{opened:>8.0f}{p50:>8.1f}{p95:>8.1f}{spent[-1]:>8.1f}{found:>10}")


if __name__ == "__main__":
    main()
