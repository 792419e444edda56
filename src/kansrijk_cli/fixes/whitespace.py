"""Signs that nobody sees: a text without them says the same."""

import re

from kansrijk_cli.core.place import Position
from kansrijk_cli.source.edit import Edit, applied
from kansrijk_cli.source.spaces import mixed_ends, tails
from kansrijk_cli.source.tree import Locator, parse

_INDENTATION = re.compile(r"[ \t]*\t[ \t]*(?=[^\s])")
# How many columns people let a tab stand for.
_WIDTHS = (2, 4, 8)


def without_mark(_locator: Locator) -> tuple[Edit, ...]:
    """Without the byte order mark before the first line."""
    return (Edit((1, 0, 1, 1), ""),)


def without_tails(locator: Locator) -> tuple[Edit, ...]:
    """Without spaces at the ends of lines."""
    return tuple(Edit(position, "") for position in tails(locator))


def without_mixed_ends(locator: Locator) -> tuple[Edit, ...]:
    """With the same end of line everywhere: the one that most lines have."""
    positions, end = mixed_ends(locator)
    return tuple(Edit(position, end) for position in positions)


def without_tabs(locator: Locator) -> tuple[Edit, ...]:
    """With spaces for the tabs before a line, if every width that can be read says the same."""
    ways = [_expanded(locator, width) for width in _WIDTHS]
    read = [(way, parse(applied(locator.text, [way]), "").value) for way in ways]
    right = [(way, data) for way, data in read if data is not None]
    if not right or any(data != right[0][1] for _, data in right):
        return ()
    return right[0][0]


def _expanded(locator: Locator, width: int) -> tuple[Edit, ...]:
    edits = []
    for number, line in enumerate(locator.lines, start=1):
        match = _INDENTATION.match(line)
        if match:
            position: Position = (number, 1, number, match.end() + 1)
            edits.append(Edit(position, match[0].replace("\t", " " * width)))
    return tuple(edits)
