"""The real Emacs, in batch mode with eglot: findings, code actions, all fixes."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.e2e.programs import FIXED, ROOT, SELECT, SERVER, TEXT, environment, needs


def has_eglot() -> bool:
    if not shutil.which("emacs"):
        return False
    probe = ["emacs", "--batch", "--eval", "(progn (require 'package) (package-initialize) (require 'eglot))"]
    return (
        subprocess.run(  # noqa: S603 - the editor under test
            probe, capture_output=True, check=False, timeout=60
        ).returncode
        == 0
    )


@needs("emacs")
def test_emacs(tmp_path: Path) -> None:
    if not has_eglot():
        pytest.skip("Emacs has no eglot (elpa-eglot, scripts/system-packages)")
    report, answer, job = tmp_path / "bao-cao.txt", tmp_path / "answer.json", tmp_path / "job.json"
    report.write_text(TEXT, "utf-8")
    job.write_text(
        json.dumps({"server": SERVER, "file": str(report), "answer": str(answer), "select": SELECT}), "utf-8"
    )
    script = Path(__file__).with_name("emacs-talk.el")
    done = subprocess.run(  # noqa: S603 - the editor under test
        [
            *("emacs", "--batch", "--eval", "(progn (require 'package) (package-initialize))"),
            *("-L", str(ROOT / "editors" / "emacs"), "-l", str(script)),
        ],
        env={**environment(tmp_path), "REPORTLINT_JOB": str(job)},
        check=False,
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(answer.read_text("utf-8"))
    print(json.dumps(seen, ensure_ascii=False, indent=1))  # noqa: T201 - shown by pytest -s
    assert [(line, text) for line, text, _ in seen["before"]] == [(3, " ,"), (7, " ,"), (9, "15/11/2022")]
    assert seen["actions"][0].startswith("VD003 · Sửa “15/11/2022” → “15/12/2022”")
    assert report.read_text("utf-8") == FIXED
