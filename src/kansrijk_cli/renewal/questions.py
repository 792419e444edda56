"""The questions that stand in a file as comments, each with what it is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from kansrijk_cli.core.place import Route
from kansrijk_cli.rewriting.sheet import Sheet
from kansrijk_cli.source.comments import comments
from kansrijk_cli.source.outline import Branch
from kansrijk_cli.source.tree import Data, Locator, parse

_NAMES = ("title", "name", "indicator", "id")


@dataclass(frozen=True, slots=True)
class Question:
    """A question on a line, with the title of the item that it is about, if there is one."""

    line: int
    title: str | None
    text: str


@dataclass(frozen=True, slots=True)
class _Named:
    """A mapping with a title: its line (from 0), the column of its keys, and of its dash."""

    line: int
    column: int
    dash: int
    title: str


def questions(text: str, sign: str) -> Iterator[Question]:
    """The comments that start with a sign and a colon, in order."""
    found = [c for c in comments(Locator(text), sign) if c.text.startswith(f"# {sign}: ")]
    named = list(_named(Sheet(text), parse(text, "").value)) if found else []
    for comment in found:
        line, column = comment.position[0] - 1, comment.position[1] - 1
        below = min(comment.about - {line + 1}, default=0) - 1
        yield Question(
            line + 1, _title(named, line, column, below), comment.text.partition(": ")[2]
        )


def _title(named: list[_Named], line: int, column: int, below: int) -> str | None:
    """That of the item just below, at the same column; else of the item around it."""
    for item in named:
        if item.line == below and item.dash == column:
            return item.title
    around = [item for item in named if item.line <= line and item.column <= column]
    return around[-1].title if around else None


def _named(sheet: Sheet, data: Data) -> Iterator[_Named]:
    yield from _within(sheet, sheet.root, data, ())


def _within(sheet: Sheet, branch: Branch, data: Data, route: Route) -> Iterator[_Named]:
    title = next((data[n] for n in _NAMES if n in data), None) if isinstance(data, dict) else None
    if title and route and branch.entries:
        line = sheet.first_line(route) if not sheet.parent(route).flow else 0
        start = branch.entries[0].start
        column = start - sheet.starts[sheet.number(start)]
        yield _Named(line, column, len(sheet.indent(line)), " ".join(str(title).split()))
    for twig in branch.entries or ():
        inner = data[twig.step] if isinstance(data, list | dict) else None  # type: ignore[index]
        yield from _within(sheet, twig.value, inner, (*route, twig.step))
