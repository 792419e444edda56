"""Which findings are in, or caused by, what changed between two versions of the data."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.place import Position
from kansrijk_cli.source.tree import Locator

# git calls a file moved when half of it is the same.
SAME_FILE = 0.5

_Identity = tuple[str, str, frozenset[tuple[str, Value]], str]


@dataclass(frozen=True)
class Version:
    """The data at one moment: the texts of the files, and what was found in them."""

    texts: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def located(self) -> tuple[tuple[Diagnostic, Position, str], ...]:
        """Every diagnostic with its position and the text of its first line."""
        locator = cache(lambda file: Locator(self.texts.get(file, "")))
        found: list[tuple[Diagnostic, Position, str]] = []
        for diagnostic in self.diagnostics:
            here = locator(diagnostic.place.file)
            position = here.position(diagnostic.place)
            found.append((diagnostic, position, here.lines[position[0] - 1].strip()))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Split:
    """The diagnostics that a change brought, and those that were there already."""

    new: tuple[Diagnostic, ...]
    earlier: tuple[Diagnostic, ...]


def split(before: Version, after: Version) -> Split:
    """Divide the diagnostics of `after`; new is what is on a changed line, or `before` had not.

    A finding is the same one when its code, file, parameters and line of text are: so it may
    move within its file, or with it. What has other parameters, such as another difference of a
    total, or a name that is no longer known, is caused by the change, wherever it stands.
    """
    moved = _moved(before.texts, after.texts)
    known = Counter(_identity(d, line, d.place.file) for d, _, line in before.located)
    changed = {
        file: _changed_lines(before.texts.get(moved.get(file, file), ""), text)
        for file, text in after.texts.items()
    }
    new: list[Diagnostic] = []
    earlier: list[Diagnostic] = []
    for diagnostic, position, line in after.located:
        file = diagnostic.place.file
        identity = _identity(diagnostic, line, moved.get(file, file))
        is_touched = changed.get(file, set()) & set(range(position[0], position[2] + 1))
        (earlier if known[identity] and not is_touched else new).append(diagnostic)
        known[identity] -= bool(known[identity])
    return Split(tuple(new), tuple(earlier))


def _identity(diagnostic: Diagnostic, line: str, file: str) -> _Identity:
    """What makes it the same finding. What may be meant also depends on what else there is."""
    params = frozenset(item for item in diagnostic.params.items() if item[0] != "meant")
    return diagnostic.code, file, params, line


def _changed_lines(before: str, after: str) -> set[int]:
    """The numbers of the lines of `after` that `before` did not have there."""
    if before == after:
        return set()
    matcher = SequenceMatcher(None, _lines(before), _lines(after), autojunk=False)
    return {
        line + 1
        for tag, _, _, start, end in matcher.get_opcodes()
        if tag != "equal"
        for line in range(start, end)
    }


def _moved(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """The files with another name than before, each with the name it had."""
    gone = {file: text for file, text in before.items() if file not in after}
    moved: dict[str, str] = {}
    for file in (file for file in after if file not in before):
        alike = sorted(_alike(gone, after[file]), reverse=True)
        if alike:
            moved[file] = alike[0][1]
            del gone[alike[0][1]]
    return moved


def _alike(files: Mapping[str, str], text: str) -> Iterator[tuple[float, str]]:
    """The files that are at least half the same as a text, with how much."""
    wanted = Counter(_lines(text))
    for file, other in files.items():
        lines = Counter(_lines(other))
        part = 2 * (wanted & lines).total() / (wanted.total() + lines.total())
        if part >= SAME_FILE:
            yield part, file


def _lines(text: str) -> list[str]:
    """The lines without their ends, which git may keep in another way than the disk does."""
    return text.replace("\r\n", "\n").split("\n")
