"""Pages: their size and way up, and what stands above and below the text."""

from xml.etree import ElementTree as ET

import pytest

from kansrijk_cli.output.docx.document import document
from tests.output.docx.reading import NAMES, Word, attribute, text
from tests.output.docx.samples import LOGO, MATRIX, STYLE, heading, of_blocks, paragraph

BLOCKS = (paragraph("voor"), heading("Aanbod"), MATRIX, heading("Slot"), paragraph("na"))


@pytest.fixture(scope="module")
def word() -> Word:
    return Word(document(of_blocks(*BLOCKS, style=STYLE)))


def references(word: Word, section: ET.Element, place: str) -> dict[str, str]:
    """The text of what stands around the pages of a section, by the kind of page."""
    targets = word.targets()
    return {
        attribute(found, "type"): "".join(
            text(line) for line in word.all("w:p", f"word/{targets[attribute(found, 'r:id')]}")
        )
        for found in section.findall(f"w:{place}Reference", NAMES)
    }


def test_pages_are_a4_and_turned_for_a_wide_table_only(word: Word) -> None:
    sizes = [
        tuple(attribute(size, name) for name in ("w", "h", "orient")) for size in word.all("w:pgSz")
    ]
    upright, turned = ("11906", "16838", ""), ("16838", "11906", "landscape")
    assert sizes == [upright, turned, upright]


def test_the_heading_goes_along_with_the_wide_table(word: Word) -> None:
    """The last paragraph of a section holds what its pages are."""
    lines = [(text(line), line.find("w:pPr/w:sectPr", NAMES)) for line in word.all("w:p")]
    first = next(shown for shown, section in lines if section is not None)
    assert first == "voor"


def test_a_narrow_document_has_one_section() -> None:
    assert len(Word(document(of_blocks(paragraph("a")))).all("w:sectPr")) == 1


def test_the_footer_has_the_text_of_the_house_and_the_page(word: Word) -> None:
    for section in word.all("w:sectPr"):
        shown = references(word, section, "footer")
        assert set(shown.values()) == {"Voet & <w:p>\tPagina 1 van 1"}
        assert set(shown) == {"default", "first"}
    part = next(name for name in word.parts if name.startswith("word/footer"))
    assert [code.text for code in word.all("w:instrText", part)] == [" PAGE ", " NUMPAGES "]


def test_the_page_number_stands_at_the_right_of_both_kinds_of_pages(word: Word) -> None:
    places = {
        attribute(tab, "pos")
        for name in word.parts
        if name.startswith("word/footer")
        for tab in word.all("w:tabs/w:tab", name)
        if attribute(tab, "val") == "right"
    }
    assert places == {str(11906 - 2 * 1247), str(16838 - 2 * 1247)}


def test_the_logo_stands_above_the_first_page(word: Word) -> None:
    first, *rest = word.all("w:sectPr")
    assert first.find("w:titlePg", NAMES) is not None
    assert not [section for section in rest if section.find("w:titlePg", NAMES) is not None]
    part = next(name for name in word.parts if name.startswith("word/header"))
    [logo] = word.all("wp:docPr", part)
    assert logo.get("descr") == STYLE.logo_text
    [size] = word.all("wp:extent", part)
    width, height = (int(str(size.get(side))) for side in ("cx", "cy"))
    assert width == pytest.approx(2 * height, abs=2000)


def test_without_a_logo_there_is_no_header() -> None:
    word = Word(document(of_blocks(paragraph("a"))))
    assert not [name for name in word.parts if name.startswith("word/header")]
    assert LOGO.content not in word.parts.values()
