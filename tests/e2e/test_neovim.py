"""The real Neovim, headless: findings, code actions, hover, outline, all fixes, the list of documents."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.e2e.programs import CODES, FIXED, ROOT, SELECT, SERVER, TEXT, environment, needs


@needs("nvim")
def test_neovim(tmp_path: Path) -> None:
    report, answer, job = tmp_path / "bao-cao.md", tmp_path / "answer.json", tmp_path / "job.json"
    report.write_text(TEXT, "utf-8")
    job.write_text(
        json.dumps({"server": SERVER, "file": str(report), "answer": str(answer), "select": SELECT}), "utf-8"
    )
    command = [
        "nvim",
        "--headless",
        "-u",
        "NONE",
        "-i",
        "NONE",
        "--cmd",
        f"set rtp+={ROOT / 'editors' / 'neovim'}",
    ]
    script = Path(__file__).with_name("neovim_talk.lua")
    subprocess.run(  # noqa: S603 - the editor under test
        [*command, "-c", f"luafile {script}", "-c", "qall!"],
        env={**environment(tmp_path), "REPORTLINT_JOB": str(job)},
        check=True,
        capture_output=True,
        timeout=90,
    )
    seen = json.loads(answer.read_text("utf-8"))
    print(json.dumps(seen, ensure_ascii=False, indent=1))  # noqa: T201 - shown by pytest -s
    assert seen["codes"] == CODES
    # Neovim counts bytes
    lines = TEXT.encode().split(b"\n")
    assert [lines[line][start:end].decode() for line, start, end in seen["columns"]] == [
        " ,",
        " ,",
        "15/11/2022",
    ]
    assert seen["actions"][0].startswith("VD003 · Sửa “15/11/2022” → “15/12/2022”")
    assert "VD003" in seen["hover"]
    assert seen["symbols"] == ["Tên loại", "I. KẾT QUẢ"]
    assert seen["after"] == ["VD003"]
    assert [line for line, _ in seen["quickfix"]] == [3, 7, 9]
    assert report.read_text("utf-8") == FIXED
