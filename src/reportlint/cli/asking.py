"""`reportlint fix --ask`: one finding after another, in the order of the text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reportlint.cli.fix_words import change
from reportlint.said import in_language
from reportlint.writers.repairing import changes_of

if TYPE_CHECKING:
    from typing import TextIO

    from reportlint.findings import Finding
    from reportlint.fixes import Verdict

_PROMPT = {
    "vi": "  Sửa? [c] có  [k] không  [t] tất cả của {code}  [b] bỏ qua hết {code}  [q] dừng > ",
    "en": "  Repair? [y] yes  [n] no  [a] all of {code}  [s] skip all of {code}  [q] quit > ",
}
_POLICY = {"vi": {"safe": "an toàn", "ask": "cần xem lại"}, "en": {"safe": "safe", "ask": "to review"}}
_ANSWERS = {
    "c": "yes", "y": "yes", "có": "yes", "co": "yes", "yes": "yes", "k": "no", "n": "no", "không": "no", "no": "no", "t": "all",
    "a": "all", "b": "skip", "s": "skip", "q": "quit",
}  # fmt: skip


class Asking:
    """Asks about fixes and remembers the answers: a fix seen again after others were made is not asked about twice."""

    def __init__(self, lang: str = "vi", source: TextIO | None = None, out: TextIO | None = None) -> None:
        """Read answers from `source` (standard input) and ask on `out` (standard error)."""
        self.stopped = False
        self._lang, self._source, self._out = lang, source or sys.stdin, out or sys.stderr
        self._answers: dict[tuple[str, ...], bool] = {}
        self._rules: dict[str, bool] = {}

    def wanted(self, finding: Finding, judged: Verdict) -> bool:
        """Return whether the user wants a fix; False for all that follow once they quit."""
        key = (finding.code, finding.quote, finding.before, finding.after, *(e.text for e in finding.edits))
        if key in self._answers:
            return self._answers[key]
        if self.stopped:
            return False
        if finding.code not in self._rules:
            answer = self._ask(finding, judged)
            if answer == "quit":
                self.stopped = True
                return False
            if answer in {"all", "skip"}:
                self._rules[finding.code] = answer == "all"
            self._answers[key] = answer in {"yes", "all"}
            return self._answers[key]
        return self._rules[finding.code]

    def _ask(self, finding: Finding, judged: Verdict) -> str:
        out = self._out
        print(f"\n{finding.code} {finding.told(self._lang)}", file=out)
        print(f"  … {finding.before}⟦{finding.quote}⟧{finding.after} …".replace("\n", " "), file=out)
        start = finding.start
        for old, new in changes_of(finding, " " * start + finding.quote):
            why = f": {in_language(judged.reason, self._lang)}" if judged.reason else ""
            print(f"  {change(old, new)}  ({_POLICY[self._lang].get(judged.policy, '')}{why})", file=out)
        while True:
            print(_PROMPT[self._lang].format(code=finding.code), end="", file=out, flush=True)
            line = self._source.readline()
            if not line:
                return "quit"
            if answer := _ANSWERS.get(line.strip().lower()):
                return answer
