"""Ends of lines, and spaces before them: signs that YAML ignores and people do not see."""

import re
from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.place import Place, Position
from kansrijk_cli.source.comments import scalars
from kansrijk_cli.source.tree import Locator

MIXED_ENDS, TAILS = "KR030", "KR031"

_LONE_RETURN = re.compile(r"\r(?!\n)")
_TAIL = re.compile(r"[ \t]+(?=\r?$)")


def unseen(file: str, text: str) -> Iterator[Diagnostic]:
    """At most one problem of each kind, at the first line that has it."""
    if _LONE_RETURN.search(text):
        return
    if "\r\n" in text:
        ends, _ = mixed_ends(Locator(text))
        if ends:
            place = Place(file, span=ends[0])
            yield Diagnostic(MIXED_ENDS, place, {"number": len(ends)})
    if re.search(r"[ \t]\r?(?:\n|\Z)", text):
        found = tails(Locator(text))
        if found:
            yield Diagnostic(TAILS, Place(file, span=found[0]), {"number": len(found)})


def tails(locator: Locator) -> list[Position]:
    """The spaces at the ends of lines, but not those that are in a text."""
    inside = sorted(scalars(locator.root, locator.text)) if locator.root else []
    found: list[Position] = []
    start = 0
    for number, line in enumerate(locator.lines, start=1):
        match = _TAIL.search(line)
        if match and not any(a <= start + match.start() < b for a, b in inside):
            found.append((number, match.start() + 1, number, match.end() + 1))
        start += len(line) + 1
    return found


def mixed_ends(locator: Locator) -> tuple[list[Position], str]:
    """Where lines end in another way than most, and how most end (without the newline)."""
    lines = locator.lines[:-1]
    returns = sum(line.endswith("\r") for line in lines)
    usual = "\r" if 2 * returns > len(lines) else ""
    found: list[Position] = []
    for number, line in enumerate(lines, start=1):
        if line.endswith("\r") != bool(usual):
            last = len(line) + 1
            found.append((number, last if usual else last - 1, number, last))
    return found, usual
