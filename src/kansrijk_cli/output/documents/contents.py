"""A table of contents, numbered tables and tidy blank lines for a finished Markdown text."""

import re
from dataclasses import dataclass

from markupsafe import Markup

_HEADING = re.compile(r"^(#{2,3}) (.+)$", re.MULTILINE)
_CAPTION = re.compile(r"^Tabel: ", re.MULTILINE)
_BLANKS = re.compile(r"\n{3,}")
_ESCAPES = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with the anchor that GitHub and GitLab give it."""

    level: int
    title: Markup
    anchor: str


def headings(text: str) -> list[Heading]:
    """The chapters and sections of a text, with anchors that stay unique."""
    seen: dict[str, int] = {}
    found: list[Heading] = []
    for match in _HEADING.finditer(text):
        title = match.group(2)
        anchor = slug(_ESCAPES.sub(r"\1", title))
        count = seen.get(anchor, 0)
        seen[anchor] = count + 1
        unique = f"{anchor}-{count}" if count else anchor
        found.append(Heading(len(match.group(1)), Markup(title), unique))
    return found


def slug(title: str) -> str:
    """The anchor of a heading: lower case, without punctuation, spaces as hyphens."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def tidy(text: str) -> str:
    """Number the tables, and leave one blank line between blocks."""
    number = 0

    def numbered(_: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f"Tabel {number}: "

    lines = "\n".join(line.rstrip() for line in _CAPTION.sub(numbered, text).split("\n"))
    return _BLANKS.sub("\n\n", lines).strip() + "\n"
