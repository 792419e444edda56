"""A YAML text as others may read it: without its comments, and with some lines left out.

Lines keep their numbers. Nothing checks a comment, and nothing else ever prints one: it may hold a
remark between colleagues, a name, or an item that was put aside.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

from yaml.nodes import Node

from kansrijk_cli.core.place import Place
from kansrijk_cli.source.comments import scalars
from kansrijk_cli.source.tree import LINE_END, Locator

_SIGN = re.compile(r"(?:^|(?<=[ \t\r]))#", re.MULTILINE)
_REST = re.compile(r"[^\n\r]*")


def shown_lines(text: str, hidden: Iterable[Place]) -> tuple[str | None, ...]:
    """The lines of a text; `None` for each that stands in one of the hidden places.

    Of a text that is no YAML nothing is shown.
    """
    locator = Locator(text)
    if locator.root is None:
        return tuple(None for _ in locator.lines)
    gone = {line for place in hidden for line in _lines(locator, place)}
    kept = LINE_END.split(_without_comments(text, locator.root))
    return tuple(
        None if number in gone else line.rstrip() for number, line in enumerate(kept, start=1)
    )


def _lines(locator: Locator, place: Place) -> range:
    """The lines that a place is on, from its key or the dash before it."""
    start, _, end, end_column = locator.position(place)
    first = locator.position(place.key())[0] if place.route else start
    # The end of a block is where the next thing begins: often at the start of another line.
    is_before_text = (
        end <= len(locator.lines) and not locator.lines[end - 1][: end_column - 1].strip()
    )
    return range(min(first, start), max(end if not is_before_text else end - 1, start) + 1)


def _without_comments(text: str, root: Node) -> str:
    """The text with spaces for its comments, so that all the rest stays in its place."""
    spans = sorted(scalars(root, text))
    starts = [start for start, _ in spans]
    kept: list[str] = []
    end = 0
    for match in _SIGN.finditer(text):
        sign = match.start()
        before = bisect_right(starts, sign) - 1
        is_text = before >= 0 and sign < spans[before][1]
        rest = _REST.match(text, sign)
        if sign >= end and not is_text and rest:
            kept += text[end:sign], " " * len(rest[0])
            end = rest.end()
    return "".join((*kept, text[end:]))
