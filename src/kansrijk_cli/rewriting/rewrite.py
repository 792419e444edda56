"""Changes of what a file says, done in its text: all around them stays as it is, to the byte."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kansrijk_cli.core.place import Route
from kansrijk_cli.rewriting.changes import (
    CannotChangeError,
    Change,
    Insert,
    LeaveOut,
    Mark,
    Move,
    Remove,
    Rename,
    Replace,
    meant,
)
from kansrijk_cli.rewriting.cutting import cut, emptied, gaps
from kansrijk_cli.rewriting.moving import moved
from kansrijk_cli.rewriting.sheet import Sheet
from kansrijk_cli.source.edit import BOM, Edit, applied
from kansrijk_cli.source.tree import parse


def rewritten(text: str, changes: Iterable[Change]) -> str:
    """The text after the changes, read again and compared with what it should say.

    Raises CannotChangeError when a change does not fit how the text is written.
    """
    body = text.removeprefix(BOM)
    asked = _left(list(changes))
    writer = _Writer(Sheet(body))
    for change in asked:
        writer.do(change)
    new = writer.text()
    before, after = parse(body, ""), parse(new, "")
    if after.value != meant(before.value, asked) or len(after.diagnostics) > len(
        before.diagnostics
    ):
        raise CannotChangeError
    return text[: len(text) - len(body)] + new


def _left(changes: list[Change]) -> list[Change]:
    """The changes without those of something that goes as a whole."""
    removed = {change.route for change in changes if isinstance(change, Remove)}

    def is_left(change: Change) -> bool:
        whole = len(change.route) - isinstance(change, Remove)
        return not any(change.route[:length] in removed for length in range(1, whole + 1))

    return [change for change in changes if is_left(change)]


@dataclass
class _Writer:
    """Collects what changes in a text, as spans, whole lines, and comments above lines."""

    sheet: Sheet
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    goes: dict[Route, set[Route]] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    above: dict[int, list[str]] = field(default_factory=dict)

    def do(self, change: Change) -> None:
        """Take in a change; what goes is cut at the end, for a whole list at once."""
        sheet = self.sheet
        match change:
            case Mark():
                self._mark(change.route, change.comment)
            case Remove():
                self._cut(change.route)
            case Replace():
                value = sheet.twig(change.route).value
                space = " " if sheet.text[: value.start].endswith(":") else ""
                self.spans.append((value.start, value.end, space + change.text))
            case Rename():
                start, end = sheet.twig(change.route).key or (0, 0)
                self.spans.append((start, end, change.key))
            case Insert():
                self._insert(change)
            case LeaveOut():
                self._leave_out(change)
            case Move():
                self._move(change)

    def text(self) -> str:
        """The new text."""
        sheet = self.sheet
        for parent, routes in self.goes.items():
            spans, lines = cut(sheet, parent, routes)
            self.spans += spans
            self.gone |= lines
        self.gone |= gaps(sheet, self.gone)
        whole = [(sheet.starts[n], sheet.starts[n + 1], "") for n in self.gone]
        marks = [
            (sheet.starts[n], sheet.starts[n], "".join(self._line(n, text) for text in texts))
            for n, texts in self.above.items()
            if n not in self.gone
        ]
        kept = [span for span in self.spans if sheet.number(span[0]) not in self.gone]
        every = (*whole, *marks, *kept)
        return applied(sheet.text, [[Edit(sheet.position(a, b), new) for a, b, new in every]])

    def _line(self, number: int, comment: str) -> str:
        return f"{self.sheet.indent(number)}{comment}{self.sheet.newline}"

    def _mark(self, route: Route, comment: str) -> None:
        """A comment above a line, unless it stands there already, with another old value."""
        sheet = self.sheet
        line = sheet.anchor(route)
        there = {_asked(sheet.lines[n].strip()) for n in range(sheet.first_comment(line), line)}
        marks = self.above.setdefault(line, [])
        if _asked(comment) not in there | set(map(_asked, marks)):
            marks.append(comment)

    def _insert(self, change: Insert) -> None:
        sheet = self.sheet
        after = sheet.twig((*change.route, change.after))
        entry = f"{change.key}: {change.text}"
        if sheet.parent((*change.route, change.after)).flow:
            self.spans.append((after.end, after.end, f", {entry}"))
            return
        column = after.start - sheet.starts[sheet.number(after.start)]
        end = sheet.end_of(sheet.last_line((*change.route, change.after)))
        self.spans.append((end, end, f"{sheet.newline}{' ' * column}{entry}"))

    def _leave_out(self, change: LeaveOut) -> None:
        sheet = self.sheet
        twig = sheet.twig(change.route)
        if sheet.parent(change.route).flow:
            self._mark(change.route, change.comment)
            self._cut(change.route)
            return
        self.spans.append((twig.start, twig.end, change.comment))

    def _move(self, change: Move) -> None:
        move = moved(self.sheet, change.route, change.to)
        self.spans += move.spans
        self.gone |= move.gone
        for comment in move.comments:
            self._mark(change.to[:-1], comment)
        if move.from_flow:
            self._cut(change.route)
        elif len(self.sheet.parent(change.route).entries or ()) == 1:
            self.spans.append(emptied(self.sheet, change.route[:-1], "{}"))

    def _cut(self, route: Route) -> None:
        self.goes.setdefault(route[:-1], set()).add(route)


def _asked(comment: str) -> str:
    """A comment without what stands between brackets at its end."""
    return comment.partition(" (")[0]
