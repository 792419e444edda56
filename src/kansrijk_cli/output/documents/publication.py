"""A document ready to be written in any format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.documents.tree import Tree

_POINTS_A_PIXEL = 0.75
# A picture is at most so much of a page; it is made smaller to be half a page, but not too small.
_HIGHEST, _GOOD, _SMALLEST = 0.85, 0.5, 0.75


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing: SVG without the XML declaration, with its size in pixels."""

    svg: str
    width: int
    height: int

    def wide(self, room: float, page: float) -> float:
        """How wide it is on paper where a text is so wide and high; all in points."""
        wide, high = self.width * _POINTS_A_PIXEL, self.height * _POINTS_A_PIXEL
        good = max(_SMALLEST, min(1, _GOOD * page / high))
        return wide * min(good, room / wide, _HIGHEST * page / high)


class NotWritable(Exception):
    """What a format cannot hold, such as a broken picture: the cause, and the text with it."""

    def __init__(self, detail: str, text: str) -> None:
        super().__init__(detail)
        self.detail, self.text = detail, text


class NotReadable(Exception):
    """A file that is not what the name of its format says."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a picture is drawn with: the name that its ids begin with, and the look.

    `alternative` is what it shows in words, for who does not see it.
    """

    name: str
    style: Style
    templates: tuple[Path, ...]
    alternative: str = ""


@dataclass(frozen=True)
class Publication:
    """A document: its Markdown, and all that a writer needs beside it.

    `stem` is the name of its file without the ending. `pictures` are named as figures in the
    tree name them. `day` is the day the document speaks of: the only date that a writer may put
    in a file, so that the same data gives the same bytes. `templates` are the folders in which
    templates are looked for; the first one wins.
    """

    stem: str
    markdown: str
    day: date
    author: str
    templates: tuple[Path, ...]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    style: Style = field(default_factory=Style)

    @cached_property
    def tree(self) -> Tree:
        """The same document as a tree, read from the Markdown once for all writers."""
        # Who only wants Markdown does not wait for its parser.
        from kansrijk_cli.output.documents.parse import parse  # noqa: PLC0415

        return parse(self.markdown)


# The files of a document by their names beside each other; the document itself comes first.
Files = Mapping[str, bytes]
