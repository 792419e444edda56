"""Tables in a Word file: with a caption, heads on every page, and no row over two pages."""

from dataclasses import dataclass

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.style import SHADES
from kansrijk_cli.output.docx import xml
from kansrijk_cli.output.docx.needs import Letters, lines
from kansrijk_cli.output.docx.story import WHITE, Story
from kansrijk_cli.output.docx.styles import in_word
from kansrijk_cli.output.docx.widths import Widths, widths
from kansrijk_cli.output.docx.xml import Element, legal, paragraph, w
from kansrijk_cli.output.labels import label, labels

# The sizes of letters, with what the names of their styles end in.
NORMAL, SMALL, SMALLEST = 9.5, 8.5, 8.0
_SIZES = {NORMAL: "", SMALL: " klein", SMALLEST: " kleinst"}
# How wide letters are beside what pictures count on, in fonts that a computer may have instead of
# ours: in any, in the widest that is common, and in Arial with some to spare. Rather smaller
# letters than words that break.
ANY_FONT, WIDEST, ARIAL = 1.02, 0.97, 0.92
# What keeps shaded cells apart.
_GAP = {"val": "single", "sz": 8, "space": 0, "color": "FFFFFF"}
_POINT, _HANGING = "• ", 130


@dataclass(frozen=True, slots=True)
class Look:
    """What a house style changes in tables: the colour of their heads, and how wide letters are."""

    accent: str
    wide: float


def table(found: tree.Table, story: Story, room: int, look: Look) -> list[Element]:
    """The caption of a table, and the table as wide as its room."""
    shape = widths(found, room, _choices(found, look))
    return _Table(found, story, shape, look.accent).written()


def _choices(found: tree.Table, look: Look) -> list[Letters]:
    """The letters of a table, the most wanted first."""
    sizes = tuple(_SIZES)[len(found.heads) >= tree.WIDE :]
    wides = (WIDEST, ARIAL) if found.words else (WIDEST, ARIAL, look.wide)
    return [
        *(Letters(size, ANY_FONT) for size in sizes),
        *(Letters(SMALLEST, max(wide, look.wide)) for wide in wides),
    ]


@dataclass(frozen=True, slots=True)
class _Table:
    """One table on its way."""

    table: tree.Table
    story: Story
    widths: Widths
    accent: str

    def written(self) -> list[Element]:
        caption = self.table.caption or (tree.Run(label("title", "table")),)
        grid = w("tblGrid", *(w("gridCol", w=width) for width in self.widths.columns))
        rows = [self.head(), *map(self.row, self.table.rows)]
        return [
            paragraph(self.story.styles["caption"], *self.story.text(caption), keep=True),
            w("tbl", self.properties(tree.plain(caption)), grid, *rows),
        ]

    def properties(self, caption: str) -> Element:
        """What the whole table is; a screen reader reads its caption and its description."""
        heads = ", ".join(filter(None, (tree.plain(head).strip() for head in self.table.heads)))
        said = label("page", "table").format(rows=len(self.table.rows), heads=heads)
        return w(
            "tblPr",
            w("tblStyle", val=self.story.styles["kansrijk tabel"]),
            w("tblW", w=sum(self.widths.columns), type="dxa"),
            w("tblBorders", w("insideH", **_GAP), w("insideV", **_GAP))
            if self.table.words
            else None,
            w("tblLayout", type="fixed"),
            w(
                "tblLook",
                val="04A0",
                firstRow=1,
                lastRow=0,
                firstColumn=1,
                lastColumn=0,
                noHBand=0,
                noVBand=1,
            ),
            w("tblCaption", val=legal(caption)),
            w("tblDescription", val=legal(said)),
        )

    def head(self) -> Element:
        """The row of heads, which Word repeats on each page."""
        height = self.widths.head
        high = w("trHeight", val=height, hRule="exact") if height else None
        cells = [
            self.cell(
                number, text, "kop", fill=self.accent, upright=bool(height and number), link=WHITE
            )
            for number, text in enumerate(self.table.heads)
        ]
        return w("tr", w("trPr", w("cantSplit"), high, w("tblHeader")), *cells)

    def row(self, row: tuple[tree.Text, ...]) -> Element:
        """A row; its first cell is its head."""
        first, *rest = row
        cells = (
            self.cell(number, text, "tekst", fill=self.shade(text))
            for number, text in enumerate(rest, 1)
        )
        return w("tr", w("trPr", w("cantSplit")), self.cell(0, first, "rij"), *cells)

    def cell(
        self,
        number: int,
        text: tree.Text,
        kind: str,
        *,
        fill: str | None = None,
        upright: bool = False,
        link: xml.Look | None = None,
    ) -> Element:
        """A cell, with a paragraph for each of its lines."""
        size = _SIZES[self.widths.letters.size]
        styles = [self.story.styles[f"tabel{name}{size}"] for name in (kind, "tekst")]
        side = "center" if self.table.words and number else self.table.aligns[number]
        shown = (
            paragraph(
                # Of the head of a row only the first line stands out.
                styles[kind == "rij" and place > 0],
                *self.story.text(line, link),
                indent=(_HANGING, _HANGING) if tree.plain(line).startswith(_POINT) else None,
                side="left" if upright else side,
            )
            for place, line in enumerate(lines(text))
        )
        return w(
            "tc",
            w(
                "tcPr",
                w("tcW", w=self.widths.columns[number], type="dxa"),
                w("shd", val="clear", color="auto", fill=fill) if fill else None,
                w("textDirection", val="btLr") if upright else None,
                w("vAlign", val="bottom" if kind == "kop" and not upright else "center")
                if kind == "kop" or self.table.words
                else None,
            ),
            *shown,
        )

    def shade(self, text: tree.Text) -> str | None:
        """The shade of a cell, by the word of the data that its label says."""
        if not self.table.words:
            return None
        words = {text: word for word, text in labels()[self.table.words].items()}
        word = words.get(tree.plain(text).split(" ", 1)[0], "")
        return in_word(SHADES[word]) if word in SHADES else None
