"""Differences that nobody can see."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.core.unseen import as_read, revealed


@pytest.mark.parametrize(
    ("text", "read", "shown"),
    [
        ("Ede", "Ede", "Ede"),
        ("Súdwest-Fryslân", "Súdwest-Fryslân", "Súdwest-Fryslân"),
        ("Su\u0301dwest", "Súdwest", "Su<U+0301>dwest"),
        ("Bergen\u00a0(L.)", "Bergen (L.)", "Bergen<U+00A0>(L.)"),
        ("25\u202f000", "25 000", "25<U+202F>000"),
        ("Rhe\u00adnen\u200b", "Rhenen", "Rhe<U+00AD>nen<U+200B>"),
        ("Zoë 👶", "Zoë 👶", "Zoë 👶"),
        ("een\ntwee\u2028drie", "een\ntwee\u2028drie", "een<U+000A>twee<U+2028>drie"),
    ],
)
def test_what_a_reader_sees_and_what_is_revealed(text: str, read: str, shown: str) -> None:
    assert (as_read(text), revealed(text)) == (read, shown)


@given(st.text(st.characters(exclude_characters="\t\n\r\x85\u2028\u2029")))
def test_a_text_without_such_signs_is_itself(text: str) -> None:
    seen = as_read(text)
    assert unicodedata.is_normalized("NFC", seen)
    assert (as_read(seen), revealed(seen)) == (seen, seen)
