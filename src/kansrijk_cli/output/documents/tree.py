"""A document as a tree of frozen blocks: what every writer writes, whatever its format.

A block is a piece on lines of its own; a text is a row of inline pieces. Nothing in the tree is
markup: a writer escapes each text in the way of its format.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look. `link` is a web address, or `#` with the anchor of a heading."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line within a text."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The place that a footnote belongs to; its number counts from 1."""

    number: int


Inline = Run | Break | NoteMark
Text = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading under the title: level 2 to 6, with an anchor that is unique in the document."""

    level: int
    text: Text
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text."""

    text: Text


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of points, each some blocks. A numbered one has the number of its first point."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks that somebody else says."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that keep their spaces."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two parts."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the document by its name, and the text for who does not see it."""

    name: str
    alternative: str


Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: each row has a cell for every head, and its first cell is the head of the row.

    `words` is the group of labels whose words stand in the cells, which writers shade by meaning.
    """

    caption: Text
    heads: tuple[Text, ...]
    aligns: tuple[Align, ...]
    rows: tuple[tuple[Text, ...], ...]
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A chapter in the contents."""

    text: Text
    anchor: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The chapters of the document, with the heading above them."""

    heading: Heading
    entries: tuple[Entry, ...]


Block = Heading | Paragraph | Listing | Quote | Code | Rule | Figure | Table | Contents


@dataclass(frozen=True, slots=True)
class Tree:
    """A document: its title, its blocks, and its footnotes in the order of their numbers."""

    title: Text
    blocks: tuple[Block, ...]
    notes: tuple[tuple[Block, ...], ...] = ()


# A table with so many columns needs the long side of a page.
WIDE = 8


def plain(text: Text) -> str:
    """The words of a text without their look; a break is a space."""
    return "".join(
        piece.text if isinstance(piece, Run) else " "
        for piece in text
        if not isinstance(piece, NoteMark)
    )


def introduces(text: Text) -> bool:
    """Whether a paragraph belongs to what follows: it ends with a colon, or is a small heading."""
    bold = all(isinstance(piece, Run) and piece.strong for piece in text)
    return bold or plain(text).rstrip().endswith(":")


def within(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All blocks in order, each before the blocks inside it."""
    for block in blocks:
        yield block
        match block:
            case Listing(items=items):
                for item in items:
                    yield from within(item)
            case Quote(blocks=inner):
                yield from within(inner)
            case Contents(heading=heading):
                yield heading


def texts(blocks: tuple[Block, ...]) -> Iterator[Text]:
    """All texts in the order of reading, also the words of tables and pictures."""
    for block in blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield text
            case Listing(items=items):
                for item in items:
                    yield from texts(item)
            case Quote(blocks=inner):
                yield from texts(inner)
            case Code(text=lines) | Figure(alternative=lines):
                yield (Run(lines),)
            case Table(caption=caption, heads=heads, rows=rows):
                yield from (caption, *heads, *(cell for row in rows for cell in row))
            case Contents(heading=heading, entries=entries):
                yield from (heading.text, *(entry.text for entry in entries))
