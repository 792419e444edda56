"""A Word file as a whole: all words in order, real styles, and what it says of itself."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from kansrijk_cli.output.documents.tree import plain, texts
from kansrijk_cli.output.docx.document import document
from kansrijk_cli.output.writers.docx import render
from tests.output.docx.reading import NAMES, STYLES, Word, attribute, text, value
from tests.output.docx.samples import PICTURES, STYLE, TEXTS, everywhere, of_tree
from tests.output.publishing import published
from tests.workspaces import ROOT

DOCUMENTS = sorted((ROOT / "tests/snapshots").glob("*.md"))
TEXT = """# Plan voor 2025

**Samen sterk**

## Inhoud

- [Aanpak](#aanpak)
- [Aanbod](#aanbod)

## Aanpak

Een *tekst* met **kracht** en `code`.

### Wat we doen

> Zo zei zij het.

## Aanbod

    met  spaties
"""


@pytest.fixture(scope="module")
def word() -> Word:
    return Word(document(published(TEXT)))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_file_has_exactly_the_words_of_its_document(path: Path) -> None:
    publication = published(path.read_text("utf-8"))
    content = publication.tree
    wanted = [w for shown in (content.title, *texts(content.blocks)) for w in plain(shown).split()]
    assert len(wanted) > 500
    assert Word(document(publication)).words() == wanted


def test_the_writer_gives_one_file() -> None:
    [(name, content)] = render(published(TEXT)).items()
    assert name == "plan.docx"
    assert content == document(published(TEXT))


def test_every_text_has_the_style_that_word_has_for_it(word: Word) -> None:
    assert word.paragraphs() == [
        ("Title", "Plan voor 2025"),
        ("Subtitle", "Samen sterk"),
        ("TOC Heading", "Inhoud"),
        ("toc 1", "Aanpak"),
        ("toc 1", "Aanbod"),
        ("heading 1", "Aanpak"),
        ("Normal", "Een tekst met kracht en code."),
        ("heading 2", "Wat we doen"),
        ("Quote", "Zo zei zij het."),
        ("heading 1", "Aanbod"),
        ("HTML Preformatted", "met  spaties"),
    ]


def test_headings_are_in_the_outline(word: Word) -> None:
    levels = {value(s, "name"): value(s, "pPr/w:outlineLvl") for s in word.all("w:style", STYLES)}
    assert [levels[f"heading {n}"] for n in range(1, 6)] == ["0", "1", "2", "3", "4"]
    assert levels["TOC Heading"] == levels["Title"] == ""


def test_looks_of_words(word: Word) -> None:
    looks = {
        text(run): {child.tag.rpartition("}")[2] for child in run.iter()} for run in word.all("w:r")
    }
    assert "i" in looks["tekst"]
    assert "b" in looks["kracht"]
    assert {"b", "i"}.isdisjoint(looks[" met "])
    [code] = (run for run in word.all("w:r") if text(run) == "code")
    assert word.style_names()[value(code, "rPr/w:rStyle")] == "HTML Code"


def test_contents_are_a_field_that_is_filled(word: Word) -> None:
    [code] = (found.text for found in word.all("w:instrText"))
    assert code == ' TOC \\o "1-1" \\h \\z \\u '
    places = {
        text(paragraph): attribute(mark, "name")
        for paragraph in word.all("w:p")
        for mark in paragraph.findall("w:bookmarkStart", NAMES)
    }
    links = {text(link): attribute(link, "anchor") for link in word.all("w:hyperlink")}
    assert links == {name: places[name] for name in ("Aanpak", "Aanbod")}
    assert not word.all("w:updateFields", "word/settings.xml")


def test_the_language_is_dutch_everywhere(word: Word) -> None:
    assert {attribute(e, "val") for e in word.all("w:lang", STYLES)} == {"nl-NL"}
    [theme] = word.all("w:themeFontLang", "word/settings.xml")
    assert attribute(theme, "val") == "nl-NL"
    assert [e.text for e in word.all("dc:language", "docProps/core.xml")] == ["nl-NL"]


def test_word_opens_it_in_its_own_mode(word: Word) -> None:
    settings = {
        attribute(e, "name"): attribute(e, "val")
        for e in word.all("w:compatSetting", "word/settings.xml")
    }
    assert settings["compatibilityMode"] == "15"


def test_what_the_file_says_of_itself(word: Word) -> None:
    core = {e.tag.rpartition("}")[2]: e.text for e in word.root("docProps/core.xml")}
    assert core["title"] == "Plan voor 2025"
    assert core["creator"] == core["lastModifiedBy"] == "Voorbeeld"
    assert core["created"] == core["modified"] == "2025-03-09T00:00:00Z"


def test_a_document_without_title_or_text_is_a_file() -> None:
    word = Word(document(published("")))
    assert [shown for _, shown in word.paragraphs()] == [""]
    assert [e.text for e in word.all("dc:title", "docProps/core.xml")] == ["plan"]


def test_two_processes_give_the_same_bytes() -> None:
    program = (
        "import sys; from tests.output.docx.samples import *;"
        "from kansrijk_cli.output.docx.document import document;"
        "made = of_tree(everywhere(TEXTS), STYLE, PICTURES);"
        "sys.stdout.buffer.write(document(made))"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    ]
    assert made[0] == made[1]
    assert made[0] == document(of_tree(everywhere(TEXTS), STYLE, PICTURES))


def test_the_files_in_it_have_one_date_and_one_order() -> None:
    with ZipFile(BytesIO(document(published(TEXT)))) as file:
        names = file.namelist()
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
