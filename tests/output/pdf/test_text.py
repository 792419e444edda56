"""Text in Typst: always a string, and never cut where nobody may see it."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kansrijk_cli.output.pdf.text import (
    broken,
    fitted,
    from_right,
    literal,
    literals,
    shown,
    told,
    unescaped,
    width,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT)
@example('"); #panic("x") \\" \\u{41}')
def test_a_literal_is_one_string_with_exactly_the_text(text: str) -> None:
    made = literal(text)
    assert re.fullmatch(r'"(?:[^"\\\n]|\\u\{[0-9a-f]+\})*"', made)
    assert unescaped(made[1:-1]) == text
    assert list(literals(f"f({made}, {made})")) == [text, text]


def test_half_a_sign_is_shown_as_unknown() -> None:
    assert literal("a\ud800b") == '"a\ufffdb"'


@given(TEXT, st.floats(0.5, 60))
@example("x" * 300, 12)
@example("Verantwoordelijkheidsverdeling " * 3, 8)
@example("https://example.org/" + "y" * 90, 8)
def test_places_to_break_are_all_that_is_added(text: str, room: float) -> None:
    clean = text.replace("\u200b", "")
    assert broken(clean, room).replace("\u200b", "") == clean
    made = "".join(text for code in fitted(clean, room) for text in literals(code))
    assert made.replace("\u200b", "") == clean


@given(st.lists(st.text("abmWé漢", min_size=1), min_size=1), st.floats(2, 40))
def test_no_piece_is_wider_than_its_line(words: list[str], room: float) -> None:
    pieces = re.split("[ \u200b]", broken(" ".join(words), room))
    assert all(width(piece) <= room for piece in pieces)


def test_a_dutch_word_is_broken_by_syllables_and_a_short_one_not_at_all() -> None:
    made = list(fitted("De verantwoordelijkheidsverdeling nu", 10))
    assert made == ['"De "', 'syllables("verantwoordelijkheidsverdeling")', '" nu"']
    assert list(fitted("De samenwerking nu", 10)) == ['"De samenwerking nu"']


def test_a_sign_and_its_marks_are_not_parted() -> None:
    assert broken("e\u0301" * 4, 2) == "\u200b".join(["e\u0301"] * 4)
    assert "👩\u200d👧" in broken("👩\u200d👧" * 9, 2)


@pytest.mark.parametrize(
    ("text", "turned"),
    [("שלום en dan", True), ("123 مرحبا", True), ("dan שלום", False), ("123", False), ("", False)],
)
def test_the_first_letter_says_from_which_side_a_text_reads(text: str, turned: bool) -> None:
    assert from_right(text) is turned


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("niets", "niets"),
        ("a漢字b漢", "a[U+6F22 U+5B57]b[U+6F22]"),
        ("👩\u200d👩\ufe0f!", "[U+1F469 U+200D U+1F469 U+FE0F]!"),
        ("x\u200d", "x\u200d"),
        ("\u0915\u093f.", "[U+0915 U+093F]."),
        ("\u2060weg", "weg"),
        # Beside what reads from the right the brackets would turn, or leave their numbers.
        ("שלום 👩", "שלום \u2066[U+1F469]\u2069"),
    ],
)
def test_what_cannot_be_shown_is_told_by_its_numbers(text: str, seen: str) -> None:
    assert told(text, {"漢", "字", "👩", "\u0915\u093f", "\u2060"}) == seen


def test_a_text_is_shown_on_one_line_without_what_steers() -> None:
    assert shown("a\tb\nc\u2028d\ufeff\x07\u202e", ()) == "a b c d\ufffd\ufffd"
