"""The blocks of a document as paragraphs and tables of Word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from docx.shared import Twips

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.publication import Picture
from kansrijk_cli.output.docx import pictures
from kansrijk_cli.output.docx.contents import contents
from kansrijk_cli.output.docx.lists import LEVELS, Lists, indent
from kansrijk_cli.output.docx.story import Story
from kansrijk_cli.output.docx.tables import Look, table
from kansrijk_cli.output.docx.xml import Element, name, paragraph, runs, w

# How far a text stays from the table above it: a table has no space of its own.
_BELOW_TABLE = 180
# Captions and headings have space of their own above them.
_TEXTS = ("normal", "list bullet", "list number", "list continue", "quote", "html preformatted")
_LINE = {"val": "single", "sz": 6, "space": 1, "color": "C9D2D6"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: the style of a text, how far it is indented, and in how many lists."""

    style: str = "normal"
    indent: tuple[int, int] | None = None
    level: int = 0


TEXT = Place()


@dataclass(slots=True)
class Blocks:
    """The blocks of a story on their way: the pictures are counted."""

    story: Story
    lists: Lists
    drawn: Mapping[str, tuple[Picture, bytes]]
    look: Look
    figures: int = 0

    def blocks(self, blocks: Iterable[tree.Block], room: int, place: Place = TEXT) -> list[Element]:
        """Blocks one after another, in a room as wide as the text."""
        found = [made for block in blocks for made in self.block(block, room, place)]
        texts = {self.story.styles[style] for style in _TEXTS}
        for above, below in pairwise(found):
            if above.tag == name("w:tbl") and getattr(below, "style", None) in texts:
                below.get_or_add_pPr().spacing_before = Twips(_BELOW_TABLE)
        return found

    def block(self, block: tree.Block, room: int, place: Place) -> Iterator[Element]:
        """The paragraphs and tables of one block."""
        styles = self.story.styles
        match block:
            case tree.Heading():
                yield self.heading(block, f"heading {min(block.level - 1, 5)}")
            case tree.Paragraph(text):
                keep = tree.introduces(text)
                shown = self.story.text(text)
                yield paragraph(styles[place.style], *shown, indent=place.indent, keep=keep)
            case tree.Listing():
                yield from self.listing(block, room, place)
            case tree.Quote(inner):
                yield from self.blocks(inner, room, Place("quote", place.indent, place.level))
            case tree.Code(text):
                yield paragraph(styles["html preformatted"], *runs(text), indent=place.indent)
            case tree.Rule():
                border = w("pBdr", w("bottom", **_LINE))
                yield w("p", w("pPr", w("pStyle", val=styles["normal"]), border))
            case tree.Figure(file, alternative):
                shown = self.figure(file, alternative, room)
                yield paragraph(styles[place.style], *shown, indent=place.indent)
            case tree.Table():
                yield from table(block, self.story, room, self.look)
            case tree.Contents(heading, entries):
                shown = self.heading(heading, "toc heading")
                yield contents(shown, entries, self.story, apart=self.figures > 0)

    def heading(self, heading: tree.Heading, style: str) -> Element:
        """A heading, with the mark that links to it need."""
        mark = self.story.places[heading.anchor]
        return paragraph(
            self.story.styles[style],
            w("bookmarkStart", id=mark.number, name=mark.name),
            *self.story.text(heading.text),
            w("bookmarkEnd", id=mark.number),
        )

    def listing(self, listing: tree.Listing, room: int, place: Place) -> Iterator[Element]:
        """The points of a list; a numbered one begins at its own number."""
        level = min(place.level, LEVELS - 1)
        points = self.lists.points(level, listing.start)
        inner = Place("list continue", indent(level), place.level + 1)
        style = self.story.styles[points.style]
        for item in listing.items:
            match item:
                case (tree.Paragraph(text), *rest):
                    yield paragraph(style, *self.story.text(text), number=points.numbering())
                case rest:
                    yield paragraph(style, number=points.numbering())
            yield from self.blocks(rest, room, inner)

    def figure(self, file: str, alternative: str, room: int) -> list[Element]:
        """A picture; of one that is not there its words."""
        if file not in self.drawn:
            return runs(alternative)
        self.figures += 1
        picture, png = self.drawn[file]
        part = self.story.part
        return [pictures.picture(part, picture, png, alternative, self.figures, room)]
