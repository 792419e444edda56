"""What was meant with a name that does not exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.workspace.meant import name_meant, names_meant

OWN = ["Ede", "Rhenen", "Veenendaal", "Mook en Middelaar", "Wijk bij Duurstede", "Praktijk Noord"]
COUNTRY = [*OWN, "Roerdalen", "Katwijk", "Best", "Huizen", "Venray", "Son en Breugel", "Bergen"]
WRITINGS = {name: name for name in COUNTRY} | {"Gezondheidsdienst": "ggd", "ggd": "ggd"}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Venendaal", "Veenendaal"),
        ("Eede", "Ede"),
        # Two letters that changed places.
        ("Eed", "Ede"),
        ("eDe", "Ede"),
        ("Bets", None),
        ("Rhennen", "Rhenen"),
        ("Renen", "Rhenen"),
        # A village elsewhere is no municipality that happens to be spelt alike.
        ("Rosmalen", None),
        ("Elst", None),
        ("Huissen", None),
        ("Venrai", "Venray"),
        # The beginning of an own name is enough, of another it is not.
        ("Mook", "Mook en Middelaar"),
        ("mook", "Mook en Middelaar"),
        ("Son", None),
        ("Mo", None),
        ("Gemeente Ede", "Ede"),
        ("gem. Veenendal", "Veenendaal"),
        ("Gemeente Arnhem", None),
        ("", None),
    ],
)
def test_what_is_near_enough_is_meant(word: str, meant: str | None) -> None:
    assert name_meant(word, COUNTRY, OWN) == meant


def test_a_beginning_that_two_names_share_means_neither() -> None:
    assert name_meant("wijk", [], ["Wijk Noorderlicht"]) == "Wijk Noorderlicht"
    assert name_meant("wijk", [], ["Wijk Noorderlicht", "Wijk Zuidoost"]) is None


def test_a_name_as_it_is_goes_before_one_without_its_first_word() -> None:
    assert name_meant("gemeente Ede", ["Ede", "Gemeente Ede"], []) == "Gemeente Ede"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ede/Rhenen", ("Ede", "Rhenen")),
        ("Ede Rhenen", ("Ede", "Rhenen")),
        ("ede en rhenen", ("Ede", "Rhenen")),
        ("Ede, Rhenen & Veenendaal", ("Ede", "Rhenen", "Veenendaal")),
        ("Ede;Rhenen", ("Ede", "Rhenen")),
        ("Mook en Middelaar en Ede", ("Mook en Middelaar", "Ede")),
        ("Ede Wijk bij Duurstede", ("Ede", "Wijk bij Duurstede")),
        ("Gezondheidsdienst + Ede", ("ggd", "Ede")),
        ("Ede\u00a0Rhenen", ("Ede", "Rhenen")),
        ("Ede/Ede", ()),
        ("Gezondheidsdienst (ggd)", ()),
        ("Ede/", ()),
        ("Ede/Rosmalen", ()),
        ("Ede", ()),
        ("EdeRhenen", ()),
        ("/", ()),
        ("", ()),
        ("Ede " * 30, ()),
    ],
)
def test_several_names_in_one_value(text: str, meant: tuple[str, ...]) -> None:
    assert names_meant(text, WRITINGS) == meant


@given(
    st.lists(st.sampled_from(COUNTRY), min_size=2, max_size=4, unique=True),
    st.sampled_from(["/", " en ", ", ", " ", " & "]),
)
def test_names_with_something_between_them_are_found_again(names: list[str], sign: str) -> None:
    assert names_meant(sign.join(names), WRITINGS) == tuple(names)
