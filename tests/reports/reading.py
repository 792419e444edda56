"""Reading a rendered document back as GitHub would, to compare it with what went in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
# The only HTML in a document: the end of a line in a cell, and which words fill a table.
OWN_HTML = re.compile(r"<br>|<!-- tabel: [a-z-]+ -->")


@dataclass(frozen=True)
class Table:
    """A table with the caption above it, its cells as the text that a reader sees."""

    caption: str
    heads: list[str]
    rows: list[list[str]]

    def column(self, head: str) -> list[str]:
        """The cells under a head."""
        index = self.heads.index(head)
        return [row[index] for row in self.rows]

    def lines(self) -> list[str]:
        """Every line of every cell."""
        return [line for row in self.rows for cell in row for line in cell.split("\n")]

    def records(self, *folded: str) -> list[dict[str, str]]:
        """Each row as its heads with their cells.

        `folded` are the heads that a wide table may show as lines in the first cell instead.
        """
        return [
            dict(zip(self.heads, row, strict=True)) | _lines_of(row[0], folded) for row in self.rows
        ]


def _lines_of(first: str, folded: tuple[str, ...]) -> dict[str, str]:
    """The lines `Kop: waarde` of a first cell."""
    lines = (line.partition(": ") for line in first.split("\n")[1:])
    return {head: value for head, _, value in lines if head in folded}


@dataclass(frozen=True)
class Heading:
    """A heading and its level."""

    level: int
    title: str


@dataclass(frozen=True)
class Chapter:
    """A heading with everything up to the next heading of its level or higher."""

    heading: Heading
    paragraphs: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def seen(inline: Token) -> str:
    """The text that a reader sees of an inline token; `<br>` and hard breaks become line ends."""
    text = ""
    for child in inline.children or ():
        if child.type in ("text", "code_inline"):
            text += child.content
        elif child.type == "softbreak":
            text += " "
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content == "<br>"):
            text += "\n"
        elif child.type in ("html_inline", "image"):
            text += f"<!{child.type}!>"
    return text


def headings(text: str) -> list[Heading]:
    """All headings in order."""
    tokens = PARSER.parse(text)
    return [
        Heading(int(opening.tag[1]), seen(inline))
        for opening, inline in pairwise(tokens)
        if opening.type == "heading_open"
    ]


def tables(text: str) -> list[Table]:
    """All tables in order, each with the paragraph above it as its caption."""
    return [table for part in _walk(text) if isinstance(table := part, Table)]


def table_holding(text: str, *words: str) -> Table:
    """The only table with, for each of these words, a line in a cell that starts with it."""
    found = [
        table
        for table in tables(text)
        if all(any(line.startswith(word) for line in table.lines()) for word in words)
    ]
    assert len(found) == 1, [table.caption for table in found]
    return found[0]


def chapter(text: str, title: str) -> Chapter:
    """The first chapter with a title."""
    found: Chapter | None = None
    for part in _walk(text):
        if isinstance(part, Heading):
            if found and part.level <= found.heading.level:
                break
            if found is None and part.title == title:
                found = Chapter(part)
        elif found and isinstance(part, Table):
            found.tables.append(part)
        elif found and isinstance(part, Point):
            found.points.append(part.text)
        elif found and isinstance(part, str):
            found.paragraphs.append(part)
    assert found, f"er is geen hoofdstuk {title}"
    return found


@dataclass(frozen=True)
class Point:
    """A point of a list."""

    text: str


def _walk(text: str) -> Iterator[Heading | Table | Point | str]:
    tokens = iter(PARSER.parse(text))
    last, depth = "", 0
    for token in tokens:
        if token.type == "heading_open":
            yield Heading(int(token.tag[1]), seen(next(tokens)))
        elif token.type == "table_open":
            yield _table(last, tokens)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "inline":
            last = seen(token)
            yield Point(last) if depth else last


def _table(caption: str, tokens: Iterator[Token]) -> Table:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(seen(token))
    return Table(caption, rows[0], rows[1:])
