"""Moving an entry of a mapping to the end of another mapping of the same text."""

from dataclasses import dataclass

from kansrijk_cli.core.place import Route
from kansrijk_cli.rewriting.changes import CannotChangeError
from kansrijk_cli.rewriting.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Moved:
    """What changes: spans, lines that go, and comments that must come above the new place."""

    spans: tuple[tuple[int, int, str], ...]
    gone: frozenset[int] = frozenset()
    comments: tuple[str, ...] = ()
    from_flow: bool = False


def moved(sheet: Sheet, route: Route, to: Route) -> Moved:
    """How to move the entry at `route`. Raises CannotChangeError when that cannot be written."""
    holder = sheet.twig(to[:-1]).value if len(to) > 1 else sheet.root
    if not holder.entries or to[: len(route)] == route:
        raise CannotChangeError(route)
    twig = sheet.twig(route)
    value = sheet.text[twig.value.start : twig.value.end]
    last = holder.entries[-1]
    from_flow = sheet.parent(route).flow
    if holder.flow:
        if not from_flow and ("\n" in value or twig.value.block):
            raise CannotChangeError(route)
        addition = (last.end, last.end, f", {to[-1]}: {value}")
        if from_flow:
            return Moved((addition,), from_flow=True)
        return Moved((addition,), _lines(sheet, route), tuple(_comments(sheet, route)))
    column = holder.entries[0].start - sheet.starts[sheet.number(holder.entries[0].start)]
    end = sheet.end_of(sheet.last_line((*to[:-1], last.step)))
    if from_flow:
        text = f"{sheet.newline}{' ' * column}{to[-1]}: {value}"
        return Moved(((end, end, text),), from_flow=True)
    gone = _lines(sheet, route)
    if sheet.number(end) in gone:
        end = sheet.end_of(min(gone) - 1)
    text = sheet.newline + _snippet(sheet, route, str(to[-1]), column)
    return Moved(((end, end, text),), gone)


def _lines(sheet: Sheet, route: Route) -> frozenset[int]:
    if sheet.shares_dash(route):
        raise CannotChangeError(route)
    first = sheet.first_comment(sheet.first_line(route))
    return frozenset(range(first, sheet.last_line(route) + 1))


def _comments(sheet: Sheet, route: Route) -> list[str]:
    """The comments above a block entry and behind it."""
    first, last = sheet.first_line(route), sheet.last_line(route)
    above = [sheet.lines[n].strip() for n in range(sheet.first_comment(first), first)]
    behind = sheet.text[sheet.twig(route).end : sheet.end_of(last)].strip()
    return [*above, *([behind] if behind else [])]


def _snippet(sheet: Sheet, route: Route, key: str, column: int) -> str:
    """The lines of an entry with another key, so that the key stands in a column."""
    span = sheet.twig(route).key or (0, 0)
    lines = sorted(_lines(sheet, route))
    start, end = sheet.starts[lines[0]], sheet.end_of(lines[-1])
    whole = sheet.text[start : span[0]] + key + sheet.text[span[1] : end]
    now = span[0] - sheet.starts[sheet.number(span[0])]
    return "\n".join(_shifted(line, column - now) for line in whole.split("\n"))


def _shifted(line: str, columns: int) -> str:
    """A line further to the right, or to the left as far as there are spaces."""
    if not line.strip():
        return line
    if columns >= 0:
        return " " * columns + line
    return line[min(-columns, len(line) - len(line.lstrip())) :]
