"""The data folder: which YAML files it holds, and their bytes."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SKIPPED_FOLDERS = frozenset({"schemas", "templates", "__pycache__", "node_modules"})
YAML_SUFFIXES = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Folder:
    """A data folder on disk."""

    root: Path

    def files(self) -> Iterator[str]:
        """The YAML files, sorted, relative to the root, with forward slashes.

        A link is listed under its own name, whatever it points to, and never followed.
        """
        found: list[str] = []
        for parent, folders, names in os.walk(self.root):
            here = Path(parent)
            links = [name for name in folders if (here / name).is_symlink()]
            folders[:] = [n for n in folders if n not in links and not _is_skipped(n)]
            listed = [n for n in names if Path(n).suffix.lower() in YAML_SUFFIXES]
            found += (
                (here / name).relative_to(self.root).as_posix()
                for name in (*listed, *links)
                if not _is_skipped(name)
            )
        return iter(sorted(found))

    def folders(self, parent: str) -> list[str]:
        """The names of the folders directly under `parent`, sorted."""
        path = self.root / parent
        if not path.is_dir():
            return []
        inside = (p for p in path.iterdir() if p.is_dir() and not p.is_symlink())
        return sorted(p.name for p in inside if not _is_skipped(p.name))

    def is_link(self, file: str) -> bool:
        """Whether the file is a symbolic link."""
        return (self.root / file).is_symlink()

    def is_file(self, file: str) -> bool:
        """Whether it is an ordinary file, and not a pipe or a device. Raises OSError."""
        return stat.S_ISREG((self.root / file).stat().st_mode)

    def size(self, file: str) -> int:
        """The size in bytes. Raises OSError."""
        return (self.root / file).stat().st_size

    def read(self, file: str) -> bytes:
        """The bytes of a file. Raises OSError."""
        return (self.root / file).read_bytes()


def _is_skipped(name: str) -> bool:
    return name.startswith((".", "~")) or name in SKIPPED_FOLDERS
