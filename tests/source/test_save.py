"""Writing a data file: whole, with its rights, and never over somebody else's change."""

import os
from pathlib import Path

import pytest

from kansrijk_cli.source.save import save


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"oud")
    path.chmod(0o640)
    return path


def test_the_file_says_the_new_and_keeps_its_rights(file: Path) -> None:
    assert save(file, b"oud", b"nieuw\r\n")
    assert file.read_bytes() == b"nieuw\r\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_what_somebody_changed_meanwhile_is_left(file: Path) -> None:
    file.write_bytes(b"anders")
    assert not save(file, b"oud", b"nieuw")
    assert file.read_bytes() == b"anders"
    assert list(file.parent.iterdir()) == [file]


def test_a_link_is_not_written_through(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    assert not save(link, b"oud", b"nieuw")
    assert link.is_symlink()
    assert file.read_bytes() == b"oud"


def test_whoever_reads_meanwhile_sees_the_old_or_the_new(file: Path) -> None:
    """The old file is not emptied first: a reader that has it open still reads all of it."""
    with file.open("rb") as reader:
        assert save(file, b"oud", b"nieuw")
        assert reader.read() == b"oud"


def test_a_failure_leaves_the_file_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="28"):
        save(file, b"oud", b"nieuw")
    assert file.read_bytes() == b"oud"
    assert list(file.parent.iterdir()) == [file]
