"""A YAML text as lines: which lines an item has, and which comments are its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kansrijk_cli.core.place import Position, Route
from kansrijk_cli.rewriting.changes import CannotChangeError
from kansrijk_cli.source.outline import Branch, Twig, outline


@dataclass(frozen=True)
class Sheet:
    """A text without byte order mark. Lines are counted from 0."""

    text: str

    @cached_property
    def root(self) -> Branch:
        """The whole text. Raises CannotChangeError when it is no YAML, or has old line ends."""
        root = outline(self.text)
        if root is None or "\r" in self.text.replace("\r\n", "\n"):
            raise CannotChangeError
        return root

    @cached_property
    def lines(self) -> list[str]:
        """The lines, each with its end."""
        parts = self.text.split("\n")
        return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts, and where the text ends."""
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line))
        return starts

    @cached_property
    def newline(self) -> str:
        """How lines end here."""
        return "\r\n" if self.lines and self.lines[0].endswith("\r\n") else "\n"

    @cached_property
    def inside(self) -> frozenset[int]:
        """The lines within a text, on which a `#` is no comment."""
        return frozenset(n for a, b in _scalars(self.root) for n in self._between(a, b))

    def _between(self, start: int, end: int) -> range:
        return range(self.number(start) + 1, self.number(max(end - 1, start)) + 1)

    def number(self, offset: int) -> int:
        """The line of an offset."""
        low, high = 0, max(len(self.lines) - 1, 0)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.starts[middle] <= offset else (low, middle - 1)
        return low

    def indent(self, line: int) -> str:
        """The spaces before a line."""
        return self.lines[line][: len(self.lines[line]) - len(self.lines[line].lstrip())]

    def end_of(self, line: int) -> int:
        """Where a line ends, before its line end."""
        return self.starts[line] + len(self.lines[line].rstrip("\r\n"))

    def is_blank(self, line: int) -> bool:
        """Whether nothing stands on a line; also before the first."""
        return 0 <= line < len(self.lines) and not self.lines[line].strip()

    def is_comment(self, line: int) -> bool:
        """Whether a line holds a comment and nothing else."""
        if line < 0 or line in self.inside:
            return False
        return self.lines[line].lstrip().startswith("#")

    def first_comment(self, line: int) -> int:
        """The first line of the comments directly above a line, or that line itself."""
        while self.is_comment(line - 1):
            line -= 1
        return line

    def twig(self, route: Route) -> Twig:
        """The item or entry at a route. Raises CannotChangeError when there is none."""
        twig = self.root.find(route)
        if twig is None:
            raise CannotChangeError(route)
        return twig

    def parent(self, route: Route) -> Branch:
        """The list or mapping that holds what is at a route."""
        return self.twig(route[:-1]).value if len(route) > 1 else self.root

    def first_line(self, route: Route) -> int:
        """The line on which a block item or entry starts: that of its dash or key."""
        twig = self.twig(route)
        line = self.number(twig.start)
        if twig.key:
            return line
        while not self.lines[line].lstrip().startswith("-"):
            line -= 1
        between = self.text[self.starts[line] : twig.start]
        if line == self.number(twig.start) and between.strip() not in ("-", ""):
            raise CannotChangeError(route)
        return line

    def last_line(self, route: Route) -> int:
        """The last line of an item or entry."""
        twig = self.twig(route)
        return self.number(max(twig.end - 1, twig.start))

    def anchor(self, route: Route) -> int:
        """The line above which a comment about a route can stand: outside braces and brackets."""
        for length in range(len(route), 0, -1):
            above = (self.parent(route[: n + 1]) for n in range(length))
            if not any(branch.flow for branch in above):
                return self.first_line(route[:length])
        return self.number(self.root.start)

    def shares_dash(self, route: Route) -> bool:
        """Whether an entry stands on the line of the dash of its item."""
        start = self.twig(route).start
        before = self.text[self.starts[self.number(start)] : start]
        return before.lstrip().startswith("-")

    def position(self, start: int, end: int) -> Position:
        """A span as lines and columns counted from 1."""
        first, last = self.number(start), self.number(end)
        return (first + 1, start - self.starts[first] + 1, last + 1, end - self.starts[last] + 1)


def _scalars(branch: Branch) -> Iterator[tuple[int, int]]:
    if branch.entries is None:
        yield branch.start, branch.end
    for twig in branch.entries or ():
        if twig.key:
            yield twig.key
        yield from _scalars(twig.value)
