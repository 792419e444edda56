"""Tables: what Word and a screen reader know of them, and how their cells look."""

from xml.etree import ElementTree as ET

import pytest

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.style import SHADES
from kansrijk_cli.output.docx.document import document
from kansrijk_cli.output.docx.styles import in_word
from kansrijk_cli.output.drawing.measure import width
from kansrijk_cli.output.labels import labels
from tests.output.docx.reading import NAMES, Word, attribute, text, value
from tests.output.docx.samples import MATRIX, STYLE, of_blocks, paragraph, plain, table

# What the style of tables keeps free in a cell, in twentieths of a point.
BESIDE = 180
TABLE = table(
    ("Post", "Bedrag", "Toelichting"),
    ("Programma|Partner: GGD", "€ 140.700", "Eerst dit.|• een punt|Dan dat."),
    ("Totaal", "€ 1.240.700", ""),
    right="Bedrag",
)


@pytest.fixture(scope="module")
def word() -> Word:
    return Word(document(of_blocks(TABLE, paragraph("Erna."), style=STYLE)))


def rows(word: Word) -> list[ET.Element]:
    return word.all("w:tr")


def cells(word: Word) -> list[list[ET.Element]]:
    return [row.findall("w:tc", NAMES) for row in rows(word)]


def styles(word: Word, cell: ET.Element) -> list[str]:
    names = word.style_names()
    return [names[value(p, "pPr/w:pStyle")] for p in cell.findall("w:p", NAMES)]


def test_the_caption_stands_above_and_stays_with_its_table(word: Word) -> None:
    _, caption, *_ = word.all("w:p")
    assert word.style_names()[value(caption, "pPr/w:pStyle")] == "caption"
    assert text(caption) == "Tabel 1: Wat er is"
    assert caption.find("w:pPr/w:keepNext", NAMES) is not None


def test_a_table_without_a_caption_has_the_word() -> None:
    bare = tree.Table((), (plain("a"),), ("left",), ((plain("b"),),))
    assert ("caption", "Tabel") in Word(document(of_blocks(bare))).paragraphs()


def test_what_a_screen_reader_is_told(word: Word) -> None:
    [properties] = word.all("w:tblPr")
    assert value(properties, "tblCaption") == "Tabel 1: Wat er is"
    described = "Aantal rijen: 2. Kolommen: Post, Bedrag, Toelichting."
    assert value(properties, "tblDescription") == described
    look = properties.find("w:tblLook", NAMES)
    assert look is not None
    assert [attribute(look, name) for name in ("firstRow", "firstColumn", "lastRow")] == list("110")


def test_heads_come_back_on_each_page_and_rows_stay_whole(word: Word) -> None:
    head = [row.find("w:trPr/w:tblHeader", NAMES) is not None for row in rows(word)]
    assert head == [True, False, False]
    assert all(row.find("w:trPr/w:cantSplit", NAMES) is not None for row in rows(word))


def test_heads_are_white_on_the_colour_of_the_house(word: Word) -> None:
    head, *rest = cells(word)
    fills = [attribute(e, "fill") for cell in head for e in cell.findall("w:tcPr/w:shd", NAMES)]
    assert fills == ["7A1F5C"] * 3
    assert [styles(word, cell) for cell in head] == [["Tabelkop"]] * 3
    assert not [e for row in rest for cell in row for e in cell.findall("w:tcPr/w:shd", NAMES)]


def test_a_link_in_a_head_is_white_too() -> None:
    linked = tree.Run("kop", link="https://voorbeeld.nl/")
    found = tree.Table(plain("t"), ((linked,),), ("left",), (((linked,),),))
    colours = [
        value(link, "r/w:rPr/w:color")
        for link in Word(document(of_blocks(found))).all("w:hyperlink")
    ]
    assert colours == ["FFFFFF", ""]


def test_the_first_line_of_a_row_is_its_head(word: Word) -> None:
    _, first, last = cells(word)
    assert styles(word, first[0]) == ["Tabelrij", "Tabeltekst"]
    assert styles(word, last[0]) == ["Tabelrij"]
    assert styles(word, first[2]) == ["Tabeltekst"] * 3


def test_each_line_is_a_paragraph_and_a_point_hangs(word: Word) -> None:
    lines = cells(word)[1][2].findall("w:p", NAMES)
    assert [text(line) for line in lines] == ["Eerst dit.", "• een punt", "Dan dat."]
    hanging = [line.find("w:pPr/w:ind", NAMES) is not None for line in lines]
    assert hanging == [False, True, False]


def test_numbers_stand_at_the_right_with_their_head(word: Word) -> None:
    sides = [[value(cell, "p/w:pPr/w:jc") for cell in row] for row in cells(word)]
    assert sides == [["", "right", ""]] * 3


def test_text_keeps_off_the_table_above_it(word: Word) -> None:
    after = word.all("w:p")[-1]
    assert text(after) == "Erna."
    space = after.find("w:pPr/w:spacing", NAMES)
    assert space is not None
    assert int(attribute(space, "before")) > 100


def test_widths_are_fixed_and_fill_the_text(word: Word) -> None:
    [layout] = word.all("w:tblLayout")
    assert attribute(layout, "type") == "fixed"
    grid = [int(attribute(column, "w")) for column in word.all("w:gridCol")]
    [page], [margins] = word.all("w:pgSz"), word.all("w:pgMar")
    free = int(attribute(margins, "left")) + int(attribute(margins, "right"))
    assert sum(grid) == int(attribute(page, "w")) - free
    for row in cells(word):
        found = [e for cell in row for e in cell.findall("w:tcPr/w:tcW", NAMES)]
        assert [int(attribute(e, "w")) for e in found] == grid


@pytest.fixture(scope="module")
def matrix() -> list[list[ET.Element]]:
    return cells(Word(document(of_blocks(MATRIX))))


@pytest.mark.parametrize("columns", [2, 4, 6, 9])
def test_words_stay_whole_in_wide_letters_of_another_font(columns: int) -> None:
    """DejaVu, which is there where Calibri is not, is as wide as pictures count on."""
    names = ("Wanneer", "Regionaal", "Coalitie", "Toelichting", "Gepland", "Verloskundigen")
    heads = tuple(names[number % len(names)] for number in range(columns))
    word = Word(document(of_blocks(table(heads, heads))))
    sizes = {"": 9.5, "klein": 8.5, "kleinst": 8.0}
    for cell in (cell for row in cells(word) for cell in row):
        size = sizes[styles(word, cell)[0].partition(" ")[2]]
        [room] = cell.findall("w:tcPr/w:tcW", NAMES)
        assert width(text(cell), size, bold=True) * 20 <= int(attribute(room, "w")) - BESIDE


class TestWords:
    def test_cells_are_shaded_by_meaning_and_keep_their_words(
        self, matrix: list[list[ET.Element]]
    ) -> None:
        words = {shown: word for word, shown in labels()["matrix"].items()}
        found = {
            (text(paragraph), attribute(shade, "fill"))
            for row in matrix[1:]
            for cell in row[1:]
            for paragraph, shade in zip(
                cell.findall("w:p", NAMES), cell.findall("w:tcPr/w:shd", NAMES), strict=True
            )
        }
        assert found == {
            (shown, in_word(SHADES[words[shown]])) for shown in ("ja", "?", "nee", "plan")
        }

    def test_the_label_is_the_first_word_of_a_cell(self) -> None:
        found = table(("Waar", "Wat"), ("Ede", "ja (aanname)"), ("Ede", "3"), words="matrix")
        word = Word(document(of_blocks(found)))
        fills = [attribute(e, "fill") for e in word.all("w:tcPr/w:shd")]
        assert fills[2:] == [in_word(SHADES["active"])]

    def test_words_stand_in_the_middle(self, matrix: list[list[ET.Element]]) -> None:
        sides = {value(cell, "p/w:pPr/w:jc") for row in matrix[1:] for cell in row[1:]}
        assert sides == {"center"}

    def test_heads_that_do_not_fit_stand_upright(self, matrix: list[list[ET.Element]]) -> None:
        [first, *rest] = (value(cell, "tcPr/w:textDirection") for cell in matrix[0])
        assert first == ""
        assert rest == ["btLr"] * 13

    def test_letters_are_small(self, matrix: list[list[ET.Element]]) -> None:
        used = {value(cell, "p/w:pPr/w:pStyle") for row in matrix for cell in row}
        assert used == {"Tabelkopklein", "Tabelrijklein", "Tabeltekstklein"}
