"""Widths of columns: words stay whole where they can, and text gets room."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.docx.needs import MARGIN, Letters, lines
from kansrijk_cli.output.docx.widths import TALLEST, Widths, widths
from tests.output.docx.samples import MATRIX, plain, table

LARGE, SMALL = Letters(9.5, 0.84), Letters(8.0, 0.84)
UPRIGHT, TURNED = 9412, 14344
LONG = "Een zin die zo lang is dat zij nooit op een regel past. " * 6


def of(found: tree.Table, total: int = UPRIGHT) -> Widths:
    return widths(found, total, (LARGE, SMALL))


def test_a_short_column_gives_its_room_to_a_long_one() -> None:
    short, long = of(table(("Naam", "Uitleg"), ("Ede", LONG), ("Rhenen", LONG))).columns
    assert long > 5 * short
    assert short >= LARGE.width("Rhenen", bold=True) + MARGIN - 1


def test_no_word_is_broken_when_all_words_fit() -> None:
    heads = ("Gemeente", "Samenwerkingsovereenkomst", "Jeugdgezondheidszorg")
    found = of(table(heads, ("Ede", LONG, LONG), ("Scherpenzeel", LONG, "€ 1.240.700")))
    for head, column in zip(heads, found.columns, strict=True):
        assert column >= LARGE.width(head, bold=True) + MARGIN - 1


def test_a_number_with_its_sign_is_not_broken() -> None:
    found = of(table(("Post", "Bedrag", "Uitleg"), (LONG, "€ 1.240.700", LONG), right="Bedrag"))
    assert found.columns[1] >= LARGE.width("€ 1.240.700") + MARGIN - 1


def test_a_strong_total_is_not_broken() -> None:
    total = (tree.Run("€ 1.240.700", strong=True),)
    found = tree.Table(
        (), (plain("Post"), plain("Bedrag")), ("left", "right"), ((plain(LONG), total),)
    )
    assert of(found).columns[1] >= LARGE.width("€ 1.240.700", bold=True) + MARGIN - 1


def test_a_sentence_among_numbers_is_broken() -> None:
    found = of(table(("Post", "Bedrag"), (LONG, LONG), right="Bedrag"))
    assert found.columns[1] < LARGE.width(LONG) / 2


def test_letters_get_smaller_when_words_do_not_fit() -> None:
    wide = "Samenwerkingsovereenkomsten"
    assert of(table(("a", "b"), (wide, wide))).letters == LARGE
    assert of(table(("a",) * 4, (wide,) * 4)).letters == SMALL


def test_columns_of_words_are_alike_and_the_first_stays_whole() -> None:
    found = of(MATRIX, TURNED)
    first, *rest = found.columns
    assert first >= SMALL.width("Gemeente 11", bold=True) + MARGIN - 1
    assert max(rest) - min(rest) < len(rest)
    assert found.head is not None
    assert SMALL.width("stroomdiagram", bold=True) < found.head < TALLEST


def test_heads_are_turned_only_where_they_fit_in_no_letters() -> None:
    heads = ("Gemeente", *("Prenatale voorlichting",) * 9)
    found = table(heads, *(("Ede", *("ja",) * 9),) * 3, words="matrix")
    wide, narrow = Letters(8.0, 1.6), Letters(8.0, 1.0)
    assert widths(found, TURNED, (wide, narrow)) == widths(found, TURNED, (narrow,))
    assert widths(found, TURNED, (narrow,)).head is None
    assert widths(found, TURNED, (wide,)).head is not None


def test_heads_that_fit_lie_down() -> None:
    found = table(("Waar", *("Kort",) * 9), *(("Ede", *("ja",) * 9),) * 3, words="matrix")
    assert of(found, TURNED).head is None


def test_the_first_column_stays_whole_when_the_others_cannot() -> None:
    heads = ("Gemeente", *(f"Voorzieningenoverzicht{n}" for n in range(12)))
    found = of(table(heads, ("Scherpenzeel", *("onderwijsachterstandenbeleid",) * 12)))
    assert found.columns[0] >= SMALL.width("Scherpenzeel", bold=True) + MARGIN - 1


TEXT = st.text(max_size=40) | st.just("x" * 400) | st.just("€ 1.000") | st.just("")


@settings(max_examples=50)
@given(st.data(), st.integers(1, 14), st.integers(0, 4), st.sampled_from([None, "matrix"]))
def test_widths_always_fill_the_room(
    data: st.DataObject, columns: int, rows: int, words: str | None
) -> None:
    row = st.tuples(*[TEXT.map(plain)] * columns)
    sides = st.tuples(*[st.sampled_from(["left", "right", "center"])] * columns)
    found = tree.Table(
        (), data.draw(row), data.draw(sides), tuple(data.draw(row) for _ in range(rows)), words
    )
    made = of(found)
    assert sum(made.columns) == UPRIGHT
    assert len(made.columns) == columns
    assert min(made.columns) > 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ((), [""]),
        (plain("a"), ["a"]),
        ((tree.Run("a"), tree.Break(), tree.Run("b")), ["a", "b"]),
        ((tree.Break(), tree.Break(), tree.Run("b"), tree.Break()), ["", "", "b", ""]),
    ],
)
def test_lines_of_a_text(text: tree.Text, wanted: list[str]) -> None:
    assert [tree.plain(line) for line in lines(text)] == wanted
