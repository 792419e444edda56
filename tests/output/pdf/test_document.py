"""A PDF as a whole: what is read without eyes, hostile texts, house styles, the same bytes."""

import os
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kansrijk_cli.output.documents.publication import NotWritable, Picture, Publication
from kansrijk_cli.output.documents.style import Asset, Style
from kansrijk_cli.output.pdf.document import document
from kansrijk_cli.output.writers.pdf import render
from tests.output.pdf.flaws import flaws
from tests.output.pdf.reading import Reading
from tests.output.pdf.samples import PICTURE, PICTURES, SAMPLE, STYLE, TEXTS, hostile
from tests.output.publishing import published
from tests.workspaces import ROOT

DOCUMENTS = sorted((ROOT / "tests/snapshots").glob("*.md"))
LANDSCAPE, PORTRAIT = (842, 595), (595, 842)


def sample(markdown: str = SAMPLE, style: Style = STYLE) -> Publication:
    return replace(published(markdown, style), pictures=PICTURES)


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    boxes = (page.mediabox for page in PdfReader(BytesIO(pdf)).pages)
    return [(round(box.width), round(box.height)) for box in boxes]


def test_a_document_has_all_its_words_and_structure() -> None:
    publication = sample()
    pdf = render(publication)["plan.pdf"]
    assert flaws(pdf, publication) == []


@pytest.mark.long
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_documents_of_regions_have_all_their_words_and_structure(path: Path) -> None:
    publication = published(path.read_text("utf-8"))
    assert flaws(document(publication), publication) == []


@pytest.mark.long
def test_hostile_texts_are_text_everywhere() -> None:
    """What no font has is told by its numbers; the rest comes out as it went in."""
    made, shown = hostile(list(TEXTS)), hostile(list(TEXTS.values()))
    assert flaws(document(sample(made)), sample(shown)) == []


@pytest.mark.parametrize(
    ("found", "planted", "flaw"),
    [
        (b"/Scope/Row", b"/Scopf/Row", "table: head without scope"),
        (b"/Scope/Column", b"/Scope/Columm", "table: head without scope"),
        (b"/S/TH/", b"/S/TD/", "table: row"),
        (b"/S/Table/", b"/S/Tabel/", "tables: 0 of 3"),
        (b"/S/H2/", b"/S/H4/", "headings: levels"),
        (b"/Alt(", b"/Alp(", "figures"),
        (b"/Lang(nl)", b"/Lang(en)", "about: language"),
        (b"/DisplayDocTitle true", b"/DisplayDocTitel true", "about: title in window"),
        (b"/Title(Aanpak)", b"/Title(Aanval)", "bookmarks"),
        (b"/S/TR/", b"/S/Tr/", "table: "),
        (b"/S/TOCI/", b"/S/Toci/", "contents"),
    ],
)
def test_planted_faults_are_found(found: bytes, planted: bytes, flaw: str) -> None:
    pdf = document(sample())
    assert found in pdf
    same_length = planted.ljust(len(found))[: len(found)]
    told = flaws(pdf.replace(found, same_length), sample())
    assert any(line.startswith(flaw) for line in told), told


@pytest.mark.parametrize(
    ("part", "other", "flaw"),
    [
        ("Zo zei zij het.", "Zo zei hij het.", "words"),
        ("€ 140.700", "€ 140.770", "cells"),
        ("### Wat we doen", "### Wat zij doen", "headings"),
        ("In een **noot**.", "In een noot!", "notes"),
        ("- onder een", "- onder twee", "words"),
        ("Opmerking: klaar.\n", "", "words"),
        ("| Looptijd | 2025 |\n", "", "table: 3 of 2 rows"),
    ],
)
def test_words_that_are_not_in_the_document_are_found(part: str, other: str, flaw: str) -> None:
    assert part in SAMPLE
    told = flaws(document(sample()), sample(SAMPLE.replace(part, other)))
    assert any(line.startswith(flaw) for line in told), told


def test_a_wide_table_stands_on_a_turned_page_with_its_heading() -> None:
    pdf = document(sample())
    assert sizes(pdf) == [PORTRAIT, PORTRAIT, LANDSCAPE, PORTRAIT]
    page = PdfReader(BytesIO(pdf)).pages[2].extract_text()
    for text in ("Aanbod\n", "Per gemeente:", "Tabel 3: Aanbod", "Opmerking: klaar."):
        assert text in page


def test_every_page_has_its_number_and_what_the_region_wants_below_it() -> None:
    pages = PdfReader(BytesIO(document(sample()))).pages
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert f"Pagina {number} van {len(pages)}" in text
        assert "www.voorbeeld.nl" in text


def test_the_heads_of_a_table_are_on_each_page() -> None:
    rows = "\n".join(f"| Rij {number} | cel |" for number in range(90))
    pdf = document(published(f"# Plan\n\n| Kopje | Ander |\n| --- | --- |\n{rows}\n"))
    pages = PdfReader(BytesIO(pdf)).pages
    texts = [page.extract_text() for page in pages if "Rij " in page.extract_text()]
    assert len(texts) > 1
    assert all("Kopje" in text for text in texts)
    assert len(Reading(pdf).of("/Table")) == 1


def test_what_a_row_is_does_not_go_over_two_pages() -> None:
    cell = "<br>".join(f"regel {number}" for number in range(9))
    rows = "\n".join(f"| Rij {number} | {cell} einde {number} |" for number in range(40))
    pdf = document(published(f"# Plan\n\n| A | B |\n| --- | --- |\n{rows}\n"))
    for page in PdfReader(BytesIO(pdf)).pages:
        text = page.extract_text()
        assert text.count("Rij ") == text.count("einde ") > 1


def test_the_accent_of_a_region_is_in_its_title_band() -> None:
    drawn = [
        PdfReader(BytesIO(document(sample(style=style)))).pages[0].get_contents()
        for style in (STYLE, Style())
    ]
    data = [content.get_data() for content in drawn if content is not None]
    colour = b"0.47843137 0.12156863 0.36078432"
    assert [colour in content for content in data] == [True, False]


def test_the_fonts_of_a_region_are_used_when_there_is_a_file_of_them() -> None:
    letters = files("font_source_sans_pro").joinpath("files/SourceSansPro-Regular.ttf").read_bytes()
    names = (("Source Sans Pro", "Eigen Lettertyp"), ("SourceSansPro", "EigenLetters!"))
    for old, new in names:
        for encoding in ("utf-16-be", "ascii"):
            letters = letters.replace(old.encode(encoding), new.encode(encoding))
    own = Style(
        fonts=("Onbekend", "eigen lettertyp"),
        font_files=(Asset(".woff2", b"geen ttf"), Asset(".ttf", letters)),
    )
    without = replace(own, font_files=())
    found = [_fonts(document(published("# Plan\n\nTekst.\n", style))) for style in (own, without)]
    assert [any("EigenLetters" in name for name in names) for names in found] == [True, False]


def _fonts(pdf: bytes) -> set[str]:
    families = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            child = font.get_object()["/DescendantFonts"][0].get_object()
            families.add(str(child["/BaseFont"]))
    return families


def test_a_mark_of_a_note_in_a_heading_leads_to_the_note_at_the_end() -> None:
    text = "# Plan\n\n## Kop[^1]\n\nTekst.\n\n[^1]: Een noot 🎉.\n"
    reading = Reading(document(published(text)))
    assert reading.of("/Note") == []
    assert [reading.text(link) for link in reading.of("/Link")] == ["1"]
    assert "1. Een noot [U+1F389]." in reading.text(reading.elements[0]).replace("\n", "")


def test_a_picture_without_words_is_left_out_for_who_does_not_see_it() -> None:
    text = "# Plan\n\n![](beelden/groei.svg)\n\n![Weg](beelden/weg.svg)\n"
    reading = Reading(document(sample(text, Style())))
    assert reading.of("/Figure") == []
    assert "Weg" in reading.text(reading.elements[0])


@pytest.mark.parametrize("said", ["Hoog", ""])
def test_text_goes_on_before_a_picture_that_opens_the_next_page(said: str) -> None:
    svg = PICTURE.svg.replace('height="100"', 'height="700"').replace("400 100", "400 700")
    tall = replace(PICTURE, svg=svg, height=700)
    lines = "\n\n".join(f"Alinea {number}." for number in range(20))
    text = f"# Plan\n\n{lines}\n\n![{said}](beelden/hoog.svg)\n\nDaarna gaat het verder.\n"
    publication = replace(sample(text, Style()), pictures={"beelden/hoog.svg": tall})
    pages = PdfReader(BytesIO(document(publication))).pages
    assert ["Daarna" in page.extract_text() for page in pages] == [True, False]
    assert ["Groei" in page.extract_text() for page in pages] == [False, True]


def test_signs_without_a_letter_in_a_picture_are_told() -> None:
    drawn = replace(PICTURES["beelden/groei.svg"], svg=_svg("Groei 🎉 שלום"))
    publication = replace(sample(), pictures={"beelden/groei.svg": drawn})
    words = PdfReader(BytesIO(document(publication))).pages[1].extract_text().split()
    assert words[words.index("Groei") + 1] == "[U+1F389]"


def _svg(text: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>{text}</text></svg>'


def test_a_problem_says_where_it_is() -> None:
    publication = replace(sample(), pictures={"beelden/groei.svg": Picture("<svg", 40, 10)})
    with pytest.raises(NotWritable) as told:
        document(publication)
    assert "SVG" in told.value.detail
    assert told.value.text.endswith("Het groeit")


def test_a_house_style_that_typst_does_not_know_is_a_problem() -> None:
    with pytest.raises(NotWritable, match="color"):
        document(sample(style=Style(accent="#groen")))


def test_what_pdf_forbids_is_left_out_and_not_a_problem() -> None:
    """An address that is too long, a heading without text and one that is too deep."""
    address = f"https://example.org/{'x' * 8000}"
    text = f"# Plan\n\n##\n\n#### Diep\n\n[adres]({address}) en [kort](https://example.org)\n"
    reading = Reading(document(published(text)))
    assert [reading.text(head).strip() for head in reading.of("/H1", "/H2")] == ["Diep"]
    assert [reading.text(link) for link in reading.of("/Link")] == ["kort"]
    assert "adres" in reading.text(reading.elements[0])


def test_an_empty_document_is_named_by_its_file() -> None:
    reading = Reading(document(published("")))
    assert reading.reader.metadata is not None
    assert reading.reader.metadata.title == "plan"


def test_the_same_document_is_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    code = (
        "import sys; from kansrijk_cli.output.writers.pdf import render;"
        "from tests.output.pdf.test_document import sample;"
        "text = sample().markdown + '\\n\\n## Meer 漢 字 שלום 🎉 👍\\n';"
        "sys.stdout.buffer.write(render(sample(text))['plan.pdf'])"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": str(ROOT),
                "TMPDIR": str(room),
            },
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed, room in (("1", tmp_path), ("2", tmp_path / ".."))
    ]
    assert made[0].startswith(b"%PDF-1.7")
    assert made[0] == made[1]
