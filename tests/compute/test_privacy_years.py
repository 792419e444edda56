"""Hidden numbers that other years, baselines, larger places or merged municipalities give away."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk_cli.compute.privacy.figures import Privacy
from kansrijk_cli.model.municipalities import Municipality
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.register import Register
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder
from tests.compute.attacker import Attacker, Known
from tests.compute.building import Data, region_with, year_with

ALL = ("Ede", "Rhenen", "Veenendaal")
SOUTH = [{"name": "Zuid", "kind": "subregion", "municipalities": ["Rhenen", "Veenendaal"]}]
TARGET = {"id": "t", "title": "Bereik", "kind": "count", "unit": "gezinnen"}


def figure(place: str, value: object, **more: Any) -> Data:
    return {"target": "t", "place": place, "value": value, **more}


def baseline(name: str, value: int | None, *places: str, **more: Any) -> Data:
    """A target about the same indicator as the others, with the stand that it begins with."""
    return {
        "id": name,
        "title": name,
        "kind": "growth",
        "indicator": "gezinnen",
        "unit": "gezinnen",
        "places": places,
        "baseline": value,
        **more,
    }


def hidden(base: Workspace, region: RegionFolder, number: int = 2025) -> list[str]:
    """What a year does not show: places of figures with their period, and ids of targets."""
    year = region.years[number]
    results, privacy = year.files.content(Results), Privacy(base, region, year)
    assert results is not None
    found = [
        f"{f.place} {f.period.text if f.period else ''}".strip()
        for f in results.figures
        if not privacy.shown(f).value
    ]
    return found + [t.id for t in results.targets if privacy.hides_baseline(t)]


def with_years(*years: YearFolder, **more: Any) -> RegionFolder:
    return region_with({"places": SOUTH, **more}, years=years)


class TestBaselines:
    def test_the_total_does_not_give_a_small_one_away(self, base: Workspace) -> None:
        small = baseline("ede", 3, "Ede")
        others = [baseline("rhe", 27, "Rhenen"), baseline("vee", 60, "Veenendaal")]
        assert hidden(base, with_years(year_with([small, *others]))) == ["ede"]
        found = hidden(base, with_years(year_with([small, *others, baseline("all", 90)])))
        assert found == ["ede", "rhe"]

    def test_one_that_nobody_wrote_down_is_protected_as_well(self, base: Workspace) -> None:
        others = [baseline("rhe", 27, "Rhenen"), baseline("vee", 60, "Veenendaal")]
        year = year_with([baseline("ede", None, "Ede"), *others, baseline("all", 90)])
        assert hidden(base, with_years(year)) == ["rhe"]
        enough = year_with([*others, baseline("all", 107)])
        assert hidden(base, with_years(enough)) == []

    @pytest.mark.parametrize("places", [("Rhenen", "Veenendaal"), ("Zuid",)])
    def test_places_that_are_counted_together(
        self, base: Workspace, places: tuple[str, ...]
    ) -> None:
        targets = [baseline("ede", 3, "Ede"), baseline("south", 87, *places), baseline("all", 90)]
        assert {*hidden(base, with_years(year_with(targets)))} > {"ede"}
        enough = [baseline("south", 87, *places), baseline("all", 110)]
        assert hidden(base, with_years(year_with(enough))) == []

    def test_all_municipalities_are_the_region(self, base: Workspace) -> None:
        targets = [baseline("ede", 3, "Ede"), baseline("rest", 87, "Zuid")]
        targets.append(baseline("all", 90, *ALL))
        assert hidden(base, with_years(year_with(targets))) == ["ede", "rest"]

    def test_a_part_of_a_municipality_is_in_no_sum_of_baselines(self, base: Workspace) -> None:
        district = {"name": "Wijk", "kind": "district", "municipalities": ["Ede"]}
        targets = [baseline("ede", 3, "Ede"), baseline("both", 90, "Wijk", "Rhenen")]
        found = hidden(base, with_years(year_with(targets), places=[*SOUTH, district]))
        assert found == ["ede"]

    def test_figures_of_the_year_before_add_up_to_it(self, base: Workspace) -> None:
        figures = [figure(m, v, period="2024") for m, v in zip(ALL, (3, 27, 60), strict=True)]
        before = year_with([TARGET], figures, year=2024)
        now = year_with([{**TARGET, "kind": "growth", "baseline": 90}])
        region = with_years(before, now)
        assert hidden(base, region, 2024) == ["Ede 2024", "Rhenen 2024"]
        assert hidden(base, region) == []

    def test_a_figure_that_is_hidden_is_no_baseline_either(self, base: Workspace) -> None:
        """Rhenen is hidden because of the total; its baseline would be that number."""
        places = (*ALL, "Voorbeeld")
        figures = [
            {"indicator": "gezinnen", "place": m, "value": v, "period": "2024"}
            for m, v in zip(places, (3, 27, 60, 90), strict=True)
        ]
        before = year_with([], figures, year=2024)
        now = year_with([baseline("rhe", 27, "Rhenen")])
        assert hidden(base, with_years(before, now)) == ["rhe"]

    def test_what_counts_no_persons_is_told(self, base: Workspace) -> None:
        targets = [baseline("ede", 3, "Ede", persons=False), baseline("all", 90)]
        assert hidden(base, with_years(year_with(targets))) == []


class TestYears:
    def test_a_target_is_the_same_in_another_year(self, base: Workspace) -> None:
        figures = [figure(m, v, period="2024") for m, v in zip(ALL, (3, 27, 60), strict=True)]
        before = year_with([TARGET], figures, year=2024)
        now = year_with([TARGET], [figure("Voorbeeld", 90, period="2024")])
        assert hidden(base, with_years(before), 2024) == ["Ede 2024"]
        assert hidden(base, with_years(before, now), 2024) == ["Ede 2024", "Rhenen 2024"]

    def test_figures_without_a_period_are_of_their_year(self, base: Workspace) -> None:
        """Those of 2025 have nothing to do with the total of 2024."""
        small = [figure(m, v) for m, v in zip((*ALL, "Voorbeeld"), (3, 27, 60, 90), strict=True)]
        large = [figure(m, v) for m, v in zip((*ALL, "Voorbeeld"), (13, 27, 60, 100), strict=True)]
        region = with_years(year_with([TARGET], large, year=2024), year_with([TARGET], small))
        assert hidden(base, region) == ["Ede", "Rhenen"]
        assert hidden(base, region, 2024) == []


def test_a_subregion_leaves_over_what_is_hidden(base: Workspace) -> None:
    figures = [figure("Ede", 5), figure("Zuid", 85), figure("Voorbeeld", 90)]
    assert hidden(base, with_years(year_with([TARGET], figures))) == ["Ede", "Zuid"]


def test_a_guess_gives_way_to_what_is_sure(base: Workspace) -> None:
    """A reader may think that the only district is all of Ede; the sum of the region is sure."""
    district = {"name": "Wijk", "kind": "district", "municipalities": ["Ede"]}
    places, values = ("Wijk", *ALL, "Voorbeeld"), (0, 7, 27, 60, 94)
    figures = [figure(p, v) for p, v in zip(places, values, strict=True)]
    found = hidden(base, with_years(year_with([TARGET], figures), places=[*SOUTH, district]))
    assert found == ["Ede", "Rhenen"]


# Municipalities that merged.

LAST, FIRST = date(2022, 12, 31), date(2023, 1, 1)
OLD = ("Brielle", "Hellevoetsluis", "Westvoorne")
NEW = "Voorne aan Zee"


def municipality(code: int, name: str, **more: Any) -> Municipality:
    fields = {"code": f"GM{code:04}", "name": name, "province": "Zuid-Holland", **more}
    return Municipality.model_validate(fields)


@pytest.fixture(scope="module")
def merged(base: Workspace) -> Workspace:
    """Three municipalities became one; Haren went into Groningen, which stayed."""
    olds = [
        municipality(n, name, until=LAST.isoformat(), successors=["GM1992"])
        for n, name in zip((501, 530, 614), OLD, strict=True)
    ]
    others = [
        municipality(1992, NEW, since=FIRST.isoformat()),
        municipality(1930, "Nissewaard"),
        municipality(14, "Groningen"),
        municipality(17, "Haren", until="2018-12-31", successors=["GM0014"]),
    ]
    return replace(base, register=Register((*olds, *others)))


def hidden_of_merged(
    merged: Workspace, members: Sequence[str], numbers: dict[str, int]
) -> list[str]:
    figures = [figure(place, value, period="2022") for place, value in numbers.items()]
    region = region_with({"municipalities": members}, years=[year_with([TARGET], figures)])
    return [place.removesuffix(" 2022") for place in hidden(merged, region)]


@pytest.mark.parametrize("members", [(NEW, "Nissewaard"), (*OLD, "Nissewaard")])
class TestMergers:
    def test_the_new_name_is_the_sum_of_the_old_ones(
        self, merged: Workspace, members: Sequence[str]
    ) -> None:
        olds = dict(zip(OLD, (3, 27, 60), strict=True))
        assert hidden_of_merged(merged, members, olds) == ["Brielle"]
        found = hidden_of_merged(merged, members, {**olds, NEW: 90})
        assert found == ["Brielle", "Hellevoetsluis"]

    def test_so_it_is_in_a_total(self, merged: Workspace, members: Sequence[str]) -> None:
        olds = dict(zip(OLD, (3, 27, 60), strict=True))
        all_of_it = {**olds, "Nissewaard": 40, "Voorbeeld": 130}
        assert hidden_of_merged(merged, members, all_of_it) == ["Brielle", "Hellevoetsluis"]
        only_new = {NEW: 5, "Nissewaard": 40, "Voorbeeld": 45}
        assert hidden_of_merged(merged, members, only_new) == [NEW, "Nissewaard"]

    def test_what_two_of_the_three_leave_over(
        self, merged: Workspace, members: Sequence[str]
    ) -> None:
        two = {"Hellevoetsluis": 27, "Westvoorne": 60, NEW: 90}
        assert hidden_of_merged(merged, members, two) == ["Hellevoetsluis"]
        assert hidden_of_merged(merged, members, {**two, NEW: 107}) == []


def test_one_that_stays_is_more_than_what_joined_it(merged: Workspace) -> None:
    """Groningen with Haren is not Haren: how much it had itself nobody tells."""
    found = hidden_of_merged(merged, ["Groningen", "Nissewaard"], {"Haren": 3, "Groningen": 90})
    assert found == ["Haren"]
    found = hidden_of_merged(merged, ["Groningen", "Nissewaard"], {"Haren": 85, "Groningen": 90})
    assert found == ["Haren"]


@settings(max_examples=40, deadline=None)
@given(
    values=st.lists(st.sampled_from([1, 2, 5, 9, 10, 14, 40]), min_size=4, max_size=4),
    told=st.sets(st.sampled_from([NEW, "Voorbeeld"])),
    as_old=st.booleans(),
)
def test_an_attacker_who_knows_the_mergers_gets_nowhere(
    merged: Workspace, values: list[int], told: set[str], as_old: bool
) -> None:
    numbers = dict(zip((*OLD, "Nissewaard"), values, strict=True))
    numbers |= {name: sum(values[: 3 if name == NEW else 4]) for name in sorted(told)}
    members = (*OLD, "Nissewaard") if as_old else (NEW, "Nissewaard")
    gone = hidden_of_merged(merged, members, numbers)
    new = Known({NEW: -1, **dict.fromkeys(OLD, 1)})
    check(numbers, gone, [new, Known({"Voorbeeld": -1, NEW: 1, "Nissewaard": 1})])


@settings(max_examples=40, deadline=None)
@given(
    values=st.lists(st.sampled_from([1, 2, 5, 9, 10, 14, 40]), min_size=3, max_size=3),
    told=st.sets(st.sampled_from(["Zuid", "Voorbeeld"])),
    observed=st.sets(st.sampled_from(ALL)),
)
def test_an_attacker_with_baselines_and_figures_gets_nowhere(
    base: Workspace, values: list[int], told: set[str], observed: set[str]
) -> None:
    """Baselines of targets, and the figures of the year before that they are."""
    numbers = dict(zip(ALL, values, strict=True))
    numbers |= {name: sum(values[1 if name == "Zuid" else 0 :]) for name in sorted(told)}
    figures = [
        {"indicator": "gezinnen", "place": m, "value": numbers[m], "period": "2024"}
        for m in sorted(observed)
    ]
    targets = [baseline(place.lower(), value, place) for place, value in numbers.items()]
    region = with_years(year_with([], figures, year=2024), year_with(targets))
    gone = [place.capitalize() for place in hidden(base, region)]
    gone_before = {place.removesuffix(" 2024") for place in hidden(base, region, 2024)}
    assert gone_before == observed & {*gone}
    south = Known({"Zuid": -1, "Rhenen": 1, "Veenendaal": 1})
    check(numbers, gone, [south, Known({"Voorbeeld": -1, "Zuid": 1, "Ede": 1})])


def check(numbers: dict[str, int], gone: Sequence[str], sums: Sequence[Known]) -> None:
    """The small ones are gone, and nobody can tell them from the others."""
    assert {name for name, value in numbers.items() if value < 10} <= {*gone}
    published: dict[Hashable, Fraction] = {
        name: Fraction(value) for name, value in numbers.items() if name not in gone
    }
    intervals = Attacker(published, sums, {}).intervals()
    for name in gone:
        if name in intervals:
            low, high = intervals[name]
            assert high - low >= 2
            assert high >= 10
