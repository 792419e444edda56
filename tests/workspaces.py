"""Workspaces for tests: the smallest valid one, `tests/base`, with other files laid over it."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.outcome import Outcome
from kansrijk_cli.core.place import Position
from kansrijk_cli.output.located import exact
from kansrijk_cli.output.messages import Message, message
from kansrijk_cli.rules.examine import examine
from kansrijk_cli.rules.registry import pages
from kansrijk_cli.rules.run import Skipped
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.source.tree import Locator
from kansrijk_cli.workspace.load import Loaded, load
from kansrijk_cli.workspace.workspace import Workspace

BASE = Path(__file__).parent / "base"
ROOT = BASE.parents[1]

# The content of a file: a text, exact bytes, or `None` to take the file of the base away.
Files = Mapping[str, str | bytes | None]


def lay(folder: Path, files: Files) -> Path:
    """Copy the base to `folder` and lay files over it."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def load_over(folder: Path, files: Files, defaults: Path | None = None) -> Outcome[Loaded]:
    """The outcome of reading the base with files laid over it."""
    return load(Folder(lay(folder, files)), Folder(defaults) if defaults else None)


def workspace_of(folder: Path, files: Files) -> Workspace:
    """The workspace of the base with files laid over it."""
    return load_over(folder, files).value.workspace


@dataclass(frozen=True)
class Checked:
    """Everything that reading and the rules said, with what is needed to find its place."""

    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...]
    skipped: tuple[Skipped, ...]
    texts: Mapping[str, str]

    @property
    def codes(self) -> list[str]:
        """The codes of all diagnostics."""
        return [diagnostic.code for diagnostic in self.diagnostics]

    def position(self, diagnostic: Diagnostic) -> Position:
        """The lines and columns of a diagnostic."""
        text = self.texts.get(diagnostic.place.file, "")
        return exact(Locator(text), diagnostic.place)

    def messages(self) -> Iterator[Message]:
        """The sentences of all diagnostics."""
        return (message(d, pages()[d.code]) for d in self.diagnostics)


def check_over(folder: Path, files: Files) -> Checked:
    """Read the base with files laid over it, and run all rules."""
    return check_folder(lay(folder, files))


def check_folder(folder: Path) -> Checked:
    """Read a data folder without the default catalogue, and run all rules."""
    examined = examine(load(Folder(folder)))
    return Checked(
        examined.loaded.workspace,
        examined.diagnostics,
        examined.skipped,
        examined.loaded.texts,
    )
