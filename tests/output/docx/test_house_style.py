"""A Word file of a region as house style: its look is taken, and nothing of what is in it."""

from io import BytesIO

import pytest
from docx import Document

from kansrijk_cli.output.documents.publication import NotWritable
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.docx.document import document
from tests.output.docx.reading import NAMES, STYLES, Word, attribute, text, value
from tests.output.docx.samples import (
    MATRIX,
    STYLE,
    bare,
    heading,
    house,
    of_blocks,
    paragraph,
    points_of,
    table,
    with_parts,
)

HOUSE = house()


@pytest.fixture(scope="module")
def word() -> Word:
    first = (heading("Doel"), paragraph("lang " * 500), points_of("b", start=4), points_of("c"))
    blocks = (*first, heading("Aanbod"), MATRIX)
    return Word(document(of_blocks(*blocks, style=Style(word=HOUSE, footer="Voet"))))


def test_its_styles_are_used_by_the_ids_they_have(word: Word) -> None:
    used = [value(found, "pPr/w:pStyle") for found in word.all("w:p") if text(found) == "Doel"]
    assert used == ["Kop1"]
    assert word.style_names()["Kop1"] == "heading 1"


def test_its_look_stays_as_it_is(word: Word) -> None:
    before = {value(s, "name"): s for s in Word(HOUSE).all("w:style", STYLES)}
    after = {value(s, "name"): s for s in word.all("w:style", STYLES)}
    for name in ("heading 1", "Normal", "List Bullet", "footer"):
        assert list(after[name].itertext()) == list(before[name].itertext())
        assert [e.tag for e in after[name].iter()] == [e.tag for e in before[name].iter()]
    assert "word/theme/theme1.xml" in word.parts


def test_styles_that_it_lacks_are_made(word: Word) -> None:
    names = [value(style, "name") for style in word.all("w:style", STYLES)]
    ids = [attribute(style, "styleId") for style in word.all("w:style", STYLES)]
    assert {"caption", "Title", "List Number", "Kansrijk tabel", "Tabelkop"} <= set(names)
    assert len(names) == len(set(names))
    assert len(ids) == len(set(ids))
    defaults = [s for s in word.all("w:style", STYLES) if attribute(s, "default") == "1"]
    assert len({attribute(s, "type") for s in defaults}) == len(defaults)


def test_what_they_build_on_is_there(word: Word) -> None:
    ids = {attribute(style, "styleId") for style in word.all("w:style", STYLES)}
    for style in word.all("w:style", STYLES):
        assert {value(style, tag) for tag in ("basedOn", "next", "link")} <= {*ids, ""}


def test_nothing_of_what_was_written_in_it_is_left(word: Word) -> None:
    assert any(b"GEHEIM" in content for content in Word(HOUSE).parts.values())
    assert not [name for name, content in word.parts.items() if b"GEHEIM" in content]
    assert not word.all("w:attachedTemplate", "word/settings.xml")
    assert not [name for name in word.parts if "comment" in name or "thumbnail" in name]


def test_its_header_and_margins_stay_also_on_turned_pages(word: Word) -> None:
    [part] = (name for name in word.parts if name.startswith("word/header"))
    assert word.words(part) == ["Briefhoofd", "van", "de", "regio"]
    assert {attribute(margins, "left") for margins in word.all("w:pgMar")} == {"1701"}
    assert len(word.all("w:headerReference")) == len(word.all("w:sectPr")) == 2
    [left] = (content for name, content in word.parts.items() if name.endswith(".png"))
    assert b"GEHEIM" not in left


def test_without_a_footer_it_gets_ours_with_one_tab(word: Word) -> None:
    parts = [name for name in word.parts if name.startswith("word/footer")]
    for part in parts:
        assert word.words(part) == ["Voet", "Pagina", "1", "van", "1"]
        kinds = [attribute(tab, "val") for tab in word.all("w:tabs/w:tab", part)]
        assert kinds.count("right") == 1
        assert set(kinds) == {"clear", "right"}
    assert len(parts) == 2


def test_pages_are_a4_and_the_language_is_dutch(word: Word) -> None:
    assert {attribute(size, "w") for size in word.all("w:pgSz")} == {"11906", "16838"}
    assert {attribute(e, "val") for e in word.all("w:lang", STYLES)} == {"nl-NL"}


def test_points_look_as_the_house_has_them_and_numbers_begin_where_they_should(word: Word) -> None:
    [bullet] = (found for found in word.all("w:p") if text(found) == "c")
    assert value(bullet, "pPr/w:numPr/w:numId") == ""
    [number] = (found for found in word.all("w:p") if text(found) == "b")
    lists = {attribute(n, "numId"): n for n in word.all("w:num", "word/numbering.xml")}
    own = lists[value(number, "pPr/w:numPr/w:numId")]
    assert value(own, "lvlOverride/w:startOverride") == "4"


def test_numbers_of_the_house_begin_where_they_should() -> None:
    """With a style of its own for numbers, its kind of list is taken."""
    made = BytesIO()
    Document().save(made)
    style = Style(word=made.getvalue())
    word = Word(document(of_blocks(points_of("b", start=4), style=style)))
    lists = {attribute(n, "numId"): n for n in word.all("w:num", "word/numbering.xml")}
    [theirs] = (s for s in word.all("w:style", STYLES) if value(s, "name") == "List Number")
    kind = value(lists[value(theirs, "pPr/w:numPr/w:numId")], "abstractNumId")
    [point] = (found for found in word.all("w:p") if text(found) == "b")
    ours = lists[value(point, "pPr/w:numPr/w:numId")]
    assert value(ours, "abstractNumId") == kind
    assert value(ours, "lvlOverride/w:startOverride") == "4"


def test_our_own_file_is_a_house_style() -> None:
    """Who wants another look changes the styles in a file of ours, and gives it back."""
    before = (heading("Doel"), paragraph("lang " * 500), table(("a", "b"), ("c", "d")))
    blocks = (*before, heading("Aanbod"), MATRIX)
    first = document(of_blocks(*blocks, style=STYLE))
    again = document(of_blocks(*blocks, style=Style(word=first)))
    assert Word(again).paragraphs() == Word(first).paragraphs()
    assert sorted(Word(again).style_names().values()) == sorted(Word(first).style_names().values())
    for word in (Word(first), Word(again)):
        [logo] = (d for n in word.parts if "/header" in n for d in word.all("wp:docPr", n))
        assert logo.get("descr") == STYLE.logo_text
        first_pages = [s.find("w:titlePg", NAMES) is not None for s in word.all("w:sectPr")]
        assert first_pages == [True, False]


def test_a_house_style_with_almost_nothing_in_it() -> None:
    found = table(("a",), ("b",))
    blocks = (found, paragraph("c"), points_of("d", start=3))
    word = Word(document(of_blocks(*blocks, style=Style(word=bare()))))
    assert [style for style, _ in word.paragraphs()] == [
        *("Title", "caption", "Tabelkop", "Tabelrij", "Normal", "List Number"),
    ]
    ids = {name: key for key, name in word.style_names().items()}
    assert ids["Iets anders"] == "Caption"
    assert ids["caption"] == "Caption1"
    [caption] = (s for s in word.all("w:style", STYLES) if value(s, "name") == "caption")
    assert value(caption, "basedOn") == "Standaard"
    assert {attribute(e, "val") for e in word.all("w:lang", STYLES)} == {"nl-NL"}
    assert word.root(STYLES)[0].tag.endswith("docDefaults")


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"tekst",
        HOUSE[:9000],
        with_parts(HOUSE, {"word/document.xml": None}),
        with_parts(HOUSE, {"word/document.xml": "<x/>"}),
        with_parts(HOUSE, {"[Content_Types].xml": None}),
    ],
    ids=["empty", "text", "half", "no document", "other document", "no types"],
)
def test_what_is_no_word_file_is_told(damaged: bytes) -> None:
    with pytest.raises(NotWritable):
        document(of_blocks(style=Style(word=damaged)))
