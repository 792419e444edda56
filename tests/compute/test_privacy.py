"""What may be shown of figures: in figures, targets, documents and JSON the same."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk_cli.compute.privacy.figures import Privacy
from kansrijk_cli.compute.targets.states import TargetState, target_states
from kansrijk_cli.model.results import Results
from kansrijk_cli.output.overviews import targets_table
from kansrijk_cli.output.shapes.targets import targets_shape
from kansrijk_cli.output.show import show
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder
from tests.compute.attacker import FAR, Attacker, Known
from tests.compute.building import Data, region_with, year_with

ALL = ("Ede", "Rhenen", "Veenendaal")
END = date(2025, 12, 31)
PLACES = [
    {"name": "Zuid", "kind": "subregion", "municipalities": ["Rhenen", "Veenendaal"]},
    {"name": "Wijk A", "kind": "district", "municipalities": ["Ede"]},
    {"name": "Wijk B", "kind": "district", "municipalities": ["Ede"]},
]
TARGET = {"id": "t", "title": "Gezinnen", "kind": "per-municipality", "minimum": 2, "maximum": 4}


def figure(place: str, value: object, **more: Any) -> Data:
    """An observed number of persons."""
    return {"target": "t", "place": place, "value": value, "persons": True, **more}


def hidden_of(
    base: Workspace,
    figures: Sequence[Data],
    region: RegionFolder | None = None,
    targets: Sequence[Data] = (TARGET,),
    **more: Any,
) -> list[str]:
    """The places (with what else tells a figure apart) whose number may not be shown."""
    year = year_with(targets, figures, **more)
    privacy = Privacy(base, region or region_with({"places": PLACES}), year)
    results = year.files.content(Results)
    assert results is not None
    return [
        " ".join(filter(None, (f.place, f.programme, f.period.text if f.period else "")))
        for f in results.figures
        if not privacy.shown(f).value
    ]


class TestWhatIsHidden:
    @pytest.mark.parametrize(
        ("value", "is_hidden"),
        [(0, False), (1, True), (9, True), (9.5, True), (10, False), (423000, False)],
    )
    def test_under_the_threshold_but_not_zero(
        self, base: Workspace, value: float, is_hidden: bool
    ) -> None:
        assert hidden_of(base, [figure("Ede", value)]) == (["Ede"] if is_hidden else [])

    @pytest.mark.parametrize(("threshold", "is_hidden"), [(1, False), (5, False), (6, True)])
    def test_the_threshold_is_that_of_the_region(
        self, base: Workspace, threshold: int, is_hidden: bool
    ) -> None:
        region = region_with({"threshold": threshold})
        assert bool(hidden_of(base, [figure("Ede", 5)], region)) is is_hidden

    def test_what_counts_no_persons_is_shown(self, base: Workspace) -> None:
        assert hidden_of(base, [figure("Ede", 5, persons=False)]) == []

    def test_a_forecast_is_no_observation(self, base: Workspace) -> None:
        assert hidden_of(base, [figure("Ede", 5, forecast=True)]) == []

    @pytest.mark.parametrize("word", ["unknown", "nvt"])
    def test_other_words_are_not_hidden(self, base: Workspace, word: str) -> None:
        assert hidden_of(base, [figure("Ede", word)]) == []

    def test_one_figure_that_counts_persons_speaks_for_all_of_the_subject(
        self, base: Workspace
    ) -> None:
        figures = [figure("Ede", 5, persons=False), figure("Rhenen", 20)]
        assert hidden_of(base, figures) == ["Ede"]

    def test_the_next_smallest_goes_with_it_when_the_region_is_told(self, base: Workspace) -> None:
        figures = [figure(m, v) for m, v in zip(ALL, (3, 27, 60), strict=True)]
        assert hidden_of(base, figures) == ["Ede"]
        assert hidden_of(base, [*figures, figure("Voorbeeld", 90)]) == ["Ede", "Rhenen"]

    def test_a_hidden_number_is_protected_whether_it_was_written_or_not(
        self, base: Workspace
    ) -> None:
        for value in (3, 8, "suppressed"):
            figures = [figure(m, v) for m, v in zip(ALL, (value, 27, 60), strict=True)]
            assert hidden_of(base, [*figures, figure("Voorbeeld", 90)]) == ["Ede", "Rhenen"]

    def test_all_small_parts_keep_a_large_total(self, base: Workspace) -> None:
        figures = [figure(m, v) for m, v in zip(ALL, (4, 4, 3), strict=True)]
        assert hidden_of(base, [*figures, figure("Voorbeeld", 11)]) == list(ALL)

    def test_who_is_left_when_one_municipality_tells_nothing(self, base: Workspace) -> None:
        figures = [figure("Ede", 97), figure("Rhenen", 30)]
        assert hidden_of(base, [*figures, figure("Voorbeeld", 130)]) == ["Rhenen"]
        assert hidden_of(base, [*figures, figure("Voorbeeld", 137)]) == []

    def test_subregions_are_sums_too(self, base: Workspace) -> None:
        figures = [figure(m, v) for m, v in zip(ALL, (60, 27, 3), strict=True)]
        found = hidden_of(base, [*figures, figure("Zuid", 30)])
        assert found == ["Rhenen", "Veenendaal"]
        # Zuid is not told, but is what the region has apart from Ede.
        assert hidden_of(base, [*figures, figure("Voorbeeld", 90)]) == ["Rhenen", "Veenendaal"]

    def test_districts_stand_for_a_municipality_that_tells_nothing(self, base: Workspace) -> None:
        figures = [
            figure("Wijk A", 3),
            figure("Wijk B", 40),
            figure("Rhenen", 30),
            figure("Veenendaal", 50),
        ]
        assert hidden_of(base, figures) == ["Wijk A"]
        found = hidden_of(base, [*figures, figure("Voorbeeld", 123)])
        assert set(found) > {"Wijk A"}

    def test_quarters_make_a_year(self, base: Workspace) -> None:
        values = dict(zip(("Q1", "Q2", "Q3", "Q4"), (20, 30, 4, 40), strict=True))
        quarters = [figure("Ede", v, period=q) for q, v in values.items()]
        assert hidden_of(base, quarters) == ["Ede Q3"]
        assert hidden_of(base, [*quarters, figure("Ede", 94, period="2025")]) == [
            "Ede Q1",
            "Ede Q3",
        ]

    def test_programmes_make_a_total(self, base: Workspace) -> None:
        programmes = [
            figure("Voorbeeld", 3, programme="kansrijke-start"),
            figure("Voorbeeld", 40, programme="gezonde-school"),
        ]
        assert hidden_of(base, programmes) == ["Voorbeeld kansrijke-start"]
        assert len(hidden_of(base, [*programmes, figure("Voorbeeld", 43)])) == 2

    def test_two_figures_of_one_number_are_hidden_together(self, base: Workspace) -> None:
        figures = [figure(m, v) for m, v in zip(ALL, (3, 27, 60), strict=True)]
        figures += [figure("Voorbeeld", 90), figure("Rhenen", 27)]
        assert hidden_of(base, figures) == ["Ede", "Rhenen", "Rhenen"]

    def test_an_indicator_in_another_year_of_the_region_counts(self, base: Workspace) -> None:
        def told(place: str, value: int) -> Data:
            return {"indicator": "kinderen", "place": place, "value": value, "period": "2024"}

        persons = {"persons": True}
        figures = [{**told(m, v), **persons} for m, v in zip(ALL, (3, 27, 60), strict=True)]
        region = told("Voorbeeld", 90)
        before = year_with([], [region], year=2024)
        both = replace(region_with(), years={2024: before})
        assert hidden_of(base, figures, both, targets=[]) == ["Ede 2024", "Rhenen 2024"]
        assert hidden_of(base, figures, targets=[]) == ["Ede 2024"]

    def test_an_average_is_as_good_as_a_total(self, base: Workspace) -> None:
        figures = [figure(m, v) for m, v in zip(ALL, (3, 27, 60), strict=True)]
        assert hidden_of(base, [*figures, figure("Voorbeeld", 30)]) == ["Ede", "Rhenen"]

    def test_percentages_do_not_add_up(self, base: Workspace) -> None:
        figures = [
            {"indicator": "roken", "place": place, "value": value, "persons": True}
            for place, value in (("Ede", 3), ("Rhenen", 27), ("Veenendaal", 60), ("Voorbeeld", 90))
        ]
        assert hidden_of(base, figures) == ["Ede"]


class TestPartOfAWhole:
    @pytest.mark.parametrize(
        ("value", "of", "is_hidden"),
        [(97, 100, True), (90, 100, False), (3, 100, True), (100, 100, False), (0, 100, False)],
    )
    def test_who_is_not_in_it_counts_as_well(
        self, base: Workspace, value: int, of: int, is_hidden: bool
    ) -> None:
        found = hidden_of(base, [figure("Ede", value, of=of)])
        assert found == (["Ede"] if is_hidden else [])

    def test_a_small_whole_is_hidden(self, base: Workspace) -> None:
        year = year_with([TARGET], [figure("Ede", 0, of=8), figure("Rhenen", 0, of=80)])
        results = year.files.content(Results)
        assert results is not None
        privacy = Privacy(base, region_with(), year)
        assert [privacy.shown(f).whole for f in results.figures] == [False, True]


class TestRange:
    @pytest.mark.parametrize(
        ("low", "high", "is_shown"), [(12, 30, True), (0, 30, True), (3, 30, False)]
    )
    def test_its_ends_are_numbers_of_persons_too(
        self, base: Workspace, low: int, high: int, is_shown: bool
    ) -> None:
        year = year_with([TARGET], [figure("Voorbeeld", 20, range={"low": low, "high": high})])
        results = year.files.content(Results)
        assert results is not None
        found = Privacy(base, region_with(), year).shown(results.figures[0])
        assert found.spread is is_shown

    def test_it_goes_when_anything_it_may_tell_of_is_hidden(self, base: Workspace) -> None:
        region = figure("Voorbeeld", 90, range={"low": 20, "high": 60})
        year = year_with([TARGET], [region, figure("Ede", 3)])
        results = year.files.content(Results)
        assert results is not None
        found = Privacy(base, region_with(), year).shown(results.figures[0])
        assert (found.value, found.spread) == (True, False)


# Targets.


def states(
    base: Workspace, figures: Sequence[Data], on: date = END, **target: Any
) -> list[TargetState]:
    """How a target stands."""
    year = year_with([{**TARGET, **target}], figures)
    return list(target_states(base, region_with({"places": PLACES}), year, on))


def printed(found: list[TargetState]) -> tuple[object, str]:
    """Everything that `kansrijk targets` prints, as JSON and as a table."""
    table = targets_table(found, "Voorbeeld", 2025)
    rows = "\n".join(show(cell) for row in table.rows for cell in row)
    return targets_shape("voorbeeld", 2025, found).as_json(), f"{rows}\n{table.closing}"


class TestJudging:
    @pytest.mark.parametrize(
        ("met", "status", "missing"),
        [
            ((True, True, True), "met", ()),
            ((True, False, True), "missed", ("Rhenen",)),
            ((True, None, True), "not-measured", ("Rhenen",)),
            ((False, None, True), "missed", ("Ede", "Rhenen")),
        ],
    )
    def test_two_to_four_a_municipality_can_be_judged(
        self,
        base: Workspace,
        met: tuple[bool | None, ...],
        status: str,
        missing: tuple[str, ...],
    ) -> None:
        figures = [
            figure(m, "suppressed", minimum_met=said) for m, said in zip(ALL, met, strict=True)
        ]
        (found,) = states(base, figures)
        assert (found.status, found.missing) == (status, missing)

    @pytest.mark.parametrize(("total", "status"), [(11, "met"), (10, "missed")])
    def test_a_total_of_the_region_is_judged_as_it_is(
        self, base: Workspace, total: int, status: str
    ) -> None:
        figures = [figure(m, "suppressed", minimum_met=True) for m in ALL]
        (found,) = states(base, [*figures, figure("Voorbeeld", total)], total=11)
        assert found.achieved is not None
        assert found.achieved.total == total
        assert found.status == status

    def test_a_hidden_total_is_judged_by_its_own_word(self, base: Workspace) -> None:
        target: Data = {"kind": "count", "minimum": 8, "maximum": None}
        for met, status in ((True, "met"), (False, "missed"), (None, "not-measured")):
            region = figure("Voorbeeld", "suppressed", minimum_met=met)
            (found,) = states(base, [region], **target)
            assert found.status == status
            assert found.achieved is not None
            assert found.achieved.total is None
            assert found.achieved.total_hidden

    def test_a_maximum_of_a_hidden_number_is_not_judged(self, base: Workspace) -> None:
        target: Data = {"kind": "count", "minimum": None, "maximum": 8}
        (found,) = states(base, [figure("Voorbeeld", "suppressed")], **target)
        assert found.status == "not-measured"
        many = [figure(m, 5) for m in ALL]
        assert states(base, many)[0].status == "met"

    def test_how_far_a_hidden_total_is_stays_hidden(self, base: Workspace) -> None:
        target: Data = {"kind": "count", "minimum": 8, "maximum": None}
        found = {
            states(base, [figure("Voorbeeld", value)], date(2025, 7, 2), **target)[0].status
            for value in (1, 2, 3, 4, 5, 6, 7)
        }
        assert found == {"open"}

    def test_what_is_sure_can_be_on_track(self, base: Workspace) -> None:
        figures = [figure("Ede", 30), figure("Rhenen", 3)]
        target: Data = {"kind": "count", "minimum": 50, "maximum": None}
        (found,) = states(base, figures, date(2025, 7, 2), **target)
        assert found.status == "on-track"

    def test_zero_suppressed_and_unknown_are_three_things(self, base: Workspace) -> None:
        figures = [
            figure("Ede", 0),
            figure("Rhenen", "suppressed"),
            figure("Veenendaal", "unknown"),
        ]
        (found,) = targets_shape("v", 2025, states(base, figures)).targets
        assert found.achieved is not None
        assert found.achieved.municipalities == {"Ede": 0, "Rhenen": None}
        assert found.achieved.municipalities_state == {"Rhenen": "suppressed"}
        assert found.missing == list(ALL)

    def test_what_is_asked_is_never_hidden(self, base: Workspace) -> None:
        (found,) = targets_shape("v", 2025, states(base, [figure("Ede", 3)], total=9)).targets
        assert found.required.total == 9
        assert found.required.minimum == 6
        assert found.required.municipalities["Ede"].maximum == 4

    def test_the_table_explains_what_is_hidden(self, base: Workspace) -> None:
        assert "niet nul en niet onbekend" in printed(states(base, [figure("Ede", 3)]))[1]
        assert "niet nul" not in printed(states(base, [figure("Ede", 30)]))[1]


SMALL = st.integers(1, 9)


@settings(max_examples=60, deadline=None)
@given(
    small=st.lists(SMALL, min_size=1, max_size=3),
    other=st.lists(SMALL, min_size=3, max_size=3),
    minimum=st.integers(0, 12),
    total=st.none() | st.integers(0, 60),
    day=st.integers(0, 364),
)
def test_nothing_printed_depends_on_a_hidden_number_but_whether_it_is_enough(
    base: Workspace,
    small: list[int],
    other: list[int],
    minimum: int,
    total: int | None,
    day: int,
) -> None:
    """Three ways to write a number under the threshold print the same, on every day."""
    on = date.fromordinal(date(2025, 1, 1).toordinal() + day)
    target = {"minimum": minimum, "maximum": None}
    rest = [figure(m, 20) for m in ALL[len(small) :]]
    rest += [figure("Voorbeeld", total)] if total is not None else []

    def with_values(values: Sequence[object], **more: Any) -> tuple[object, str]:
        own = [
            figure(m, v, minimum_met=(s >= minimum) if v == "suppressed" else None)
            for m, v, s in zip(ALL, values, small, strict=False)
        ]
        return printed(states(base, [*own, *rest], on, **target, **more))

    alike = [
        o if (o >= minimum) == (s >= minimum) else s for s, o in zip(small, other, strict=False)
    ]
    assert with_values(small) == with_values(alike)
    assert with_values(small) == with_values(["suppressed"] * len(small))


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(st.sampled_from([0, 1, 2, 3, 5, 9, 10, 12, 40]), min_size=6, max_size=6),
    told=st.sets(st.sampled_from(["Voorbeeld", "Zuid", "year"])),
)
def test_an_attacker_with_all_figures_gets_nowhere(
    base: Workspace, values: list[int], told: set[str]
) -> None:
    """Municipalities in two halves of a year, with the subregion, the region and the year."""
    halves = ("Q1 - Q2", "Q3 - Q4")
    cells = {
        (m, h): v for (m, h), v in zip([(m, h) for m in ALL for h in halves], values, strict=True)
    }
    for half in halves:
        cells["Zuid", half] = cells["Rhenen", half] + cells["Veenendaal", half]
        cells["Voorbeeld", half] = cells["Ede", half] + cells["Zuid", half]
    for place in (*ALL, "Zuid", "Voorbeeld"):
        cells[place, "2025"] = sum(cells[place, half] for half in halves)
    shown = {
        (place, period): value
        for (place, period), value in cells.items()
        if (place in ALL or place in told) and (period != "2025" or "year" in told)
    }
    figures = [
        {"indicator": "kinderen", "place": p, "period": d, "value": v, "persons": True}
        for (p, d), v in shown.items()
    ]
    hidden = set(hidden_of(base, figures, targets=[]))
    assert {f"{p} {d}" for (p, d), v in shown.items() if 0 < v < 10} <= hidden
    published: dict[Hashable, Fraction] = {
        key: Fraction(value) for key, value in shown.items() if " ".join(key) not in hidden
    }
    equations = [
        Known({("Zuid", d): -1, ("Rhenen", d): 1, ("Veenendaal", d): 1}) for d in (*halves, "2025")
    ]
    equations += [
        Known({("Voorbeeld", d): -1, ("Ede", d): 1, ("Zuid", d): 1}) for d in (*halves, "2025")
    ]
    equations += [
        Known({(p, "2025"): -1, (p, halves[0]): 1, (p, halves[1]): 1})
        for p in (*ALL, "Zuid", "Voorbeeld")
    ]
    attacker = Attacker(published, equations, {})
    solved, intervals = attacker.solved(), attacker.intervals()
    for key in shown:
        if " ".join(key) in hidden:
            low, high = intervals.get(key, (Fraction(0), FAR))
            assert key not in solved
            assert high - low >= 2
            assert high >= 10


def test_the_region_folder_and_year_are_not_changed(base: Workspace) -> None:
    """Asking twice gives the same; nothing is kept in the workspace."""
    year: YearFolder = year_with([TARGET], [figure("Ede", 3), figure("Rhenen", Decimal(30))])
    results = year.files.content(Results)
    assert results is not None
    region = region_with()
    first = [Privacy(base, region, year).shown(f) for f in results.figures]
    assert [Privacy(base, region, year).shown(f) for f in results.figures] == first


def test_utrecht_is_a_municipality_before_it_is_a_province(base: Workspace) -> None:
    """Rhenen lies in the province: of 30 there, 3 would be left."""
    figures = [figure("Utrecht", 30), figure("Rhenen", 27)]
    assert hidden_of(base, figures) == ["Rhenen"]
    region = region_with({"municipalities": ["Utrecht", "Ede", "Rhenen"]})
    assert hidden_of(base, figures, region) == []


def test_a_province_is_a_sum_of_the_region_and_others(base: Workspace) -> None:
    """All of the region lies in the country; nothing is known of the others, so nothing is told."""
    figures = [figure("Voorbeeld", 40), figure("Nederland", 423000), figure("Ede", 5)]
    assert hidden_of(base, figures) == ["Ede"]
    assert hidden_of(base, [figure("Voorbeeld", 40), figure("Nederland", 43)]) == ["Voorbeeld"]
