"""Which municipality is nearest."""

from collections.abc import Mapping
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.coverage.neighbours import Atlas, atlas
from kansrijk_cli.model.municipalities import Border, Borders, Municipality
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.workspace.load import load
from kansrijk_cli.workspace.register import Register
from kansrijk_cli.workspace.workspace import Workspace
from tests.workspaces import ROOT


def border(latitude: float, longitude: float, *neighbours: str) -> Border:
    """Where a municipality lies."""
    fields = {"latitude": latitude, "longitude": longitude, "neighbours": neighbours}
    return Border.model_validate(fields)


def municipality(code: str, name: str, **more: Any) -> Municipality:
    """A municipality, with its mergers."""
    return Municipality.model_validate({"code": code, "name": name, "province": "P", **more})


REGISTER = Register(
    (
        municipality("GM0001", "Oud", until="2020-12-31", successors=["GM0002"]),
        municipality("GM0002", "Nieuw", since="2021-01-01"),
        municipality("GM0003", "Ook Oud", until="2020-12-31", successors=["GM0002"]),
        municipality("GM0004", "Deel", until="2020-12-31", successors=["GM0005", "GM0002"]),
        municipality("GM0005", "Ver"),
        municipality("GM0006", "Morgen", since="2027-01-01"),
        municipality("GM0007", "Vandaag", until="2026-12-31", successors=["GM0006"]),
    )
)
MAP: Mapping[str, Border] = {
    "Nieuw": border(52, 5, "Ver"),
    "Ver": border(52, 6),
    "Dichtbij": border(52, 5.1),
    "Vandaag": border(52.5, 5, "Dichtbij"),
}
HERE = Atlas(REGISTER, MAP)


def test_a_shared_border_goes_before_a_small_distance() -> None:
    near = HERE.nearest("Nieuw", ["Dichtbij", "Ver"])
    assert near
    assert (near.municipality, near.relation) == ("Ver", "neighbour")


def test_a_border_holds_both_ways_even_when_it_is_written_once() -> None:
    assert HERE.near("Ver", "Nieuw").relation == "neighbour"
    assert HERE.near("Nieuw", "Ver").relation == "neighbour"


def test_without_a_shared_border_the_smallest_distance_counts() -> None:
    near = HERE.nearest("Vandaag", ["Nieuw", "Ver"])
    assert near
    assert (near.municipality, near.relation) == ("Nieuw", "apart")
    # Half a degree of latitude is half of 111.195 kilometres on a round earth.
    assert near.distance == pytest.approx(55.6, abs=0.05)


def test_a_degree_of_longitude_is_shorter_up_here() -> None:
    assert HERE.near("Nieuw", "Ver").distance == pytest.approx(68.46, abs=0.05)


def test_a_municipality_is_not_near_itself() -> None:
    assert HERE.nearest("Nieuw", ["Nieuw"]) is None
    assert HERE.nearest("Nieuw", []) is None


def test_what_is_over_lies_where_it_went() -> None:
    assert HERE.near("Oud", "Ver").relation == "neighbour"
    assert HERE.near("Oud", "Ook Oud").relation == "merged"
    assert HERE.near("Oud", "Nieuw").distance == 0


def test_what_is_not_on_the_map_yet_lies_where_it_came_from() -> None:
    assert HERE.near("Morgen", "Dichtbij").relation == "neighbour"


def test_nobody_knows_where_a_split_one_or_an_unknown_one_lies() -> None:
    for name in ("Deel", "Nergens"):
        near = HERE.near(name, "Ver")
        assert (near.relation, near.distance) == ("unknown", None)
    known = HERE.nearest("Nieuw", ["Nergens", "Dichtbij"])
    assert known
    assert known.municipality == "Dichtbij"


def test_of_two_as_near_the_first_in_the_alphabet_counts() -> None:
    same = Atlas(REGISTER, {n: border(52, 5) for n in ("M", "B", "A")} | {"X": border(52, 6)})
    for among in permutations(("M", "B", "A")):
        near = same.nearest("X", among)
        assert near
        assert near.municipality == "A"


PLACES = st.builds(
    border, st.decimals(50, 54, places=3).map(float), st.decimals(3, 7.5, places=3).map(float)
)


@given(st.dictionaries(st.sampled_from("ABCDEFG"), PLACES, min_size=2))
def test_the_nearest_is_never_further_than_another(places: dict[str, Border]) -> None:
    there = Atlas(REGISTER, places)
    for name in places:
        near = there.nearest(name, places)
        assert near
        others = [there.near(name, other) for other in places if other != name]
        assert near.rank == min(other.rank for other in others)
        for other in others:
            back = there.near(other.municipality, name)
            assert back.distance == pytest.approx(other.distance)


@pytest.fixture(scope="module")
def shipped() -> Workspace:
    """The data of this repository."""
    return load(Folder(ROOT / "data")).value.workspace


class TestCatalogue:
    def test_everyone_of_2023_is_on_the_map_and_no_other(self, shipped: Workspace) -> None:
        day = date(2023, 6, 1)
        register = shipped.register
        there = {m.name for m in register.municipalities if register.existed(m, day)}
        assert atlas(shipped).borders.keys() == there

    def test_the_map_is_that_of_the_country(self, shipped: Workspace) -> None:
        here = atlas(shipped)
        # Best and Oirschot share a border, and so do Amsterdam and Diemen. Texel is an island.
        assert here.near("Best", "Oirschot").relation == "neighbour"
        assert here.near("Amsterdam", "Diemen").relation == "neighbour"
        assert here.near("Ede", "Maastricht").relation == "apart"
        assert here.borders["Texel"].neighbours == ()
        # Amsterdam and Utrecht are some 35 kilometres apart, Den Helder and Maastricht some 250.
        assert here.near("Amsterdam", "Utrecht").distance == pytest.approx(35, abs=5)
        assert here.near("Den Helder", "Maastricht").distance == pytest.approx(245, abs=10)

    def test_every_border_is_written_on_both_sides(self, shipped: Workspace) -> None:
        [entry] = shipped.catalog_entries(Borders)
        for name, here in entry.content.borders.items():
            for other in here.neighbours:
                assert name in entry.content.borders[other].neighbours

    def test_brielle_lies_where_voorne_aan_zee_is(self, shipped: Workspace) -> None:
        here = atlas(shipped)
        assert here.near("Brielle", "Nissewaard").relation == "neighbour"
        assert here.near("Brielle", "Westvoorne").relation == "merged"
