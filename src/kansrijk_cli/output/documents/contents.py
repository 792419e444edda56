"""A table of contents, numbered tables and tidy blank lines for a finished Markdown text."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

CHAPTER, SECTION = 2, 3

_HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
_CAPTION = re.compile(r"^Tabel: (?=[^\n]*\n\n\|)", re.MULTILINE)
_ESCAPES = re.compile(r"\\(.)")
_LIST_ITEM = re.compile(r" *(-|\d+\.) ")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with the anchor that GitHub and GitLab give it."""

    level: int
    title: Markup
    anchor: str


class Anchors:
    """The anchors of a document so far: the second of a name gets a number behind it."""

    def __init__(self, titles: Iterable[str] = ()) -> None:
        """`titles` are those of headings that come before."""
        self._taken: dict[str, int] = {}
        for title in titles:
            self.unique(slug(title))

    def unique(self, anchor: str) -> str:
        """The anchor, or with the first number behind it that no other heading has."""
        found = anchor
        while found in self._taken:
            self._taken[anchor] += 1
            found = f"{anchor}-{self._taken[anchor]}"
        self._taken[found] = 0
        return found


def headings(text: str, before: Iterable[str] = ()) -> list[Heading]:
    """The chapters and sections of a text, with anchors that stay unique.

    `before` are the titles of headings that come earlier in the document.
    """
    anchors = Anchors(before)
    found: list[Heading] = []
    for match in _HEADING.finditer(text):
        level, title = len(match.group(1)), match.group(2)
        anchor = anchors.unique(slug(_ESCAPES.sub(r"\1", title)))
        if level in (CHAPTER, SECTION):
            found.append(Heading(level, Markup(title), anchor))
    return found


def slug(title: str) -> str:
    """The anchor of a heading: lower case, without punctuation, spaces as hyphens."""
    kept = (c for c in title.lower() if c in "- " or unicodedata.category(c) in _KEPT)
    return "".join(kept).replace(" ", "-")


_KEPT = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc"))


def tidy(text: str) -> str:
    """Number the tables, and leave one blank line between blocks.

    A line is a block of its own, unless it goes on with a list or a table.
    """
    number = 0

    def numbered(_: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f"Tabel {number}: "

    blocks: list[str] = []
    previous = ""
    for line in (line.rstrip() for line in _CAPTION.sub(numbered, text).split("\n")):
        if line and blocks:
            blocks.append("" if _go_together(previous, line) else "\n")
        if line:
            blocks.append(line + "\n")
        previous = line
    return "".join(blocks) or "\n"


def _go_together(first: str, second: str) -> bool:
    """Whether two lines, one right after the other, are parts of one list or table."""
    both_items = _LIST_ITEM.match(first) and _LIST_ITEM.match(second)
    return bool(both_items) or (first.startswith("|") and second.startswith("|"))
