"""Diagnostics with everything a reader needs: sentences, file, lines, columns and source text."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kansrijk_cli.core.diagnostic import Diagnostic, Severity, Value
from kansrijk_cli.core.pages import Page
from kansrijk_cli.core.place import Place, Position
from kansrijk_cli.fixes.fix import Fix
from kansrijk_cli.fixes.offer import offered
from kansrijk_cli.output.messages import Message, message
from kansrijk_cli.source.edit import BOM
from kansrijk_cli.source.tree import Locator


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as a reader finds it: the file from the current folder, and a position in it.

    `line` is the text of the first line of the span, `None` when the file cannot be shown.
    """

    file: str
    position: Position
    line: str | None


@dataclass(frozen=True, slots=True)
class Located:
    """A diagnostic, ready to be shown in any format, with what would mend it if that is known."""

    message: Message
    spot: Spot
    path: str
    related: tuple[Spot, ...]
    fix: Fix | None = None
    params: Mapping[str, Value] = field(default_factory=dict)


class Sources:
    """Finds places in the texts that were read; each text is composed at most once."""

    def __init__(self, root: Path, texts: Mapping[str, str], current: Path) -> None:
        self._root, self._texts, self._current = root, texts, current
        self._locator = cache(self._compose)

    def _compose(self, file: str) -> Locator:
        return Locator(self._texts[file])

    def name(self, file: str) -> str:
        """A file as a reader calls it, from the current folder."""
        return Path(os.path.relpath(self._root / file, self._current)).as_posix()

    def is_text_of(self, file: str, content: bytes) -> bool:
        """Whether these are the bytes of the text that was read, which may lack its first mark."""
        text = self._texts.get(file)
        return text is not None and content in (text.encode(), (BOM + text).encode())

    def spot(self, place: Place) -> Spot:
        """Where a reader finds a place."""
        name = self.name(place.file)
        if place.file not in self._texts:
            return Spot(name, place.span or (1, 1, 1, 1), None)
        here = self._locator(place.file)
        position = exact(here, place)
        line = here.lines[position[0] - 1] if position[0] <= len(here.lines) else ""
        return Spot(name, position, line.rstrip("\r"))

    def fixes(self, diagnostics: Sequence[Diagnostic]) -> list[Fix | None]:
        """What would mend each finding, in the same order."""
        by_file: dict[str, dict[int, Diagnostic]] = {}
        for number, diagnostic in enumerate(diagnostics):
            by_file.setdefault(diagnostic.place.file, {})[number] = diagnostic
        found: dict[int, Fix | None] = {}
        for file, there in by_file.items():
            if file in self._texts:
                offers = offered(file, self._locator(file), tuple(there.values()))
                found |= zip(there, offers, strict=True)
        return [found.get(number) for number in range(len(diagnostics))]


def exact(locator: Locator, place: Place) -> Position:
    """The position of a place, or of the part of its text that is meant, when that is on a line."""
    here = locator.position(place)
    if place.within is None:
        return here
    line, column, end_line, _ = here
    for number in range(line, end_line + 1):
        before = column - 1 if number == line else 0
        head, found, _ = locator.lines[number - 1][before:].partition(place.within)
        if found:
            start = before + len(head) + 1
            return (number, start, number, start + len(found))
    return here


def locate(
    diagnostics: Sequence[Diagnostic], pages: Mapping[str, Page], sources: Sources
) -> list[Located]:
    """All diagnostics with their sentences and positions, by file and line; each only once."""
    found = {
        (d.code, spot.file, spot.position, said.text): Located(
            said, spot, d.place.path, tuple(map(sources.spot, d.related)), fix, d.params
        )
        for d, fix in zip(diagnostics, sources.fixes(diagnostics), strict=True)
        for said, spot in [(message(d, pages[d.code]), sources.spot(d.place))]
    }
    return sorted(
        found.values(), key=lambda item: (item.spot.file, item.spot.position, item.message.code)
    )


def count(severities: Iterable[Severity]) -> dict[Severity, int]:
    """How many there are of each severity."""
    counted = dict.fromkeys(Severity, 0)
    for severity in severities:
        counted[severity] += 1
    return counted
