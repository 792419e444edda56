"""The data folder as git has it: the index (what the next commit holds), or an older version.

git itself is asked, in the folder and with the variables that it gave to a hook: during
`git commit FILE` the index is another file than usual, and only git knows which.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from kansrijk_cli.source.folder import Snapshot

LINK_MODE, SUBMODULE_MODE = "120000", "160000"
_NO_FILE = (LINK_MODE, SUBMODULE_MODE)


class GitError(Exception):
    """What git cannot do: a word for the text in `labels.toml`, and what git itself said."""

    def __init__(self, word: str, said: str = "") -> None:
        super().__init__(word)
        self.word, self.said = word, said


@dataclass(frozen=True, slots=True)
class Commit:
    """The last commit that changed a folder; `changed` says that its files are others by now."""

    id: str
    day: date
    changed: bool


def repository_of(folder: Path) -> Path | None:
    """The top of the repository that holds a folder, without asking git: it may refuse or lack."""
    return next((here for here in (folder, *folder.parents) if (here / ".git").exists()), None)


@dataclass(frozen=True)
class History:
    """What git knows of one data folder. Every method raises GitError."""

    root: Path

    def index(self) -> Snapshot:
        """The folder as the next commit has it."""
        listed = self._repository.ask("ls-files", "--stage", "-z", "--full-name", *self._pathspec)
        found: list[_Object] = []
        unmerged: set[str] = set()
        for description, path in _entries(listed):
            mode, blob, stage = description.split(" ")
            if stage == "0":
                found.append(_Object(mode, blob, self._name(path)))
            else:
                unmerged.add(self._name(path))
        return self._snapshot(found, unmerged)

    def revision(self, name: str) -> Snapshot:
        """The folder as it was at a commit, branch or tag."""
        repository = self._repository
        try:
            verify = ("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
            commit = repository.ask(*verify).decode("ascii").strip()
        except GitError as error:
            raise GitError("git-no-revision", error.said) from error
        listed = repository.ask("ls-tree", "-r", "-z", "--full-tree", commit)
        found: list[_Object] = []
        for description, path in _entries(listed):
            mode, _, blob = description.split(" ")
            if path.startswith(self._prefix):
                found.append(_Object(mode, blob, self._name(path)))
        return self._snapshot(found)

    def last_commit(self) -> Commit | None:
        """The last commit that changed the folder, `None` when nothing of it was ever committed."""
        repository = self._repository
        said = repository.ask("log", "-1", "--format=%H %cs", "HEAD", *self._pathspec)
        if not said.strip():
            return None
        id_, day = said.decode("ascii").split()
        status = repository.ask("status", "--porcelain", "-z", *self._pathspec)
        return Commit(id_, date.fromisoformat(day), bool(status))

    @cached_property
    def _repository(self) -> "_Repository":
        """The repository that holds the folder: the current one, if that does."""
        for folder, alone in ((Path.cwd(), False), (self.root, True)):
            try:
                said = _Repository(folder, alone).ask("rev-parse", "--show-toplevel")
            except GitError as error:
                if error.word == "git-missing":
                    raise
                continue
            top = Path(os.fsdecode(said.removesuffix(b"\n"))).resolve()
            if self.root.resolve().is_relative_to(top):
                return _Repository(folder, alone, top)
        raise GitError("git-no-repository")

    @property
    def _prefix(self) -> str:
        prefix = self.root.resolve().relative_to(self._repository.top).as_posix()
        return "" if prefix == "." else f"{prefix}/"

    @property
    def _pathspec(self) -> tuple[str, ...]:
        return ("--", f":(top,literal){self._prefix}" if self._prefix else ":(top)")

    def _name(self, path: str) -> str:
        return path.removeprefix(self._prefix)

    def _snapshot(self, found: list["_Object"], unmerged: Iterable[str] = ()) -> Snapshot:
        files = [item for item in found if item.mode not in _NO_FILE]
        contents = self._contents(item.blob for item in files)
        return Snapshot(
            self.root,
            {item.file: content for item, content in zip(files, contents, strict=True)},
            frozenset(item.file for item in found if item.mode == LINK_MODE),
            frozenset(unmerged),
        )

    def _contents(self, blobs: Iterable[str]) -> Iterator[bytes]:
        """The bytes of objects, in order: each stands behind a line with its size."""
        wanted = "".join(f"{blob}\n" for blob in blobs)
        output = self._repository.ask("cat-file", "--batch", stdin=wanted) if wanted else b""
        start = 0
        while start < len(output):
            head, _, _ = output[start:].partition(b"\n")
            begin = start + len(head) + 1
            size = int(head.rsplit(b" ", 1)[-1])
            yield output[begin : begin + size]
            start = begin + size + 1


@dataclass(frozen=True, slots=True)
class _Object:
    """A file in git: what kind, the id of its content, and its name in the data folder."""

    mode: str
    blob: str
    file: str


@dataclass(frozen=True, slots=True)
class _Repository:
    """A repository to ask; `alone` leaves out what a hook was told about another one."""

    folder: Path
    alone: bool
    top: Path = Path()

    def ask(self, *arguments: str, stdin: str = "") -> bytes:
        """What git writes. Raises GitError."""
        kept = {k: v for k, v in os.environ.items() if not (self.alone and k.startswith("GIT_"))}
        git = shutil.which("git")
        if git is None:
            raise GitError("git-missing")
        done = subprocess.run(  # noqa: S603 - no shell, and a user's word is never an option
            (git, "-C", str(self.folder), *arguments),
            env=kept | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
            input=stdin.encode("ascii"),
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise GitError("git-failed", done.stderr.decode("utf-8", "replace").strip())
        return done.stdout


def _entries(listed: bytes) -> Iterator[tuple[str, str]]:
    """Each entry of a list of git: its description, and its path from the top."""
    for entry in listed.split(b"\0"):
        description, tab, path = os.fsdecode(entry).partition("\t")
        if tab:
            yield description, path
