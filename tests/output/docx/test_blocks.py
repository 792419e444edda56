"""Lists, notes, links and pictures in a Word file."""

from importlib.resources import files

import pytest

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.style import Asset, Style
from kansrijk_cli.output.documents.tree import NoteMark, Run
from kansrijk_cli.output.docx.document import document
from kansrijk_cli.output.docx.pictures import points
from tests.output.docx.reading import BODY, NAMES, NOTES, Word, attribute, text, value
from tests.output.docx.samples import (
    LINKS,
    PICTURE,
    heading,
    of_blocks,
    of_tree,
    paragraph,
    plain,
    points_of,
)

NUMBERING = "word/numbering.xml"


def of(*blocks: tree.Block) -> Word:
    return Word(document(of_blocks(*blocks)))


class TestLists:
    def starts(self, word: Word) -> list[tuple[str, str, str]]:
        """Of each point its text, its level, and where the list that it belongs to begins."""
        lists = {attribute(found, "numId"): found for found in word.all("w:num", NUMBERING)}
        return [
            (
                text(found),
                value(found, "pPr/w:numPr/w:ilvl"),
                value(lists[value(found, "pPr/w:numPr/w:numId")], "lvlOverride/w:startOverride"),
            )
            for found in word.all("w:p")
            if found.find("w:pPr/w:numPr", NAMES) is not None
        ]

    def test_numbers_begin_again_and_points_have_no_number(self) -> None:
        word = of(points_of("a", "b"), points_of("c", "d", start=1), points_of("e", start=7))
        wanted = [("a", "0", ""), ("b", "0", ""), ("c", "0", "1"), ("d", "0", "1"), ("e", "0", "7")]
        assert self.starts(word) == wanted
        styles = [style for style, _ in word.paragraphs()[1:]]
        assert styles == ["List Bullet"] * 2 + ["List Number"] * 3

    def test_lists_in_lists(self) -> None:
        inner = tree.Listing(((paragraph("b"), points_of("c", start=2)),))
        word = of(tree.Listing(((paragraph("a"), inner, paragraph("verder")),)))
        assert self.starts(word) == [("a", "0", ""), ("b", "1", ""), ("c", "2", "2")]
        assert word.paragraphs()[-1] == ("List Continue", "verder")

    def test_a_list_deeper_than_word_has_levels(self) -> None:
        deep: tree.Listing = points_of("diep")
        for _ in range(12):
            deep = tree.Listing(((paragraph("x"), deep),))
        assert self.starts(of(deep))[-1] == ("diep", "8", "")

    def test_a_point_that_begins_with_something_else(self) -> None:
        word = of(tree.Listing(((tree.Code("code"),), ())))
        assert word.paragraphs()[1:] == [
            ("List Bullet", ""),
            ("HTML Preformatted", "code"),
            ("List Bullet", ""),
        ]

    def test_quotes_hold_lists(self) -> None:
        word = of(tree.Quote((paragraph("a"), points_of("b"))))
        assert word.paragraphs()[1:] == [("Quote", "a"), ("List Bullet", "b")]


@pytest.fixture(scope="module")
def noted() -> Word:
    marks = (Run("a"), NoteMark(2), Run("b"), NoteMark(1), Run("c"), NoteMark(2), NoteMark(9))
    notes = (
        (paragraph("eerste"), paragraph("nog een alinea")),
        (tree.Paragraph((Run("adres", link="https://voorbeeld.nl/"),)), points_of("punt")),
        (paragraph("nooit genoemd"),),
    )
    return Word(document(of_tree(tree.Tree((), (tree.Paragraph(marks),), notes))))


class TestNotes:
    def test_marks_lead_to_notes(self, noted: Word) -> None:
        marks = [attribute(mark, "id") for mark in noted.all("w:footnoteReference")]
        assert marks == ["2", "1"]
        notes = {
            attribute(note, "id"): [text(line).strip() for line in note.findall("w:p", NAMES)]
            for note in noted.all("w:footnote", NOTES)
        }
        assert notes == {
            "-1": [""],
            "0": [""],
            "1": ["eerste", "nog een alinea"],
            "2": ["adres", "punt"],
        }

    def test_each_note_shows_its_number(self, noted: Word) -> None:
        for note in noted.all("w:footnote", NOTES)[2:]:
            first = note.find("w:p", NAMES)
            assert first is not None
            assert first.find("w:r/w:footnoteRef", NAMES) is not None

    def test_a_second_mark_refers_to_the_first(self, noted: Word) -> None:
        [code] = (found.text for found in noted.all("w:instrText"))
        assert code == " NOTEREF _Noot2 \\h "
        assert "_Noot2" in [attribute(mark, "name") for mark in noted.all("w:bookmarkStart")]

    def test_a_mark_without_a_note_is_its_number(self, noted: Word) -> None:
        assert noted.paragraphs()[0] == ("Normal", "abc29")

    def test_a_note_without_a_mark_stands_at_the_end(self, noted: Word) -> None:
        assert noted.paragraphs()[1:] == [("footnote text", "3 nooit genoemd")]

    def test_links_in_notes_are_of_the_notes(self, noted: Word) -> None:
        assert list(noted.targets(NOTES).values()) == ["https://voorbeeld.nl/"]
        assert "https://voorbeeld.nl/" not in noted.targets(BODY).values()

    def test_without_notes_there_is_no_part_of_them(self) -> None:
        assert NOTES not in of(paragraph("a")).parts


class TestLinks:
    def test_addresses_are_links_that_keep_their_look(self) -> None:
        link = "https://voorbeeld.nl:8080/a/?b=c&d=%20e#f"
        word = of(tree.Paragraph((Run("hier", link=link), Run(" en dik", strong=True, link=link))))
        [found] = word.all("w:hyperlink")
        assert text(found) == "hier en dik"
        assert word.targets()[attribute(found, "r:id")] == link
        assert len(found.findall("w:r/w:rPr/w:b", NAMES)) == 1

    def test_a_link_to_a_heading(self) -> None:
        word = of(heading("Doel"), tree.Paragraph((Run("daar", link="#doel"),)))
        [mark], [link] = word.all("w:bookmarkStart"), word.all("w:hyperlink")
        assert attribute(link, "anchor") == attribute(mark, "name")

    @pytest.mark.parametrize("link", [link for link in LINKS if link != "#begin"])
    def test_what_is_no_address_is_text(self, link: str) -> None:
        word = of(tree.Paragraph((Run("tekst", link=link),)))
        assert not word.all("w:hyperlink")
        assert word.words() == ["Titel", "tekst"]


@pytest.fixture(scope="module")
def pictured() -> Word:
    file = "beelden/groei.svg"
    return of(tree.Figure(file, 'Het "groeit" <echt>'), tree.Figure(file, "Nog eens"))


class TestKeeping:
    def test_what_introduces_stays_with_what_follows(self) -> None:
        word = of(paragraph("Opmerkingen:"), points_of("een"), paragraph("Gewoon."))
        kept = {text(p) for p in word.all("w:p") if p.find("w:pPr/w:keepNext", NAMES) is not None}
        assert kept == {"Opmerkingen:"}

    @pytest.mark.parametrize("drawn", [True, False])
    def test_contents_behind_a_picture_begin_a_page(self, drawn: bool) -> None:
        around = (tree.Figure("beelden/groei.svg", "Groei"),) if drawn else ()
        entries = (tree.Entry(plain("Begin"), "begin"),)
        word = of(*around, tree.Contents(heading("Inhoud"), entries), heading("Begin"))
        apart = {
            text(p) for p in word.all("w:p") if p.find("w:pPr/w:pageBreakBefore", NAMES) is not None
        }
        assert apart == ({"Inhoud"} if drawn else set())


class TestPictures:
    def test_the_words_for_who_does_not_see_it(self, pictured: Word) -> None:
        first, second = pictured.all("wp:docPr")
        assert first.get("descr") == 'Het "groeit" <echt>'
        assert first.get("title") == 'Groei & "bloei"'
        assert second.get("descr") == "Nog eens"
        assert first.get("id") != second.get("id")

    def test_it_is_as_large_as_drawn_and_sharp_in_print(self, pictured: Word) -> None:
        extent, _ = pictured.all("wp:extent")
        size = [int(str(extent.get(side))) for side in ("cx", "cy")]
        assert size == [PICTURE.width * 9525, PICTURE.height * 9525]
        [png] = (content for name, content in pictured.parts.items() if name.endswith(".png"))
        assert png.startswith(b"\x89PNG")
        points = int.from_bytes(png[16:20], "big")
        assert points / (PICTURE.width / 96) == pytest.approx(220, abs=1)

    def test_a_large_one_fits_on_the_page(self) -> None:
        large = of_tree(
            tree.Tree((), (tree.Figure("p", "a"),)),
            pictures={"p": type(PICTURE)(PICTURE.svg, 4240, 2120)},
        )
        word = Word(document(large))
        [extent], [column] = word.all("wp:extent"), [9412]
        assert int(str(extent.get("cx"))) == pytest.approx(column * 635, abs=635)
        assert int(str(extent.get("cy"))) == pytest.approx(column * 635 / 2, abs=635)

    def test_a_high_one_leaves_room_for_text(self) -> None:
        high = of_tree(
            tree.Tree((), (tree.Figure("p", "a"),)),
            pictures={"p": type(PICTURE)(PICTURE.svg, 400, 640)},
        )
        [extent] = Word(document(high)).all("wp:extent")
        assert int(str(extent.get("cy"))) == pytest.approx(0.76 * 640 * 9525, rel=0.01)

    def test_letters_are_those_of_the_house(self) -> None:
        folder = files("font_source_sans_pro").joinpath("files")
        font = folder.joinpath("SourceSansPro-Black.ttf").read_bytes()
        for coding in ("utf-16-be", "ascii"):
            font = font.replace("Source Sans Pro".encode(coding), "Letters v Regio".encode(coding))
        own = Asset(".ttf", font)
        svg = PICTURE.svg.replace("system-ui", "Letters v Regio")
        drawn = [points({"": svg}, Style(font_files=files_)) for files_ in ((), (own,))]
        assert drawn[0] != drawn[1]

    def test_one_that_is_not_there_is_told(self) -> None:
        assert of(tree.Figure("weg", "Wat er stond")).paragraphs()[1] == ("Normal", "Wat er stond")
