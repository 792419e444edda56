"""Ids made from names."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.model.types import plain_id
from kansrijk_cli.renewal.ids import unique_id


def test_a_name_as_an_id() -> None:
    assert plain_id("Kop van 's-Drenthe & Súdwest") == "kop-van-s-drenthe-sudwest"
    assert plain_id("  Plan  2026 ") == "plan-2026"
    assert plain_id("!") == ""


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert unique_id("Plan", {"anders"}) == "plan"
    assert unique_id("Plan", {"plan"}) == "plan-2"
    assert unique_id("Plan", {"plan", "plan-2", "plan-4"}) == "plan-3"


@given(st.text(), st.sets(st.sampled_from(["a", "a-2", "a-3", "b", ""])))
def test_it_is_an_id_and_free(name: str, taken: set[str]) -> None:
    made = unique_id(name, taken)
    assert made not in taken
    if plain_id(name):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
        assert made.startswith(plain_id(name))
