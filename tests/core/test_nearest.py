"""The existing name that someone most likely meant."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.core.nearest import ALIKE, nearest

WORDS = st.text("abcdeé -", max_size=8)


@pytest.mark.parametrize(
    ("word", "names", "meant"),
    [
        ("Venendaal", ["Rhenen", "Veenendaal"], "Veenendaal"),
        ("VOORZORG", ["giz", "voorzorg"], "voorzorg"),
        ("nmae", ["name", "note"], "name"),
        ("Ede", [], None),
        ("Ede", ["Rhenen", "Veenendaal"], None),
        ("groep-c", ["groep-b", "groep-a"], "groep-a"),
        # An accent apart from its letter, a hard space, a soft hyphen.
        ("e\u0301e\u0301n", ["één", "ee"], "één"),
        ("A\u00a0B", ["A-B", "A B"], "A B"),
        ("E\u00adde", ["Edde", "Ede"], "Ede"),
    ],
)
def test_the_most_alike_name_is_meant(word: str, names: list[str], meant: str | None) -> None:
    assert nearest(word, names) == meant


@given(WORDS, st.lists(WORDS))
def test_nothing_is_more_alike_than_what_is_meant(word: str, names: list[str]) -> None:
    def likeness(name: str) -> float:
        return SequenceMatcher(None, name.casefold(), word.casefold(), autojunk=False).ratio()

    meant = nearest(word, names)
    best = max(map(likeness, names), default=0)
    if meant is None:
        assert best < ALIKE
    else:
        assert meant == min(name for name in names if likeness(name) == best)


@given(WORDS.filter(bool), st.lists(WORDS))
def test_a_name_that_exists_is_meant_itself(word: str, names: list[str]) -> None:
    meant = nearest(word, [word, *names])
    assert meant is not None
    assert meant.casefold() == word.casefold()
