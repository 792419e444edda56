"""Texts in their looks: what is strong, what is a link and where a footnote belongs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.parts.story import StoryPart

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.docx.styles import Names
from kansrijk_cli.output.docx.xml import Element, Look, name, run, runs, w
from kansrijk_cli.output.docx.xml import field as computed

# Word does not open a file with an address that is none; such a link is only text.
_ADDRESS = re.compile(
    r"(https?://[\w-]+(\.[\w-]+)*\.?(:\d{1,4})?([/?#][\w.~:/?#@!$&'()*+,;=%-]*)?"
    r"|mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+)",
    re.ASCII,
)
_STRONG: Look = {"b": None, "bCs": None}
_EMPHASIS: Look = {"i": None, "iCs": None}
WHITE: Look = {"color": "FFFFFF"}


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The place of a heading: its name and number in the file, and the level of the heading."""

    name: str
    number: int
    level: int


def bookmarks(document: tree.Tree) -> dict[str, Bookmark]:
    """The places of all headings by their anchors, named as Word names them for contents."""
    written = (document.blocks, *document.notes)
    blocks = (block for part in written for block in tree.within(part))
    headings = (block for block in blocks if isinstance(block, tree.Heading))
    return {
        heading.anchor: Bookmark(f"_Toc{number:09}", number, heading.level)
        for number, heading in enumerate(headings, 1)
    }


@dataclass(slots=True)
class Story:
    """A part of the file that holds text: the document itself, or its footnotes.

    `notes` is how many footnotes the text may refer to; `marked` are those it did refer to.
    """

    part: StoryPart
    styles: Names
    places: Mapping[str, Bookmark]
    notes: int = 0
    marked: list[int] = field(default_factory=list)

    def text(self, text: tree.Text, around: Look | None = None) -> list[Element]:
        """A text as what stands in a paragraph; `around` changes how a link looks."""
        found: list[Element] = []
        for link, pieces in groupby(text, _link):
            target = self._target(link) if link else None
            shown = [e for p in pieces for e in self._piece(p, around, linked=target is not None)]
            if target is None:
                found += shown
            else:
                target.extend(shown)
                found.append(target)
        return found

    def _piece(self, piece: tree.Inline, around: Look | None, *, linked: bool) -> Iterator[Element]:
        match piece:
            case tree.Break():
                yield run({}, w("br"))
            case tree.NoteMark(number):
                yield from self._mark(number)
            case tree.Run(text, strong, emphasis, code):
                style = "html code" if code else "hyperlink" if linked else None
                look: dict[str, str | None] = {"rStyle": self.styles[style]} if style else {}
                look |= _STRONG if strong else {}
                look |= _EMPHASIS if emphasis else {}
                look |= around if around and linked else {}
                yield from runs(text, look)

    def _target(self, link: str) -> Element | None:
        """A link to a heading or to the web, empty as yet."""
        if link.startswith("#"):
            place = self.places.get(link[1:])
            return w("hyperlink", anchor=place.name, history=1) if place else None
        if not _ADDRESS.fullmatch(link):
            return None
        made = w("hyperlink", history=1)
        made.set(name("r:id"), self.part.relate_to(link, RT.HYPERLINK, is_external=True))
        return made

    def _mark(self, number: int) -> Iterator[Element]:
        """The number of a footnote. One that came before is referred to: a note has one place."""
        look = {"rStyle": self.styles["footnote reference"]}
        called = f"_Noot{number}"
        if number in self.marked:
            yield from computed(f"NOTEREF {called} \\h", str(number), look)
        elif 1 <= number <= self.notes:
            self.marked.append(number)
            place = len(self.places) + number
            yield w("bookmarkStart", id=place, name=called)
            yield run(look, w("footnoteReference", id=number))
            yield w("bookmarkEnd", id=place)
        else:
            yield from runs(str(number), look)


def _link(piece: tree.Inline) -> str | None:
    return piece.link if isinstance(piece, tree.Run) else None
