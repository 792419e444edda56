"""Which version of the data is checked, and which part of it is shown."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kansrijk_cli.cli.session import UseError
from kansrijk_cli.source.folder import DataFolder, Folder, Overlay
from kansrijk_cli.source.git import GitError, History

STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Scope:
    """What somebody asked to check. Raises UseError when that does not go together.

    `from_repository` names files from the top of the repository, if there is one.
    """

    paths: tuple[Path, ...] = ()
    region: str | None = None
    staged: bool = False
    since: str | None = None
    stdin_name: Path | None = None
    from_repository: bool = False

    def __post_init__(self) -> None:
        if STDIN in self.paths and len(self.paths) > 1:
            raise UseError("stdin-alone")
        if self.from_stdin != (self.stdin_name is not None):
            raise UseError("stdin-name")
        if self.from_stdin and (self.staged or self.region):
            raise UseError("stdin-alone")

    @property
    def from_stdin(self) -> bool:
        """Whether one file comes from standard input, as an editor has it."""
        return STDIN in self.paths

    @property
    def asked(self) -> tuple[Path, ...]:
        """The files and folders to show, none for all."""
        return (self.stdin_name,) if self.stdin_name else self.paths


def data_in(root: Path, scope: Scope) -> DataFolder:
    """The data as asked for: on disk, in the index of git, or with one file from an editor."""
    if scope.staged:
        with _git_may_refuse():
            return History(root).index()
    if scope.stdin_name:
        return Overlay(Folder(root), {name_in(root, scope.stdin_name): sys.stdin.buffer.read()})
    return Folder(root)


def data_at(root: Path, revision: str) -> DataFolder:
    """The data as git has it at a revision."""
    with _git_may_refuse(revision):
        return History(root).revision(revision)


def name_in(root: Path, path: Path) -> str:
    """A path as it is called in the data folder. Raises UseError when it lies elsewhere."""
    if not path.resolve().is_relative_to(root.resolve()):
        raise UseError("path-outside", path=path, folder=root)
    return path.resolve().relative_to(root.resolve()).as_posix()


@contextmanager
def _git_may_refuse(revision: str = "") -> Iterator[None]:
    try:
        yield
    except GitError as error:
        raise UseError(error.word, said=error.said, revision=revision) from error
