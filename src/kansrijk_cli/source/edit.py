"""A change of a text by spans, so that everything around them stays as it is, to the byte."""

from collections.abc import Iterable
from dataclasses import dataclass

from kansrijk_cli.core.place import Position
from kansrijk_cli.source.tree import LINE_END

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Edit:
    """Another text for a span. Column 0 of line 1 is the byte order mark, if there is one."""

    position: Position
    text: str


def applied(text: str, groups: Iterable[Iterable[Edit]]) -> str:
    """The text after groups of edits, each done whole or not at all.

    A group that overlaps with an earlier one is left for a next time.
    """
    starts = _starts_of_lines(text)
    taken: list[tuple[int, int, str]] = []
    for group in groups:
        spans = [(*_offsets(starts, edit.position), edit.text) for edit in group]
        if not any(_overlap(span, other) for span in spans for other in taken):
            taken += spans
    parts, done = [], 0
    for start, end, new in sorted(taken):
        parts += [text[done:start], new]
        done = end
    return "".join((*parts, text[done:]))


def _starts_of_lines(text: str) -> list[int]:
    """Where column 1 of each line is."""
    first = len(BOM) if text.startswith(BOM) else 0
    return [first, *(match.end() for match in LINE_END.finditer(text))]


def _offsets(starts: list[int], position: Position) -> tuple[int, int]:
    line, column, end_line, end_column = position
    return starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1


def _overlap(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]
