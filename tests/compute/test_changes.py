"""What changed, under the names of readers: which part of a plan, and what may be shown."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import pytest

from kansrijk_cli.compute.changes.compare import Change, compare, compare_years
from kansrijk_cli.compute.changes.versions import Version
from kansrijk_cli.compute.changes.versions import version as version_of
from kansrijk_cli.model.budgets import BudgetLine, Funded, Shared
from kansrijk_cli.model.period import parse_period
from kansrijk_cli.model.results import Figure, Target
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.comparing import PLAN, REGION, changes, compared, version
from tests.workspaces import load_over

PERSONS = {"target": "t", "persons": True}


def one(base: Workspace, old: Mapping[str, Any], new: Mapping[str, Any]) -> Change:
    """The only change."""
    [change] = changes(base, old, new)
    return change


def target(**fields: Any) -> dict[str, Any]:
    return {"id": "t", "title": "Trajecten", "kind": "count", "unit": "trajecten", **fields}


def results(*figures: Any, **fields: Any) -> dict[str, Any]:
    return {"results": {"targets": [target(**fields)], "figures": figures}}


def plan(**fields: Any) -> dict[str, Any]:
    return {"plan": {**PLAN, **fields}}


def activity(**fields: Any) -> dict[str, Any]:
    return plan(activities=[{"id": "a", "title": "Scholing", **fields}])


class TestNames:
    def test_a_cell_is_called_by_its_place_and_intervention(self, base: Workspace) -> None:
        old, new = (
            {"interventions": {"deployments": {place: {"giz": status}}}}
            for place, status in (("Nuenen", "planned"), ("Nuenen", "active"))
        )
        change = one(base, old, new)
        assert change.names == ("Nuenen, Gerwen en Nederwetten", "GIZ-methodiek")
        assert (change.section, change.subject, change.trail) == ("matrix", "deployment", ())
        assert (change.old.value, change.new.value) == ("planned", "active")

    def test_an_item_by_its_title_and_the_field_by_that_of_the_model(self, base: Workspace) -> None:
        change = one(base, results(minimum=2), results(minimum=3))
        assert (change.names, change.trail) == (("Trajecten",), ("Minimum",))
        assert (change.section, change.subject) == ("targets", "target")
        assert (change.old.unit, change.new.unit) == (None, "trajecten")

    def test_who_is_referred_to_by_name_also_when_gone(self, base: Workspace) -> None:
        party = {"id": "ggd", "name": "GGD Midden", "kind": "organisation"}
        old = {**activity(owners=["ggd", "Ede"]), "parties": {"parties": [party]}}
        new = {**activity(owners=["Ede"]), "parties": {"parties": []}}
        gone = [c for c in changes(base, old, new) if c.section == "activities"]
        assert [(c.is_element, dict(c.old.called)) for c in gone] == [(True, {"ggd": "GGD Midden"})]

    def test_a_line_of_a_budget_without_title(self, base: Workspace) -> None:
        def budgets(amount: int) -> dict[str, Any]:
            line = {"id": "x", "intervention": "giz", "amounts": {"plan": amount}}
            columns = [{"id": "plan", "kind": "budget", "period": 2025, "title": "Begroot"}]
            budget = {"id": "b", "title": "Kosten", "multiplier": 1000}
            return {"budgets": {"budgets": [{**budget, "columns": columns, "lines": [line]}]}}

        change = one(base, budgets(5), budgets(6))
        assert change.names == ("Kosten", "GIZ-methodiek")
        assert change.trail == ("Bedragen", "Begroot")
        assert (change.old.value, change.new.value) == (5000, 6000)
        assert change.old.is_money

    def test_a_figure_by_what_it_is_about(self, base: Workspace) -> None:
        old, new = (
            {"results": {"figures": [{"indicator": "roken", "place": "Ede", "value": value}]}}
            for value in (5, 6)
        )
        change = one(base, old, new)
        assert change.names[1:] == ("Ede",)
        assert change.section == "figures"

    def test_what_came_has_its_main_facts(self, base: Workspace) -> None:
        change = one(base, plan(), activity(when="Q1", status="planned"))
        assert [title for title, _ in change.details] == ["Wanneer", "Stand"]

    def test_a_year_told_in_words_is_that_year(self, base: Workspace) -> None:
        this, next_ = (parse_period(f"{word}-year", 2025) for word in ("this", "next"))
        assert changes(base, activity(when=2025), activity(when=this)) == []
        change = one(base, activity(when=this), activity(when=next_))
        assert change.later
        figure = {"indicator": "roken", "place": "Ede", "value": 5}
        old, new = ({**figure, "period": period} for period in (2025, this))
        assert changes(base, results(old), results(new)) == []

    def test_a_new_file_has_how_much_is_in_it(self, base: Workspace) -> None:
        change = one(base, {"results": None}, results({"target": "t", "place": "Ede", "value": 20}))
        assert (change.subject, change.kind) == ("file", "added")
        assert [(title, told.value) for title, told in change.details] == [
            ("Doelen", 1),
            ("Cijfers", 1),
        ]

    def test_an_assumed_value_says_so(self, base: Workspace) -> None:
        old, new = results(minimum=2), results(minimum=3, assumed={"minimum": "Geschat."})
        change = next(c for c in changes(base, old, new) if c.trail == ("Minimum",))
        assert (change.old.assumed, change.new.assumed) == (False, True)


class TestEuros:
    SHARED: ClassVar[dict[str, Any]] = {
        "project": "Zaal",
        "total": 20,
        "regions": {"een": 5, "twee": "PM"},
    }

    @staticmethod
    def of(**fields: Any) -> dict[str, Any]:
        """A budget in thousands with a line; without fields there is no line."""
        lines = [{"id": "x", "title": "X", **fields}] if fields else []
        budget = {"id": "b", "title": "B", "multiplier": 1000, "lines": lines}
        funding = [{"id": "iza", "title": "IZA"}, {"id": "eigen", "title": "Eigen geld"}]
        return {"budgets": {"funding": funding, "budgets": [budget]}}

    def test_a_line_that_came_has_all_its_amounts_in_euros(self, base: Workspace) -> None:
        funded = [{"funding": "iza", "amount": 2}, {"funding": "eigen"}]
        new = self.of(amount=5, fte=0.5, scale=9, funded=funded, shared=self.SHARED)
        line = one(base, self.of(), new).new.value
        assert isinstance(line, BudgetLine)
        assert line == BudgetLine.model_validate(
            {
                "id": "x",
                "title": "X",
                "amount": 5000,
                "fte": 0.5,
                "scale": 9,
                "funded": [{"funding": "iza", "amount": 2000}, {"funding": "eigen"}],
                "shared": {**self.SHARED, "total": 20000, "regions": {"een": 5000, "twee": "PM"}},
            }
        )
        # What was not filled in still is not.
        assert line.model_fields_set == {*new["budgets"]["budgets"][0]["lines"][0]}

    def test_an_amount_that_was_not_filled_in(self, base: Workspace) -> None:
        change = one(base, self.of(fte=1), self.of(fte=1, amount=5))
        assert (change.new.value, change.new.is_money) == (5000, True)
        assert one(base, self.of(fte=1), self.of(fte=2)).new.value == 2

    def test_a_part_that_a_source_pays(self, base: Workspace) -> None:
        change = one(base, self.of(fte=1), self.of(fte=1, funded=[{"funding": "iza", "amount": 2}]))
        assert change.new.value == Funded.model_validate({"funding": "iza", "amount": 2000})
        [(title, told)] = change.details
        assert (title, told.is_money) == ("Bedrag", True)
        assert told.value == 2000

    def test_a_part_is_called_by_its_source_and_only_its_amount_changed(
        self, base: Workspace
    ) -> None:
        old, new = (
            self.of(fte=1, funded=[{"funding": "iza", "amount": n}, {"funding": "eigen"}])
            for n in (2, 3)
        )
        change = one(base, old, new)
        assert change.names == ("B", "X", "IZA")
        assert (change.old.value, change.new.value) == (2000, 3000)

    def test_what_regions_pay_together(self, base: Workspace) -> None:
        came = one(base, self.of(fte=1), self.of(fte=1, shared=self.SHARED))
        euros = {**self.SHARED, "total": 20000, "regions": {"een": 5000, "twee": "PM"}}
        assert came.new.value == Shared.model_validate(euros)
        other = {**self.SHARED, "total": 21, "regions": {"een": 6, "drie": 7}}
        found = changes(base, self.of(fte=1, shared=self.SHARED), self.of(fte=1, shared=other))
        told = {c.trail[-1]: (c.old.value, c.new.value) for c in found}
        assert told == {
            "Bedrag": (20000, 21000),
            "een": (5000, 6000),
            "twee": ("PM", None),
            "drie": (None, 7000),
        }


class TestLater:
    @pytest.mark.parametrize(
        ("old", "new", "later"),
        [
            ("Q1", "Q2", True),
            ("Q1 - Q2", "Q1 - Q3", True),
            ("Q1 - Q4", "Q2 - Q4", True),
            ("Q2", "Q1", False),
            ("2025", "Q4", True),
            ("Q4", "2025", False),
            ("2025", "2026", True),
            ("from 2025", "from 2026", True),
            ("until 2025", "until 2024", False),
        ],
    )
    def test_a_period_that_moves_back(
        self, base: Workspace, old: str, new: str, later: bool
    ) -> None:
        change = one(base, activity(when=old), activity(when=new))
        assert change.later is later
        assert change.breaking is None


class TestHidden:
    @staticmethod
    def figure(value: object, place: str = "Ede", **fields: Any) -> dict[str, Any]:
        return {**PERSONS, "place": place, "value": value, **fields}

    @pytest.mark.parametrize(("old", "new"), [(7, 25), (25, 7), (7, 8), (7, "suppressed")])
    def test_a_number_that_is_too_small_in_either_version_is_told_in_neither(
        self, base: Workspace, old: object, new: object
    ) -> None:
        change = one(base, results(self.figure(old)), results(self.figure(new)))
        assert (change.old.value, change.new.value) == ("suppressed", "suppressed")

    def test_nor_is_what_could_give_it_away(self, base: Workspace) -> None:
        old = results(self.figure(7, note="Een.", printed="1 op 9", range={"low": 6, "high": 8}))
        new = results(self.figure(7, note="7 van 90", printed="7", range={"low": 5, "high": 9}))
        found = changes(base, old, new)
        assert len(found) == 4
        assert {c.old.value for c in found} | {c.new.value for c in found} == {"suppressed"}

    def test_a_figure_that_came_is_told_without_its_number(self, base: Workspace) -> None:
        told = self.figure(7, note="Zeven.", printed="zeven")
        change = one(base, results(), results(told))
        assert isinstance(change.new.value, Figure)
        assert (change.new.value.value, change.new.value.note) == ("suppressed", None)
        assert change.new.value.printed is None
        assert [told.value for _, told in change.details] == ["suppressed"]

    def test_a_small_baseline_of_a_target_about_persons(self, base: Workspace) -> None:
        def growth(baseline: int | None) -> dict[str, Any]:
            assumed = {"baseline": f"Het waren er {baseline}."} if baseline else {}
            fields = {"kind": "growth", "baseline": baseline, "minimum": 30, "assumed": assumed}
            return results(self.figure(25), **fields)

        found = changes(base, growth(3), growth(20))
        assert [(c.old.value, c.new.value) for c in found] == [("suppressed", "suppressed")] * 2
        found = changes(base, growth(20), growth(25))
        assert {20, 25} <= {value for c in found for value in (c.old.value, c.new.value)}

    def test_a_target_that_came_is_told_without_its_small_baseline(self, base: Workspace) -> None:
        new = results(self.figure(25), kind="growth", baseline=3, assumed={"baseline": "Drie."})
        old = {"results": {**new["results"], "targets": []}}
        value = one(base, old, new).new.value
        assert isinstance(value, Target)
        assert (value.baseline, dict(value.assumed)) == (None, {})

    def test_a_lower_threshold_does_not_show_what_was_hidden(self, base: Workspace) -> None:
        old = results(self.figure(7))
        new = {**results(self.figure(8)), "region": {**REGION, "threshold": 2}}
        change = next(c for c in changes(base, old, new) if c.section == "figures")
        assert (change.old.value, change.new.value) == ("suppressed", "suppressed")

    def test_nor_does_a_figure_that_is_no_longer_said_to_count_persons(
        self, base: Workspace
    ) -> None:
        old, new = results(self.figure(7)), results(self.figure(8, persons=False))
        values = {c.new.value for c in changes(base, old, new) if c.trail == ("Waarde",)}
        assert values == {"suppressed"}

    def test_what_one_version_shows_does_not_give_away_what_the_other_hides(
        self, base: Workspace
    ) -> None:
        # In all 47, of which 40 in Rhenen: so 7 in Ede, which the new version does not say.
        old = results(self.figure(40, "Rhenen"), self.figure(45, "Voorbeeld"))
        new = results(self.figure(7), self.figure(41, "Rhenen"), self.figure(48, "Voorbeeld"))
        told = [value for c in changes(base, old, new) for value in (c.old.value, c.new.value)]
        assert not {40, 41, 45, 48} & {value for value in told if not isinstance(value, Figure)}

    def test_a_number_that_is_large_enough_or_counts_no_persons_is_told(
        self, base: Workspace
    ) -> None:
        change = one(base, results(self.figure(20)), results(self.figure(25)))
        assert (change.old.value, change.new.value) == (20, 25)
        old, new = (results(self.figure(n, persons=False)) for n in (2, 3))
        assert one(base, old, new).new.value == 3

    def test_what_is_planned_is_told(self, base: Workspace) -> None:
        assert one(base, results(minimum=2), results(minimum=3)).new.value == 3


class TestVersions:
    @staticmethod
    def read(folder: Path, *, drafts: bool = False, **files: str) -> Version:
        laid = {f"regions/voorbeeld/{name}.yaml": text for name, text in files.items()}
        return version_of(load_over(folder, laid).value, drafts)

    def test_a_draft_is_left_out_unless_asked_for(self, tmp_path: Path) -> None:
        draft = "parties: [{id: ggd, name: Geheim, kind: body, draft: true}]"
        empty = self.read(tmp_path / "a", parties="parties: []")
        assert compare(empty, self.read(tmp_path / "b", parties=draft)).parts == ()
        [part] = compare(empty, self.read(tmp_path / "c", parties=draft, drafts=True)).parts
        assert [change.names for change in part.changes] == [("Geheim",)]

    def test_a_file_that_cannot_be_read_is_left_out_and_named(self, tmp_path: Path) -> None:
        good = self.read(tmp_path / "a")
        bad = self.read(tmp_path / "b", parties="parties: [", coalitions="coalitions: []")
        found = compare(good, bad)
        assert (found.broken_before, found.broken_after) == (
            (),
            ("regions/voorbeeld/parties.yaml",),
        )
        assert {c.section for p in found.parts for c in p.changes} == {"coalitions"}
        assert compare(bad, good).broken_before == ("regions/voorbeeld/parties.yaml",)
        assert compare(good, bad, "ander").broken_after == ()

    def test_the_catalogue_of_the_folder_is_compared_and_not_that_of_the_program(
        self, tmp_path: Path
    ) -> None:
        files = {"catalog/indicators.yaml": "indicators: [{id: roken, name: Roken, unit: '%'}]"}
        here = load_over(tmp_path / "a", files).value
        gone = load_over(tmp_path / "b", {"catalog/indicators.yaml": None}, tmp_path / "a").value
        [part] = compare(version_of(here), version_of(gone)).parts
        assert (part.region, part.year) == (None, None)
        assert [(c.kind, c.section) for c in part.changes] == [("removed", "indicators")]

    def test_a_folder_of_a_region_with_another_name(self, base: Workspace) -> None:
        found = compared(base, {"id_": "oud"}, {"id_": "nieuw", "parties": {"parties": []}})
        told = [
            (c.kind, c.subject, c.old.value, c.new.value) for p in found.parts for c in p.changes
        ]
        assert ("moved", "region", "oud", "nieuw") in told
        assert ("added", "file", None, None) in told
        assert len(told) == 2
        assert found.breaking == 0

    def test_a_broken_file_in_a_folder_with_another_name(self, base: Workspace) -> None:
        old, new = version(base, "oud"), version(base, "nieuw", parties={"parties": []})
        broken = replace(old, broken=frozenset({"regions/oud/parties.yaml"}))
        found = compare(broken, new)
        assert [c.kind for part in found.parts for c in part.changes] == ["moved"]
        assert found.broken_before == ("regions/oud/parties.yaml",)

    def test_only_one_region(self, base: Workspace) -> None:
        one = version(base, **activity(when="Q1"))
        two = version(base, **activity(when="Q2"))
        assert len(compare(one, two, "voorbeeld").parts) == 1
        assert compare(one, two, "ander").parts == ()

    def test_the_parts_are_by_region_and_year(self, base: Workspace) -> None:
        party: dict[str, Any] = {"parties": {"parties": []}}
        found = compared(base, {}, {**party, **activity(), "years": (2025, 2026)})
        assert [(part.region, part.name, part.year) for part in found.parts] == [
            ("voorbeeld", "Voorbeeld", None),
            ("voorbeeld", "Voorbeeld", 2025),
            ("voorbeeld", "Voorbeeld", 2026),
        ]


class TestYears:
    @staticmethod
    def of(base: Workspace, old: dict[str, Any], new: dict[str, Any]) -> Version:
        """A region with one plan in 2024 and another in 2025."""
        was, now = version(base, years=(2024,), **old), version(base, years=(2025,), **new)
        region = now.workspace.regions["voorbeeld"]
        earlier = was.workspace.regions["voorbeeld"].years
        both = replace(region, years={**earlier, **region.years})
        workspace = replace(now.workspace, regions={"voorbeeld": both})
        return Version(workspace, was.own | now.own)

    def test_the_plans_of_two_years(self, base: Workspace) -> None:
        now = self.of(base, results(minimum=2), results(minimum=1))
        [part] = compare_years(now, now.workspace.regions.values(), 2024, 2025).parts
        assert part.year == 2025
        assert [(c.trail, c.breaking) for c in part.changes] == [(("Minimum",), "target-lowered")]
        assert part.changes[0].place.file == "regions/voorbeeld/2025/results.yaml"

    def test_everything_is_later_in_a_later_year_so_that_is_not_told(self, base: Workspace) -> None:
        now = self.of(base, activity(when="Q1"), activity(when="Q2"))
        [part] = compare_years(now, now.workspace.regions.values(), 2024, 2025).parts
        assert [change.later for change in part.changes] == [False]

    def test_a_file_that_only_one_year_has(self, base: Workspace) -> None:
        now = self.of(base, results(), {"results": None})
        [part] = compare_years(now, now.workspace.regions.values(), 2024, 2025).parts
        assert [(c.kind, c.breaking) for c in part.changes] == [("removed", "target-removed")]

    def test_a_file_that_cannot_be_read(self, base: Workspace) -> None:
        now = self.of(base, {}, {})
        broken = replace(now, broken=frozenset({"regions/voorbeeld/2024/results.yaml"}))
        found = compare_years(broken, now.workspace.regions.values(), 2024, 2025)
        assert found.broken_before == ("regions/voorbeeld/2024/results.yaml",)
        assert found.broken_after == ()

    @staticmethod
    def on_days(**contents: Any) -> dict[str, Any]:
        """A plan with what runs on: the years speak of 1 July 2024 and the end of 2025."""
        return {"plan": {"document": {**PLAN["document"], "adopted": "2024-07-01"}}, **contents}

    def told(self, base: Workspace, **contents: Any) -> list[tuple[Any, ...]]:
        """Names, the old and new status and the promise of each change on the two days."""
        now = self.of(base, self.on_days(**contents), contents)
        found = compare_years(now, now.workspace.regions.values(), 2024, 2025)
        changes = [c for part in found.parts for c in part.changes if c.section != "document"]
        return [(c.names, c.old.value, c.new.value, c.breaking) for c in changes]

    def test_what_began_or_ended_between_the_days_of_the_documents(self, base: Workspace) -> None:
        row = {
            "giz": {"status": "active", "period": "from 2025"},
            "prenataal-huisbezoek": {"status": "active", "period": "until 2024-09"},
            "voorzorg": "active",
            "mdo": {"status": "planned", "period": "2026"},
        }
        found = self.told(base, interventions={"deployments": {"Ede": row}})
        assert [told[1:] for told in found] == [
            ("planned", "active", None),
            ("active", "ended", "deployment-lost"),
        ]
        assert found[0][0] == ("Ede", "GIZ-methodiek")

    def test_a_coalition_and_an_agreement_on_the_days(self, base: Workspace) -> None:
        coalition = {
            "id": "ede",
            "name": "Coalitie Ede",
            "level": "local",
            "municipalities": ["Ede"],
            "status": "active",
            "period": "2022 - 2024",
        }
        agreement = {"id": "x", "title": "Overdracht", "period": "from 2025"}
        found = self.told(
            base,
            coalitions={"coalitions": [coalition]},
            agreements={"agreements": [agreement]},
        )
        assert found == [
            (("Coalitie Ede",), "active", "ended", "coalition-ended"),
            (("Overdracht",), "planned", "active", None),
        ]

    def test_what_runs_on_is_no_change(self, base: Workspace) -> None:
        row = {"giz": {"status": "active", "period": "from 2023"}, "voorzorg": "unknown"}
        assert self.told(base, interventions={"deployments": {"Ede": row}}) == []

    def test_the_days_are_told_with_the_year(self, base: Workspace) -> None:
        now = self.of(base, self.on_days(), {})
        [part] = compare_years(now, now.workspace.regions.values(), 2024, 2025).parts
        assert part.days == (date(2024, 7, 1), date(2025, 12, 31))

    def test_a_file_that_runs_on_and_cannot_be_read(self, base: Workspace) -> None:
        now = self.of(base, {}, {})
        file = "regions/voorbeeld/interventions.yaml"
        found = compare_years(
            replace(now, broken=frozenset({file})), now.workspace.regions.values(), 2024, 2025
        )
        assert (found.broken_before, found.broken_after) == ((), (file,))
