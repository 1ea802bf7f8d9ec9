"""Files on disk: whole or not at all, never over somebody else's work."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from reportlint.errors import UnreadableError
from reportlint.writers import UnwritableError, files


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "báo cáo.md"
    path.write_bytes(b"cu\n")
    return path


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def test_replaces_and_keeps_a_backup(report: Path) -> None:
    report.chmod(0o640)
    kept = files.replace(files.read(report), b"moi\n")
    assert report.read_bytes() == b"moi\n"
    assert kept is not None
    assert (kept.name, kept.read_bytes()) == ("báo cáo.md.bak", b"cu\n")
    assert report.stat().st_mode & 0o777 == 0o640
    assert files.replace(files.read(report), b"moi hon\n") == report.with_name("báo cáo.md.bak2")
    assert files.replace(files.read(report), b"moi nua\n", backup=False) is None
    assert names(report) == ["báo cáo.md", "báo cáo.md.bak", "báo cáo.md.bak2"]


def test_refuses_a_file_changed_since_it_was_read(report: Path) -> None:
    snapshot = files.read(report)
    report.write_bytes(b"nguoi khac sua\n")
    with pytest.raises(UnwritableError, match="đã thay đổi"):
        files.replace(snapshot, b"moi\n")
    assert report.read_bytes() == b"nguoi khac sua\n"
    assert names(report) == ["báo cáo.md"]


@pytest.mark.parametrize("lock", ["~$báo cáo.md", "~$o cáo.md", ".~lock.báo cáo.md#"])
def test_refuses_a_file_that_is_open(report: Path, lock: str) -> None:
    report.with_name(lock).write_bytes(b"")
    with pytest.raises(UnwritableError, match="đang được mở"):
        files.replace(files.read(report), b"moi\n")
    assert report.read_bytes() == b"cu\n"


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_full_disk_leaves_everything_as_it_was(
    report: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if step == "write":
        monkeypatch.setattr(os, "fdopen", full)
    else:
        monkeypatch.setattr(os, step, full)
    snapshot = files.read(report)
    with pytest.raises(UnwritableError, match="ổ đĩa đã đầy"):
        files.replace(snapshot, b"moi\n", backup=False)
    monkeypatch.undo()
    assert report.read_bytes() == b"cu\n"
    assert names(report) == ["báo cáo.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_folder(report: Path) -> None:
    report.parent.chmod(0o500)
    try:
        with pytest.raises(UnwritableError, match="không ghi được: không có quyền"):
            files.replace(files.read(report), b"moi\n")
    finally:
        report.parent.chmod(0o700)


def test_no_right_to_write_is_said_so(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(UnwritableError, match="không ghi được: không có quyền"):
        files.write(report, b"moi\n")


def test_link_is_followed_and_stays_a_link(report: Path) -> None:
    link = report.with_name("link.md")
    link.symlink_to(report)
    files.replace(files.read(link), b"moi\n", backup=False)
    assert link.is_symlink()
    assert report.read_bytes() == b"moi\n"


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="không tìm thấy"):
        files.read(tmp_path / "a.md")
