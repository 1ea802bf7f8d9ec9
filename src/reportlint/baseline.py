"""The baseline: findings accepted as they are, so that only new ones are reported. Works for every format.

A finding is known by its fingerprint: rule, quote and near context, with no place, so that text added elsewhere does
not make it new. The file is JSON, one line a finding, meant to be read in a review and kept under version control.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportlint.errors import SettingsError, system_cause

if TYPE_CHECKING:
    from collections.abc import Iterable

VERSION = 1
CONTEXT = 20
"""How much of the text on each side counts (code points, blanks and case apart)."""

Entry = dict[str, Any]


def fingerprint(finding: dict[str, Any]) -> str:
    """Return 16 hexadecimal digits of rule, quote and near context, all normalised."""
    from _blake2 import blake2b  # what hashlib offers, without loading OpenSSL

    context = finding["context"]
    before, after = _normal(context["before"])[-CONTEXT:], _normal(context["after"])[:CONTEXT]
    key = "\x1f".join((finding["code"], before, _normal(finding["quote"]), after))
    return str(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest())


def _normal(text: str) -> str:
    return "".join(text.split()).casefold()


class Baseline:
    """Known findings by file: fingerprint → how often. Paths are kept as seen from the folder of the baseline file."""

    def __init__(self, path: str, known: dict[str, dict[str, int]]) -> None:
        """Take what the file says."""
        self._folder = Path(path).resolve().parent
        self._left = {file: Counter(marks) for file, marks in known.items()}

    @classmethod
    def read(cls, path: str) -> Baseline:
        """Read a baseline. Raises `SettingsError`."""
        try:
            data = json.loads(Path(path).read_text("utf-8"))
            if data["version"] != VERSION:
                raise SettingsError(
                    f"{path}: tệp ghi nhận tồn tại của phiên bản khác ({data['version']}); hãy tạo lại",
                    f"{path}: a baseline of another version ({data['version']}); make it anew",
                )
            known = {
                file: {item["fingerprint"]: item["count"] for item in items}
                for file, items in data["files"].items()
            }
        except OSError as error:
            why = system_cause(error)
            raise SettingsError(
                f"{path}: không đọc được tệp ghi nhận tồn tại ({why.vi}); tạo bằng: reportlint baseline",
                f"{path}: the baseline cannot be read ({why.en}); made by: reportlint baseline",
            ) from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SettingsError(
                f"{path}: không phải tệp ghi nhận tồn tại do reportlint tạo ({error})",
                f"{path}: no baseline made by reportlint ({error})",
            ) from error
        return cls(path, known)

    def new(self, path: str, findings: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the findings of a file that the baseline does not hold; each known one is used up once."""
        left = self._left.get(name_in(self._folder, path), Counter())
        fresh = []
        for finding in findings:
            mark = fingerprint(finding)
            if left[mark] > 0:
                left[mark] -= 1
            else:
                fresh.append(finding)
        return fresh

    def unused(self, path: str) -> int:
        """Return how many findings of a file the baseline holds that are there no more (after `new`)."""
        return sum(self._left.get(name_in(self._folder, path), Counter()).values())


def name_in(folder: Path, path: str) -> str:
    """Return a path as seen from a folder, with forward slashes."""
    full = Path(path).resolve()
    return full.relative_to(folder).as_posix() if full.is_relative_to(folder) else full.as_posix()


def written(entries: Iterable[Entry], path: str) -> str:
    """Return the text of a baseline file at `path` that holds every finding of the entries."""
    folder = Path(path).resolve().parent
    files: dict[str, list[dict[str, Any]]] = {}
    for entry in entries:
        counts: Counter[str] = Counter()
        shown: dict[str, dict[str, Any]] = {}
        for finding in entry["findings"]:
            mark = fingerprint(finding)
            counts[mark] += 1
            shown.setdefault(mark, {"code": finding["code"], "quote": finding["quote"]})
        if counts:
            files[name_in(folder, entry["path"])] = [
                {**shown[mark], "fingerprint": mark, "count": n} for mark, n in counts.items()
            ]
    lines = [f'{{"version": {VERSION}, "files": {{']
    for i, (file, items) in enumerate(sorted(files.items())):
        lines.append(f" {json.dumps(file, ensure_ascii=False)}: [")
        lines.append(",\n".join("  " + json.dumps(item, ensure_ascii=False) for item in items))
        lines.append(" ]" + ("," if i + 1 < len(files) else ""))
    return "\n".join([*lines, "}}"]) + "\n"
