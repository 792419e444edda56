"""The shades of words: the same in all formats, and light enough for the words on them."""

import pytest

from kansrijk_cli.compute.contrast import READABLE, contrast
from kansrijk_cli.output.documents.style import SHADES
from kansrijk_cli.output.drawing.colours import INK
from kansrijk_cli.output.html.page import page
from kansrijk_cli.output.labels import labels
from kansrijk_cli.output.pdf.house import house
from tests.output.publishing import published


def test_every_word_of_a_matrix_has_a_shade() -> None:
    assert set(labels()["matrix"]) == set(SHADES)


@pytest.mark.parametrize("word", SHADES)
def test_words_are_read_on_their_shade(word: str) -> None:
    assert contrast(SHADES[word], INK) >= READABLE


@pytest.mark.parametrize("word", SHADES)
def test_page_and_pdf_take_the_shades(word: str) -> None:
    publication = published("# Plan\n")
    assert f".is-{word} {{ background: {SHADES[word]}; }}" in page(publication)
    assert f'"{word}": rgb("{SHADES[word]}")' in house(publication, (), ())
