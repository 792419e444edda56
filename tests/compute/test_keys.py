"""Keys: which weight each municipality gets, of which year, and what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kansrijk_cli.compute.dividing.apportion import apportion
from kansrijk_cli.compute.dividing.keys import Asking, Weights, key_names, weights_of
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.workspace.load import load
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import region_with
from tests.workspaces import ROOT, workspace_of

ALL = ("Ede", "Rhenen", "Veenendaal")
POPULATION = """
population:
  2023:
    Ede: {inhabitants: 100, births: 10}
    Rhenen: {inhabitants: 50, births: 4}
    Veenendaal: {inhabitants: 50, births: 6}
  2024:
    Ede: {inhabitants: 110, births: 11}
    Rhenen: {inhabitants: 55}
    Veenendaal: {inhabitants: 55, births: 7}
"""
CATALOG = """
keys:
  - {id: eigen, title: Landelijk, table: {Ede: 1, Rhenen: 1, Veenendaal: 1}}
  - {id: rijk, title: Van het Rijk, on: 2025-01-01, table: {Ede: 5, Rhenen: 2, Veenendaal: 3}}
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    files = {"catalog/population.yaml": POPULATION, "catalog/keys.yaml": CATALOG}
    return workspace_of(tmp_path_factory.mktemp("keys"), files)


def ask(
    workspace: Workspace,
    name: str,
    *keys: Mapping[str, Any],
    on: date = date(2025, 1, 1),
    among: Sequence[str] = ALL,
    insists: bool = False,
) -> Weights:
    """The weights of a key in a region with keys of its own."""
    region = region_with({"keys": list(keys)})
    return weights_of(Asking(workspace, region, tuple(among), on, insists), name)


def shares(weights: Weights) -> list[Fraction]:
    """The weights as parts of one."""
    assert weights.refusals == ()
    whole = sum(weights.weights.values())
    return [weight / whole for weight in weights.weights.values()]


def why(weights: Weights) -> list[tuple[str, tuple[str, ...]]]:
    assert weights.weights == {}
    return [(refusal.why, refusal.names) for refusal in weights.refusals]


def fractions(*texts: str) -> list[Fraction]:
    return list(map(Fraction, texts))


class TestCounted:
    def test_equal_is_the_same_for_all(self, workspace: Workspace) -> None:
        found = ask(workspace, "equal")
        assert shares(found) == fractions("1/3", "1/3", "1/3")
        assert found.years == {}

    def test_inhabitants_are_those_of_the_day(self, workspace: Workspace) -> None:
        found = ask(workspace, "inhabitants")
        assert list(found.weights.values()) == [110, 55, 55]
        assert found.years == {"inhabitants": 2024}

    @pytest.mark.parametrize("on", [date(2023, 1, 1), date(2023, 12, 31)])
    def test_a_later_count_is_not_known_yet(self, workspace: Workspace, on: date) -> None:
        found = ask(workspace, "inhabitants", on=on)
        assert list(found.weights.values()) == [100, 50, 50]
        assert found.years == {"inhabitants": 2023}

    def test_births_are_of_a_year_in_which_all_have_a_figure(self, workspace: Workspace) -> None:
        # Of 2024 Rhenen has none: two years are never mixed.
        found = ask(workspace, "births")
        assert list(found.weights.values()) == [10, 4, 6]
        assert found.years == {"births": 2023}

    def test_who_does_not_take_part_needs_no_figure(self, workspace: Workspace) -> None:
        found = ask(workspace, "births", among=("Ede", "Veenendaal"))
        assert found.weights == {"Ede": 11, "Veenendaal": 7}
        assert found.years == {"births": 2024}

    @pytest.mark.parametrize(
        ("on", "year"), [(date(2024, 12, 31), 2024), (date(2024, 12, 30), 2023)]
    )
    def test_births_count_when_the_year_is_over(
        self, workspace: Workspace, on: date, year: int
    ) -> None:
        found = ask(workspace, "births", on=on, among=("Ede",))
        assert found.years == {"births": year}

    def test_without_a_figure_it_names_the_municipality(self, workspace: Workspace) -> None:
        found = ask(workspace, "births", on=date(2024, 12, 31), among=(*ALL, "Vught"))
        assert why(found) == [("no-figure", ("Rhenen", "Vught"))]

    def test_before_all_figures_nobody_has_one(self, workspace: Workspace) -> None:
        assert why(ask(workspace, "inhabitants", on=date(2020, 1, 1))) == [("no-figure", ALL)]


class TestOwn:
    TABLE: Mapping[str, Any] = {
        "id": "eigen",
        "title": "Eigen",
        "on": "2024-07-01",
        "table": {"Ede": 60, "Rhenen": 15, "Veenendaal": 25},
    }

    def test_a_table(self, workspace: Workspace) -> None:
        found = ask(workspace, "eigen", self.TABLE)
        assert shares(found) == fractions("3/5", "3/20", "1/4")
        assert found.days == (date(2024, 7, 1),)

    def test_the_key_of_the_region_replaces_that_of_the_catalogue(
        self, workspace: Workspace
    ) -> None:
        assert shares(ask(workspace, "eigen")) == fractions("1/3", "1/3", "1/3")
        assert shares(ask(workspace, "eigen", self.TABLE))[0] == Fraction(3, 5)

    def test_a_table_may_use_another_name(self, workspace: Workspace) -> None:
        region = region_with(
            {
                "municipalities": ["'s-Hertogenbosch", "Ede"],
                "keys": [{"id": "k", "title": "K", "table": {"Den Bosch": 3, "Ede": 1}}],
            }
        )
        asking = Asking(workspace, region, ("'s-Hertogenbosch", "Ede"), date(2025, 1, 1))
        assert weights_of(asking, "k").weights == {"'s-Hertogenbosch": 3, "Ede": 1}

    def test_a_table_without_a_municipality_that_takes_part(self, workspace: Workspace) -> None:
        table = {**self.TABLE, "table": {"Ede": 1, "Veenendaal": 0}}
        assert why(ask(workspace, "eigen", table)) == [("no-figure", ("Rhenen",))]
        found = ask(workspace, "eigen", table, among=("Ede", "Veenendaal"))
        assert shares(found) == fractions("1", "0")

    def test_in_a_mix_every_key_divides_its_own_part(self, workspace: Workspace) -> None:
        mix = {"id": "mix", "title": "M", "mix": {"equal": 30, "births": 70}}
        # 0,3 x 1/3 + 0,7 x 10/20, and so on.
        found = ask(workspace, "mix", mix)
        assert shares(found) == fractions("9/20", "6/25", "31/100")
        assert found.years == {"births": 2023}

    def test_a_mix_knows_every_year_and_day(self, workspace: Workspace) -> None:
        mix = {"id": "mix", "title": "M", "mix": {"inhabitants": 1, "births": 1, "rijk": 2}}
        found = ask(workspace, "mix", mix)
        assert found.years == {"inhabitants": 2024, "births": 2023}
        assert found.days == (date(2025, 1, 1),)

    def test_the_day_of_a_mix_holds_unless_somebody_insists(self, workspace: Workspace) -> None:
        mix = {"id": "mix", "title": "M", "on": "2023-01-01", "mix": {"inhabitants": 1}}
        assert ask(workspace, "mix", mix).years == {"inhabitants": 2023}
        assert ask(workspace, "mix", mix, insists=True).years == {"inhabitants": 2024}

    def test_a_key_that_counts_for_nothing_is_not_asked(self, workspace: Workspace) -> None:
        mix = {"id": "mix", "title": "M", "mix": {"equal": 1, "table": 0}}
        assert shares(ask(workspace, "mix", mix)) == fractions("1/3", "1/3", "1/3")

    def test_a_key_of_a_mix_may_lack_a_figure(self, workspace: Workspace) -> None:
        mix = {"id": "mix", "title": "M", "mix": {"equal": 1, "births": 1}}
        found = ask(workspace, "mix", mix, among=(*ALL, "Vught"))
        assert why(found) == [("no-figure", ("Rhenen", "Vught"))]


class TestFixed:
    KEY: Mapping[str, Any] = {
        "id": "vast",
        "title": "Vast en naar geboorten",
        "fixed": 1000,
        "mix": {"births": 1},
    }

    def test_first_the_fixed_part_and_then_the_key(self, workspace: Workspace) -> None:
        found = ask(workspace, "vast", self.KEY).of_total(Decimal(5000))
        # 1.000 each, and the 2.000 that are left by 10, 4 and 6.
        assert list(found.weights.values()) == [2000, 1400, 1600]

    def test_nothing_may_be_left(self, workspace: Workspace) -> None:
        found = ask(workspace, "vast", self.KEY).of_total(Decimal(3000))
        assert list(found.weights.values()) == [1000, 1000, 1000]

    def test_more_than_there_is(self, workspace: Workspace) -> None:
        found = ask(workspace, "vast", self.KEY).of_total(Decimal(2500))
        [refusal] = found.refusals
        assert refusal.why == "fixed-too-high"
        assert refusal.numbers == {
            "count": 3,
            "fixed": 1000,
            "together": 3000,
            "total": 2500,
            "lacking": 500,
        }


class TestUseless:
    @pytest.mark.parametrize(
        ("key", "word"),
        [
            ({}, "table-or-mix"),
            ({"table": {"Ede": 1}, "mix": {"equal": 1}}, "table-or-mix"),
            ({"table": {"Ede": -1, "Rhenen": 2}}, "negative"),
            ({"mix": {"equal": 1}, "fixed": -1}, "negative"),
            ({"mix": {"equal": 0}}, "nothing"),
            ({"mix": {"k": 1}}, "mix-of-mix"),
        ],
    )
    def test_it_says_why(self, workspace: Workspace, key: Mapping[str, Any], word: str) -> None:
        found = ask(workspace, "k", {"id": "k", "title": "K", **key})
        assert [name for name, _ in why(found)] == [word]

    def test_a_fixed_part_within_a_mix(self, workspace: Workspace) -> None:
        inner = {"id": "in", "title": "I", "mix": {"equal": 1}, "fixed": 5}
        outer = {"id": "uit", "title": "U", "mix": {"in": 1}}
        assert why(ask(workspace, "uit", inner, outer)) == [("mix-of-mix", ("uit", "in"))]

    def test_a_table_of_zeros(self, workspace: Workspace) -> None:
        key = {"id": "k", "title": "K", "table": {"Ede": 0, "Rhenen": 0, "Veenendaal": 1}}
        assert why(ask(workspace, "k", key, among=("Ede", "Rhenen"))) == [("nothing", ("k",))]

    def test_the_table_of_a_document_is_not_here(self, workspace: Workspace) -> None:
        assert why(ask(workspace, "table")) == [("table-not-here", ())]

    def test_an_unknown_key(self, workspace: Workspace) -> None:
        assert why(ask(workspace, "anders")) == [("no-such-key", ("anders",))]


def test_the_names_of_all_keys(workspace: Workspace) -> None:
    region = region_with({"keys": [{"id": "zelf", "title": "Z", "mix": {"equal": 1}}]})
    names = ("equal", "inhabitants", "births", "eigen", "rijk", "zelf")
    assert key_names(workspace, region) == names


# The Brede SPUK, a key that comes with the program. Source: Ministry of VWS, "Wijziging SPUK IZA en
# Brede SPUK", letter of 12 September 2025, annex 2A, as in https://github.com/meijer1973/azwa
# (data/intermediate/source_markdown/nat_vws_spuk_iza_brede_spuk_mandaatgemeente_2025.md).

TOTALS = {2025: 310_475_334, 2026: 264_423_052}
# For these the ratio between 2025 and 2026 is another than for all others; the letter does not say
# why.
OTHERWISE = ("Ameland", "Renswoude", "Rozendaal", "Schiermonnikoog", "Terschelling", "Vlieland")


@pytest.fixture(scope="module")
def national() -> Workspace:
    return load(Folder(ROOT / "data")).value.workspace


def spuk(national: Workspace, year: int, among: Sequence[str]) -> dict[str, Fraction]:
    region = replace(region_with(), id="land")
    asking = Asking(national, region, tuple(among), date(year, 1, 1))
    return dict(weights_of(asking, f"brede-spuk-{year}").weights)


def existing(national: Workspace, year: int) -> list[str]:
    register = national.register
    day = date(year, 1, 1)
    return sorted(m.name for m in register.municipalities if register.existed(m, day))


@pytest.mark.parametrize("year", TOTALS)
def test_the_amounts_of_all_municipalities_are_the_published_total(
    national: Workspace, year: int
) -> None:
    found = spuk(national, year, existing(national, year))
    assert len(found) == 342
    assert sum(found.values()) == TOTALS[year]


def test_the_published_amounts_of_2026_follow_from_those_of_2025(national: Workspace) -> None:
    """To the euro: what 336 municipalities get in 2026, divided by the key of 2025."""
    among = [name for name in existing(national, 2026) if name not in OTHERWISE]
    published = spuk(national, 2026, among)
    division = apportion(Decimal(int(sum(published.values()))), spuk(national, 2025, among))
    assert sum(part.value for part in division.parts.values()) == sum(published.values())
    differences = [part.value - int(published[n]) for n, part in division.parts.items()]
    assert max(map(abs, differences)) <= 1
    assert differences.count(Decimal(0)) > 250


@pytest.mark.parametrize("region", ["noord-en-midden-limburg", "eindhoven-de-kempen"])
def test_a_region_divides_its_own_total_as_published(national: Workspace, region: str) -> None:
    among = national.regions[region].municipalities
    published = spuk(national, 2026, among)
    division = apportion(Decimal(int(sum(published.values()))), spuk(national, 2025, among))
    assert all(abs(p.value - int(published[n])) <= 1 for n, p in division.parts.items())


def test_a_folder_without_keys_of_its_own_has_those_of_the_program(tmp_path: Path) -> None:
    workspace = workspace_of(tmp_path, {})
    assert key_names(workspace, None) == ("equal", "inhabitants", "births")
