"""The real LibreOffice, headless: the extension is installed, underlines, lists, jumps and mends."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.programs import ROOT, SERVER, environment, needs

EXTENSION = ROOT / "editors" / "libreoffice"
UNO_PYTHONS = ("/usr/bin/python3", "/usr/lib/libreoffice/program/python", "/opt/libreoffice/program/python")


def uno_python() -> str:
    """Return a Python that can import `uno`; empty when there is none."""
    for python in UNO_PYTHONS:
        if Path(python).exists():
            probe = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)  # noqa: S603
            if probe.returncode == 0:
                return python
    return ""


def profile(home: Path) -> list[str]:
    """A profile and a place for extensions of its own; as root only shared extensions can be installed."""
    packages = (home / "packages").as_uri()
    return [
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        f"-env:UNO_SHARED_PACKAGES={packages}",
        f"-env:UNO_SHARED_PACKAGES_CACHE={packages}",
    ]


def office_environment(home: Path) -> dict[str, str]:
    """Leave our own Python off the PATH: the one inside LibreOffice looks there for its library, and dies of another's."""
    ours = Path(sys.executable).parent
    path = os.pathsep.join(p for p in os.environ["PATH"].split(os.pathsep) if Path(p) != ours)
    return {name: value for name, value in environment(home).items() if name != "VIRTUAL_ENV"} | {
        "PATH": path
    }


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[str]:
    """A LibreOffice with the extension, listening on a pipe of this name."""
    if not uno_python():
        pytest.skip("no Python with uno (python3-uno, scripts/system-packages)")
    (tmp_path / "packages").mkdir()
    package, name = tmp_path / "reportlint.oxt", f"reportlint-{uuid.uuid4().hex[:8]}"
    subprocess.run([sys.executable, str(EXTENSION / "build.py"), str(package)], check=True)  # noqa: S603 - ours
    env = office_environment(tmp_path)
    installed = subprocess.run(  # noqa: S603 - the office under test
        ["unopkg", "add", "--shared", "-f", "-s", str(package), *profile(tmp_path)],  # noqa: S607
        env=env,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert installed.returncode == 0, installed.stdout + installed.stderr
    office = subprocess.Popen(  # noqa: S603 - the office under test
        [
            *("soffice", "--headless", "--norestore", "--nologo", "--nodefault"),
            f"--accept=pipe,name={name};urp",
            *profile(tmp_path),
        ],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    yield name
    try:
        office.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(office.pid, 9)
        office.wait()


@needs("soffice")
@needs("unopkg")
def test_libreoffice(pipe: str) -> None:
    talk = Path(__file__).with_name("libreoffice_talk.py")
    done = subprocess.run(  # noqa: S603 - ours
        [uno_python(), str(talk), pipe, shlex.join(SERVER), str(EXTENSION / "extension")],
        check=False,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    print(json.dumps(seen, ensure_ascii=False, indent=1))  # noqa: T201 - shown by pytest -s
    assert seen["services"] == ["vn.reportlint.Proofreader"]
    assert [entry[:3] for entry in seen["underlined"]] == [
        ["DC001", " ,", [","]],
        ["DC001", " ,", [","]],
        ["VD003", "15/11/2022", ["15/12/2022"]],
    ]
    assert seen["format"] == ".odt"
    assert seen["listed"] == [["DC001", " ,"], ["DC001", " ,"], ["VD003", "15/11/2022"]]
    assert seen["jumped"] == [" ,", " ,", "15/11/2022"]
    assert seen["applied"] == [True, True, True]
    assert not seen["again"]
    assert " ," not in seen["text"]
    assert "15/11" not in seen["text"]
    assert seen["undone"] == 1
    assert seen["page"] == ["external_event"]
