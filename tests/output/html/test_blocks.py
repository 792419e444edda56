"""Blocks as HTML: what assistive technology needs of tables, lists, notes and contents."""

import re
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.parse import parse
from kansrijk_cli.output.documents.publication import Picture
from kansrijk_cli.output.html.blocks import LETTERS, Blocks, notes

TABLE = """Tabel 1: Wat er is

| Naam | Aantal | Waar |
| --- | ---: | --- |
| Een | 1 | ja (aanname) |
|  | 2 | ? |
"""


def shown(text: str, pictures: dict[str, Picture] | None = None) -> str:
    return Blocks(pictures or {}).blocks(parse(text).blocks)


def element(text: str) -> ET.Element:
    """The HTML as elements; it is well-formed but for the tags that have no end."""
    return ET.fromstring(re.sub(r"<(br|wbr|hr)>", r"<\1/>", f"<x>{shown(text)}</x>"))  # noqa: S314


class TestTable:
    def test_caption_and_heads(self) -> None:
        table = element(TABLE)
        assert [e.text for e in table.iterfind(".//caption/span")] == ["Tabel 1: Wat er is"]
        assert [(e.text, e.get("scope")) for e in table.iterfind(".//th")] == [
            ("Naam", "col"),
            ("Aantal", "col"),
            ("Waar", "col"),
            ("Een", "row"),
        ]

    def test_the_frame_is_named_by_its_caption_and_takes_the_keyboard(self) -> None:
        [first, second] = element(TABLE + "\n" + TABLE).findall("div")
        for number, frame in enumerate((first, second), 1):
            [caption] = frame.findall(".//caption")
            assert frame.get("role") == "region"
            assert frame.get("tabindex") == "0"
            assert frame.get("aria-labelledby") == caption.get("id") == f"tabel.{number}"

    def test_an_empty_head_is_no_head(self) -> None:
        table = element("|  | b |\n| --- | --- |\n| c | d |\n")
        assert [e.text for e in table.iterfind(".//th")] == ["b", "c"]

    def test_sides(self) -> None:
        sides = [(e.text, e.get("data-align")) for e in element(TABLE).iterfind(".//td")]
        assert ("1", "right") in sides
        assert ("ja (aanname)", None) in sides

    def test_words_of_the_data_are_told_apart(self) -> None:
        table = element("<!-- tabel: matrix -->\n\n" + TABLE)
        assert "words-matrix" in (table[0].get("class") or "")
        assert [(e.text, e.get("class")) for e in table.iterfind(".//td") if e.get("class")] == [
            ("ja (aanname)", "is-active"),
            ("?", "is-unknown"),
        ]

    def test_without_that_they_are_not(self) -> None:
        assert "is-active" not in shown(TABLE)


def test_a_list_goes_on_where_it_began() -> None:
    assert shown("4. a\n5. b\n") == '<ol start="4">\n<li>a</li>\n<li>b</li>\n</ol>'
    assert shown("1. a\n") == "<ol>\n<li>a</li>\n</ol>"


def test_the_contents_are_a_landmark() -> None:
    made = element("# T\n\n## Inhoud\n\n- [Een](#een)\n\n## Een\n")
    [nav] = made.findall("nav")
    assert nav.get("aria-labelledby") == nav[0].get("id") == "inhoud"
    assert [a.get("href") for a in nav.iterfind(".//a")] == ["#een"]
    assert made.find("h2") is not None


def test_a_picture_stands_in_the_page() -> None:
    drawn = Picture('<svg role="img"></svg>', 10, 10)
    assert drawn.svg in shown("![Wat](a.svg)\n", {"a.svg": drawn})
    assert shown("![Wat <b>](a.svg)\n") == "<p>Wat &lt;b&gt;</p>"


def test_notes_lead_there_and_back() -> None:
    document = parse("a[^1]\n\n[^1]: noot\n")
    text = Blocks().blocks(document.blocks)
    assert 'id="nootverwijzing.1" href="#noot.1"' in text
    below = notes(document, Blocks())
    assert '<li id="noot.1">noot <a href="#nootverwijzing.1"' in below
    assert notes(parse("a\n"), Blocks()) == ""


def test_only_links_to_the_web_and_within_the_page_are_links() -> None:
    run = tree.Run("x", link="javascript:alert(1)")
    assert Blocks().block(tree.Paragraph((run,))) == "<p>x</p>"


def test_a_very_long_word_may_be_broken_anywhere() -> None:
    word = "a" * (LETTERS + 5)
    assert shown(f"x {word} y\n") == f"<p>x {'a' * LETTERS}<wbr>{'a' * 5} y</p>"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_text_is_that_text(text: str) -> None:
    made = Blocks().block(tree.Paragraph((tree.Run(text, strong=True),)))
    [paragraph] = ET.fromstring(f"<x>{made.replace('<wbr>', '')}</x>")  # noqa: S314
    assert "".join(paragraph.itertext()) == text


def test_of_the_head_of_a_row_only_the_first_line_names_it() -> None:
    html = shown("| Wie | Wat |\n| --- | --- |\n| Ede<br>Leden: *GGD* | ja |\n| Rhenen | nee |")
    assert '<th scope="row">Ede<br><span class="more">Leden: <em>GGD</em></span></th>' in html
    assert '<th scope="row">Rhenen</th>' in html
