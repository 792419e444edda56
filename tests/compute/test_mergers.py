"""Municipalities that merged or were split: who stands for whom on a date, and what that counts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.coverage.cells import STATUSES, unplaced
from kansrijk_cli.compute.coverage.matrix import Coverage, combined, coverage, local_coalitions
from kansrijk_cli.compute.coverage.mergers import all_parts, goes_on, parts, related, standing
from kansrijk_cli.compute.targets.states import TargetState, target_state
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.municipalities import Municipality
from kansrijk_cli.model.results import Target
from kansrijk_cli.workspace.register import Register
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import Data, region_with, year_with

VOORNE = ("Brielle", "Hellevoetsluis", "Westvoorne")
BEFORE, LAST, FIRST, AFTER = (
    date(2022, 6, 1),
    date(2022, 12, 31),
    date(2023, 1, 1),
    date(2024, 1, 1),
)


def municipality(code: int, name: str, **more: Any) -> Municipality:
    """A municipality in South Holland."""
    fields = {"code": f"GM{code:04}", "name": name, "province": "Zuid-Holland", **more}
    return Municipality.model_validate(fields)


REGISTER = Register(
    (
        *(
            municipality(n, name, until=LAST.isoformat(), successors=["GM1992"])
            for n, name in zip((501, 530, 614), VOORNE, strict=True)
        ),
        municipality(1992, "Voorne aan Zee", since=FIRST.isoformat()),
        municipality(1930, "Nissewaard"),
        # One that goes on takes another in; one is split; one merges twice.
        municipality(14, "Groningen"),
        municipality(17, "Haren", until="2018-12-31", successors=["GM0014"]),
        municipality(788, "Haaren", until="2020-12-31", successors=["GM0865", "GM0757"]),
        municipality(865, "Vught"),
        municipality(757, "Boxtel"),
        municipality(9001, "Oud", until="2012-12-31", successors=["GM9002"]),
        municipality(9002, "Nieuw", since="2013-01-01", until="2018-12-31", successors=["GM9003"]),
        municipality(9003, "Nieuwer", since="2019-01-01"),
    )
)


@pytest.fixture(scope="module")
def here(base: Workspace) -> Workspace:
    """The smallest workspace, with these municipalities."""
    return replace(base, register=REGISTER)


def cover(here: Workspace, members: Sequence[str], on: date, rows: Data, **more: Any) -> Coverage:
    """The matrix of a region with these municipalities."""
    region = {"municipalities": members, "places": more.pop("places", [])}
    return coverage(here, region_with(region, {"deployments": rows, **more}), on)


def giz(table: Coverage) -> dict[str, str]:
    """The status of one intervention in every municipality."""
    return {m: table.cells[m, "giz"].status for m in table.municipalities}


class TestStanding:
    @pytest.mark.parametrize(("on", "there"), [(BEFORE, VOORNE), (LAST, VOORNE)])
    def test_up_to_their_last_day_the_old_ones_are_there(
        self, on: date, there: tuple[str, ...]
    ) -> None:
        assert standing(REGISTER, VOORNE, on) == there
        assert standing(REGISTER, ["Voorne aan Zee"], on) == there

    def test_from_its_first_day_the_new_one_is_there_once(self) -> None:
        for names in (VOORNE, ("Voorne aan Zee",), (*VOORNE, "Voorne aan Zee")):
            assert standing(REGISTER, names, FIRST) == ("Voorne aan Zee",)

    def test_without_a_day_all_stay_as_they_are(self) -> None:
        assert standing(REGISTER, VOORNE, None) == VOORNE

    def test_a_name_that_is_not_known_stays(self) -> None:
        assert standing(REGISTER, ["Nergenshuizen"], AFTER) == ("Nergenshuizen",)

    @pytest.mark.parametrize(
        ("year", "there"), [(2012, "Oud"), (2013, "Nieuw"), (2018, "Nieuw"), (2019, "Nieuwer")]
    )
    @pytest.mark.parametrize("written", ["Oud", "Nieuw", "Nieuwer"])
    def test_one_may_merge_more_than_once(self, written: str, year: int, there: str) -> None:
        assert standing(REGISTER, [written], date(year, 7, 1)) == (there,)

    def test_a_split_one_stays_unless_all_it_went_to_are_named(self) -> None:
        assert standing(REGISTER, ["Haaren"], AFTER) == ("Haaren",)
        assert standing(REGISTER, ["Haaren", "Vught"], AFTER) == ("Haaren", "Vught")
        assert standing(REGISTER, ["Haaren", "Vught", "Boxtel"], AFTER) == ("Boxtel", "Vught")

    def test_a_merger_in_a_circle_comes_to_an_end(self) -> None:
        circle = Register(
            (
                municipality(1, "A", until="2018-12-31", successors=["GM0002"]),
                municipality(2, "B", until="2018-12-31", successors=["GM0001"]),
            )
        )
        assert standing(circle, ["A", "B"], AFTER) == ("A", "B")
        assert all_parts(circle, ["A"], AFTER) == {"A", "B"}

    @given(
        names=st.sets(st.sampled_from([m.name for m in REGISTER.municipalities]), min_size=1),
        on=st.dates(date(2011, 1, 1), date(2027, 1, 1)),
    )
    def test_nobody_is_lost_and_asking_again_changes_nothing(
        self, names: set[str], on: date
    ) -> None:
        found = standing(REGISTER, names, on)
        assert found
        assert standing(REGISTER, found, on) == found
        whole = [n for n in names if n not in ("Haaren", "Vught", "Boxtel")]
        for name in whole:
            assert set(standing(REGISTER, [name], on)) <= set(found)


class TestParts:
    def test_only_what_is_over_is_a_part(self) -> None:
        assert parts(REGISTER, "Voorne aan Zee", FIRST) == VOORNE
        assert parts(REGISTER, "Voorne aan Zee", LAST) == ()
        assert parts(REGISTER, "Vught", AFTER) == ()

    def test_parts_of_parts_count(self) -> None:
        assert all_parts(REGISTER, ["Nieuwer"], AFTER) == {"Oud", "Nieuw"}

    def test_one_that_was_there_before_goes_on(self) -> None:
        assert goes_on(REGISTER, "Groningen", AFTER)
        assert not goes_on(REGISTER, "Voorne aan Zee", AFTER)
        assert not goes_on(REGISTER, "Nissewaard", AFTER)


ROWS: Data = {"Brielle": {"giz": "active"}, "Hellevoetsluis": {"giz": "none"}}


class TestMatrix:
    @pytest.mark.parametrize("members", [VOORNE, ("Voorne aan Zee",)])
    def test_before_the_merger_each_old_one_has_its_own_row(
        self, here: Workspace, members: tuple[str, ...]
    ) -> None:
        found = giz(cover(here, members, LAST, ROWS))
        assert found == {"Brielle": "active", "Hellevoetsluis": "none", "Westvoorne": "unknown"}

    @pytest.mark.parametrize("members", [VOORNE, ("Voorne aan Zee",)])
    def test_after_it_they_count_under_the_new_one(
        self, here: Workspace, members: tuple[str, ...]
    ) -> None:
        table = cover(here, (*members, "Nissewaard"), FIRST, ROWS)
        assert giz(table) == {"Nissewaard": "unknown", "Voorne aan Zee": "active"}
        cell = table.cells["Voorne aan Zee", "giz"]
        assert cell.counted_from == ("Brielle", "Hellevoetsluis")
        assert cell.municipality == "Voorne aan Zee"
        assert table.by_intervention["giz"]["of"] == 2

    @pytest.mark.parametrize(
        ("brielle", "others", "whole"),
        [
            ("none", "none", "none"),
            ("none", "ended", "ended"),
            ("none", "unknown", "unknown"),
            ("none", "planned", "planned"),
            ("starting", "none", "starting"),
            ("ended", "active", "active"),
        ],
    )
    def test_no_is_no_only_when_all_say_so(
        self, here: Workspace, brielle: str, others: str, whole: str
    ) -> None:
        rows = {name: {"giz": others} for name in VOORNE} | {"Brielle": {"giz": brielle}}
        assert giz(cover(here, VOORNE, AFTER, rows)) == {"Voorne aan Zee": whole}

    def test_one_that_says_no_leaves_the_others_unknown(self, here: Workspace) -> None:
        found = giz(cover(here, VOORNE, AFTER, {"Brielle": {"giz": "none"}}))
        assert found == {"Voorne aan Zee": "unknown"}

    def test_the_row_of_the_new_one_itself_wins(self, here: Workspace) -> None:
        rows = {**ROWS, "Voorne aan Zee": {"giz": "ended"}}
        table = cover(here, VOORNE, AFTER, rows)
        assert giz(table) == {"Voorne aan Zee": "ended"}
        assert table.cells["Voorne aan Zee", "giz"].counted_from == ()

    def test_what_is_said_of_the_new_one_says_nothing_of_the_old(self, here: Workspace) -> None:
        rows = {"Voorne aan Zee": {"giz": "active"}, "Nissewaard": {"giz": "active"}}
        found = giz(cover(here, ("Voorne aan Zee", "Nissewaard"), BEFORE, rows))
        assert found == {"Nissewaard": "active", **dict.fromkeys(VOORNE, "unknown")}

    def test_a_period_ends_also_in_what_merged(self, here: Workspace) -> None:
        rows: dict[str, Any] = {"Brielle": {"giz": {"status": "active", "period": "until 2022"}}}
        assert giz(cover(here, VOORNE, LAST, rows))["Brielle"] == "active"
        rows |= {name: {"giz": "none"} for name in VOORNE[1:]}
        assert giz(cover(here, VOORNE, FIRST, rows)) == {"Voorne aan Zee": "ended"}

    def test_one_that_goes_on_counts_what_came_in(self, here: Workspace) -> None:
        found = giz(cover(here, ("Groningen",), AFTER, {"Haren": {"giz": "active"}}))
        assert found == {"Groningen": "active"}
        nothing = giz(cover(here, ("Groningen",), AFTER, {"Haren": {"giz": "none"}}))
        assert nothing == {"Groningen": "unknown"}

    def test_what_holds_everywhere_holds_in_what_merged(self, here: Workspace) -> None:
        rows = {"Voorbeeld": {"giz": {"status": "active", "everywhere": True}}}
        assert giz(cover(here, VOORNE, AFTER, rows)) == {"Voorne aan Zee": "active"}
        rows["Brielle"] = {"giz": {"status": "none"}}
        assert giz(cover(here, VOORNE, AFTER, rows)) == {"Voorne aan Zee": "active"}

    def test_a_place_in_two_old_ones_lies_in_one_new_one(self, here: Workspace) -> None:
        place = {"name": "VSV", "kind": "vsv", "municipalities": ["Brielle", "Westvoorne"]}
        rows = {"VSV": {"giz": "active"}}
        after = cover(here, VOORNE, AFTER, rows, places=[place])
        assert giz(after) == {"Voorne aan Zee": "active"}
        nobody = {**rows, "Hellevoetsluis": {"giz": "none"}}
        before = cover(here, VOORNE, BEFORE, nobody, places=[place])
        assert giz(before) == dict.fromkeys(VOORNE, "unknown") | {"Hellevoetsluis": "none"}

    def test_asking_all_the_old_ones_is_asking_the_new_one(self, here: Workspace) -> None:
        asked: Data = {"complete": True, "municipalities": VOORNE, "interventions": ["giz"]}
        assert giz(cover(here, VOORNE, AFTER, {}, inventory=asked)) == {"Voorne aan Zee": "none"}
        asked = {**asked, "municipalities": VOORNE[:2]}
        assert giz(cover(here, VOORNE, AFTER, {}, inventory=asked)) == {"Voorne aan Zee": "unknown"}


class TestCoalitions:
    @staticmethod
    def of(here: Workspace, on: date, *named: str, status: str = "active") -> dict[str, str]:
        local = {"id": "c", "name": "C", "level": "local", "status": status}
        content = {"coalitions": [{**local, "municipalities": named}]}
        region = region_with({"municipalities": VOORNE}, coalitions=content)
        return dict(local_coalitions(here, region, on))

    def test_that_of_an_old_one_is_of_the_new_one(self, here: Workspace) -> None:
        assert self.of(here, FIRST, "Brielle") == {"Voorne aan Zee": "active"}
        before = self.of(here, LAST, "Brielle")
        assert before == {"Brielle": "active", "Hellevoetsluis": "unknown", "Westvoorne": "unknown"}

    def test_one_without_leaves_the_new_one_unknown(self, here: Workspace) -> None:
        assert self.of(here, FIRST, "Brielle", status="none") == {"Voorne aan Zee": "unknown"}
        assert self.of(here, FIRST, *VOORNE, status="none") == {"Voorne aan Zee": "none"}


class TestSplit:
    def test_what_ran_in_a_split_one_counts_for_none_of_the_new(self, here: Workspace) -> None:
        rows = {"Haaren": {"giz": "active"}, "Vught": {"giz": "none"}}
        members = ("Haaren", "Vught", "Boxtel")
        assert giz(cover(here, members, AFTER, rows)) == {"Boxtel": "unknown", "Vught": "none"}
        before = giz(cover(here, members, date(2020, 12, 31), rows))
        assert before == {"Boxtel": "unknown", "Haaren": "active", "Vught": "none"}

    @pytest.mark.parametrize(
        ("cell", "told"),
        [
            ("active", ["Haaren"]),
            ("planned", ["Haaren"]),
            ("none", []),
            ("unknown", []),
            ({"status": "active", "period": "until 2020"}, []),
        ],
    )
    def test_it_is_told_when_something_ran_there(
        self, here: Workspace, cell: object, told: list[str]
    ) -> None:
        interventions = {"deployments": {"Haaren": {"giz": cell}, "Brielle": {"giz": "active"}}}
        region = region_with({"municipalities": ["Haaren", *VOORNE]}, interventions)
        assert list(unplaced(here, region, AFTER)) == told
        assert list(unplaced(here, region, date(2020, 12, 31))) == []


class TestTargets:
    """A plan of 2022: until the end of that year, or until two years later."""

    @staticmethod
    def of(
        here: Workspace,
        on: date,
        *figures: Data,
        by: int,
        rows: Data | None = None,
        members: Sequence[str] = (*VOORNE, "Nissewaard"),
        **target: Any,
    ) -> TargetState:
        data = {"id": "t", "title": "T", "kind": "every-municipality", "by": by, **target}
        year = year_with([data], figures, year=2022)
        region = region_with({"municipalities": members}, {"deployments": rows or {}})
        return target_state(
            here, region, year, Target.model_validate(data), Place("results.yaml"), on
        )

    @pytest.mark.parametrize("members", [VOORNE, ("Voorne aan Zee",)])
    @pytest.mark.parametrize("on", [LAST, FIRST, AFTER])
    def test_the_matrix_measures_those_of_the_day_that_it_is_due(
        self, here: Workspace, members: tuple[str, ...], on: date
    ) -> None:
        rows = {**ROWS, "Nissewaard": {"giz": "active"}}
        target: dict[str, Any] = {"intervention": "giz", "measured_by": "coverage", "rows": rows}
        found = self.of(here, on, by=2024, members=(*members, "Nissewaard"), **target)
        assert found.achieved is not None
        assert found.achieved.municipalities == {"Nissewaard": 1, "Voorne aan Zee": 1}
        assert found.required.total == 2
        assert (found.missing, found.status) == ((), "met")

    def test_due_before_the_merger_the_old_ones_are_asked(self, here: Workspace) -> None:
        target: dict[str, Any] = {"intervention": "giz", "measured_by": "coverage", "rows": ROWS}
        found = self.of(here, LAST, by=2022, **target)
        assert found.achieved is not None
        assert found.achieved.municipalities == {"Brielle": 1, "Hellevoetsluis": 0}
        assert list(found.required.municipalities) == [*VOORNE[:2], "Nissewaard", "Westvoorne"]

    @pytest.mark.parametrize("places", [VOORNE, ("Brielle",), ("Voorne aan Zee",)])
    def test_a_target_that_names_them_asks_the_new_one(
        self, here: Workspace, places: tuple[str, ...]
    ) -> None:
        target: dict[str, Any] = {"intervention": "giz", "measured_by": "coverage", "rows": ROWS}
        found = self.of(here, AFTER, by=2024, places=places, **target)
        assert (list(found.required.municipalities), found.status) == (["Voorne aan Zee"], "met")

    @pytest.mark.parametrize(("known", "total"), [(VOORNE, 6), (VOORNE[:2], None)])
    def test_figures_of_all_that_merged_are_added_up(
        self, here: Workspace, known: tuple[str, ...], total: int | None
    ) -> None:
        figures = [
            {"target": "t", "place": name, "value": n} for n, name in enumerate(known, start=1)
        ]
        found = self.of(here, AFTER, *figures, by=2024, kind="per-municipality", minimum=5)
        values = found.achieved.municipalities if found.achieved else {}
        assert values == ({} if total is None else {"Voorne aan Zee": total})


class TestHistory:
    @pytest.mark.parametrize(
        ("members", "name", "belongs"),
        [
            (("Voorne aan Zee",), "Brielle", True),
            (VOORNE, "Voorne aan Zee", True),
            (("Nieuw",), "Oud", True),
            (("Oud",), "Nieuwer", True),
            # One that was split belongs to where a part of it went.
            (("Vught",), "Haaren", True),
            (("Haaren",), "Vught", False),
            (("Brielle",), "Westvoorne", False),
            (("Nissewaard",), "Brielle", False),
        ],
    )
    def test_who_belongs_to_a_region_before_and_after_mergers(
        self, members: tuple[str, ...], name: str, belongs: bool
    ) -> None:
        assert (name in related(REGISTER, members)) is belongs


@given(st.lists(st.sampled_from(STATUSES), min_size=1))
def test_a_whole_is_what_one_part_has_and_no_only_when_all_say_so(found: list[Any]) -> None:
    whole = combined(found)
    assert whole in found
    assert combined(reversed(found)) == whole
    if "active" in found:
        assert whole == "active"
    if whole in ("none", "ended"):
        assert set(found) <= {"none", "ended"}
    assert combined([*found, *found]) == whole
