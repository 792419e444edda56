"""The steps between versions of the data, found by the names of their files.

`v1_to_v2_words.py` has a function `changes(file, folder)`: what must change in one file to bring it
from version 1 to version 2. `folder` holds the plain data of all files, so that a step may move
something from one file to another. In a file that is of the new version already it finds nothing,
so that a migration that was broken off can be done again.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import kansrijk_cli.migrations as package
from kansrijk_cli.rewriting.changes import Change
from kansrijk_cli.source.tree import Data

Changes = Callable[[str, Mapping[str, Data]], Iterable[Change]]

_NAME = re.compile(r"v(\d+)_to_v(\d+)_(\w+)")


@dataclass(frozen=True, slots=True)
class Step:
    """From one version to the next."""

    before: int
    words: str
    changes: Changes

    @property
    def after(self) -> int:
        """The version it leads to."""
        return self.before + 1


@cache
def steps() -> tuple[Step, ...]:
    """All steps, in order. Raises ValueError for a name that skips a version."""
    return ordered(
        (module.name, import_module(f"{package.__name__}.{module.name}").changes)
        for module in iter_modules(package.__path__)
        if _NAME.fullmatch(module.name)
    )


def ordered(named: Iterable[tuple[str, Changes]]) -> tuple[Step, ...]:
    """Steps by the names of their files. Raises ValueError when they are no chain from 1."""
    found = {}
    for name, changes in named:
        match = _NAME.fullmatch(name)
        before, after, words = match.groups() if match else ("0", "0", "")
        if int(after) != int(before) + 1 or int(before) in found:
            raise ValueError(name)
        found[int(before)] = Step(int(before), words.replace("_", "-"), changes)
    if sorted(found) != list(range(1, len(found) + 1)):
        raise ValueError(sorted(found))
    return tuple(found[before] for before in sorted(found))


def needed(known: Sequence[Step], version: int) -> tuple[Step, ...]:
    """The steps from a version to the newest."""
    return tuple(step for step in known if step.before >= version)
