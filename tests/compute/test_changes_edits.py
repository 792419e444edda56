"""What differs between two versions is all of it: applied to the one it gives the other."""

from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kansrijk_cli.compute.changes.compare import Change, Comparison, compare
from kansrijk_cli.compute.changes.edits import edits
from kansrijk_cli.compute.changes.steps import Edit
from kansrijk_cli.compute.changes.versions import Version, pairs_of_versions
from kansrijk_cli.model.base import File
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.workspace.load import load
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.applying import Tree, applied, plain
from tests.compute.generated import workspaces
from tests.compute.mutating import Donors, donors, mutated, shuffled
from tests.workspaces import ROOT

DOCUMENT = {"kind": "jaarplan", "title": "Jaarplan"}
ALIASES = {"Nuenen": "Nuenen, Gerwen en Nederwetten"}
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
GENERATED = settings(suppress_health_check=SLOW, max_examples=20)
MUTATED = settings(max_examples=40)
SEEDS = st.integers(0, 10**6)


@cache
def rich() -> Workspace:
    """A workspace that uses every field."""
    return load(Folder(ROOT / "tests/cases/all-fields/input")).value.workspace


@cache
def values() -> Donors:
    """Every value of it."""
    return donors(rich())


def official(name: str) -> str:
    return ALIASES.get(name, name)


def version(workspace: Workspace) -> Version:
    """All files of a workspace."""
    files = frozenset(entry.place.file for _, _, entry in workspace.entries())
    return Version(workspace, files)


def tree(workspace: Workspace) -> Tree:
    """The files of the regions as plain data, under their own names of municipalities."""
    return {
        entry.place.file: plain(entry.content, _official(workspace))
        for region, _, entry in workspace.entries()
        if region
    }


def _official(workspace: Workspace) -> Any:
    return workspace.register.official


def copied(workspace: Workspace) -> Workspace:
    """The same content in other objects, so that everything is really compared."""
    return replace(workspace, regions=deepcopy(dict(workspace.regions)))


def check_complete(before: Workspace, after: Workspace) -> None:
    """Whether the edits, made in the old version, give the new one."""
    pairs = list(pairs_of_versions(version(before), version(after)))
    found = [edit for pair in pairs for edit in pair.edits()]
    assert applied(tree(before), found, before.register.official) == tree(after)


def check_told(before: Workspace, after: Workspace) -> None:
    """Whether every edit is one change, whatever is in it."""
    old, new = version(before), version(after)
    found = [edit for pair in pairs_of_versions(old, new) for edit in pair.edits()]
    told = [change for part in compare(old, new).parts for change in part.changes]

    def short(item: Edit | Change) -> str:
        return f"{item.kind} {item.place}"

    assert sorted(map(short, found)) == sorted(map(short, told))


@pytest.mark.long
class TestGenerated:
    @GENERATED
    @given(data=st.data())
    def test_a_workspace_does_not_differ_from_itself(
        self, base: Workspace, data: st.DataObject
    ) -> None:
        workspace = data.draw(workspaces(base))
        assert compare(version(workspace), version(copied(workspace))) == Comparison()

    @GENERATED
    @given(data=st.data())
    def test_the_edits_made_in_the_old_give_the_new(
        self, base: Workspace, data: st.DataObject
    ) -> None:
        before, after = data.draw(workspaces(base)), data.draw(workspaces(base))
        check_complete(before, after)
        check_told(before, after)


@pytest.mark.long
class TestMutated:
    def test_a_workspace_does_not_differ_from_itself(self) -> None:
        assert compare(version(rich()), version(copied(rich()))) == Comparison()

    @MUTATED
    @given(seed=SEEDS, rounds=st.integers(1, 4))
    def test_the_edits_made_in_the_old_give_the_new(self, seed: int, rounds: int) -> None:
        random = Random(seed)  # noqa: S311 - no secret
        before = after = mutated(random, rich(), values())
        for _ in range(rounds):
            after = mutated(random, after, values())
        check_complete(before, after)
        check_told(before, after)

    @MUTATED
    @given(seed=SEEDS)
    def test_lists_in_another_order_do_not_differ(self, seed: int) -> None:
        random = Random(seed)  # noqa: S311 - no secret
        workspace = mutated(random, rich(), values())
        assert compare(version(workspace), version(shuffled(random, workspace))) == Comparison()


def found(old: File | None, new: File | None) -> list[Edit]:
    return list(edits("regions/r/file.yaml", old, new, official))


def told(old: File | None, new: File | None) -> list[tuple[str, str, object, object]]:
    """Each edit in short."""
    return [(edit.kind, edit.place.path, edit.old, edit.new) for edit in found(old, new)]


def region(**fields: Any) -> Region:
    base = {"name": "Regio", "kinds": ["IZA"], "municipalities": ["Ede", "Rhenen"]}
    return Region.model_validate({**base, **fields})


def results(*targets: Any, figures: Any = ()) -> Results:
    return Results.model_validate({"targets": targets, "figures": figures})


def plan(**fields: Any) -> Plan:
    return Plan.model_validate({"document": DOCUMENT, **fields})


def target(id_: str = "t", **fields: Any) -> dict[str, Any]:
    return {"id": id_, "title": "Titel", "kind": "count", **fields}


class TestSame:
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (
                region(municipalities=["Nuenen"]),
                region(municipalities=["Nuenen, Gerwen en Nederwetten"]),
            ),
            (region(municipalities=["Ede", "Rhenen"]), region(municipalities=["Rhenen", "Ede"])),
            (
                Interventions.model_validate({"deployments": {"Nuenen": {"giz": "active"}}}),
                Interventions.model_validate(
                    {"deployments": {ALIASES["Nuenen"]: {"giz": {"status": "active"}}}}
                ),
            ),
            (
                Interventions.model_validate({"deployments": {"Ede": {}}}),
                Interventions.model_validate({}),
            ),
            (results(target("a"), target("b")), results(target("b"), target("a"))),
            (results(target(minimum=2)), results(target(minimum=2.0))),
            (results(target(by="Q1  -  Q2")), results(target(by="Q1 - Q2"))),
            (results(target(draft=False)), results(target())),
        ],
    )
    def test_what_means_the_same_is_no_difference(self, old: File, new: File) -> None:
        assert told(old, new) == []


class TestItems:
    def test_a_field_is_told_with_its_place_and_both_values(self) -> None:
        old, new = results(target(minimum=2)), results(target(minimum=1))
        assert told(old, new) == [("changed", "targets.t.minimum", Decimal(2), Decimal(1))]

    def test_an_item_that_moved_in_its_list_is_the_same_item(self) -> None:
        old = results(target("a"), target("b", minimum=2))
        new = results(target("b", minimum=3), target("a"))
        assert told(old, new) == [("changed", "targets.b.minimum", Decimal(2), Decimal(3))]

    def test_an_item_that_only_got_another_id_is_the_same_item(self) -> None:
        old, new = results(target("oud", minimum=2)), results(target("nieuw", minimum=2))
        assert told(old, new) == [("changed", "targets.oud.id", "oud", "nieuw")]

    def test_an_id_that_is_there_twice_is_not_another_id(self) -> None:
        old, new = results(target("oud")), results(target("nieuw", minimum=2), target("nieuw"))
        kinds = [(edit.kind, edit.place.path) for edit in found(old, new)]
        assert kinds == [
            ("removed", "targets.oud"),
            ("added", "targets.nieuw"),
            ("added", "targets.nieuw (2)"),
        ]

    def test_with_another_difference_it_is_another_item(self) -> None:
        old, new = results(target("oud", minimum=2)), results(target("nieuw", minimum=3))
        assert [edit.kind for edit in found(old, new)] == ["removed", "added"]

    def test_a_figure_is_known_by_what_it_is_about(self) -> None:
        figures = [
            {"indicator": "roken", "place": place, "value": 5} for place in ("Ede", "Rhenen")
        ]
        changed = [{**figures[1], "value": 6}, figures[0]]
        [edit] = found(results(figures=figures), results(figures=changed))
        assert edit.place.route == ("figures", "roken/Rhenen", "value")
        assert (edit.old, edit.new) == (Decimal(5), Decimal(6))

    def test_the_second_of_the_same_name_is_compared_with_the_second(self) -> None:
        old = results(target(minimum=1), target(minimum=2))
        new = results(target(minimum=1), target(minimum=3))
        assert told(old, new) == [("changed", "targets.t (2).minimum", Decimal(2), Decimal(3))]


class TestLists:
    def test_each_value_that_came_or_went(self) -> None:
        old = region(municipalities=["Ede", "Rhenen"])
        new = region(municipalities=["Rhenen", "Veenendaal"])
        assert told(old, new) == [
            ("removed", "municipalities", "Ede", None),
            ("added", "municipalities", None, "Veenendaal"),
        ]

    def test_from_empty_the_whole_list_is_told_because_empty_may_mean_all(self) -> None:
        old, new = results(target()), results(target(places=["Ede"]))
        assert told(old, new) == [("changed", "targets.t.places", (), ("Ede",))]


class TestTexts:
    ONE, TWO, THREE = ({"id": name, "text": name} for name in ("een", "twee", "drie"))

    def test_another_order_of_texts_is_a_difference(self) -> None:
        old, new = plan(texts=[self.ONE, self.TWO]), plan(texts=[self.TWO, self.ONE])
        assert told(old, new) == [("moved", "texts", ("een", "twee"), ("twee", "een"))]

    def test_a_new_text_between_others_is_no_other_order(self) -> None:
        old, new = plan(texts=[self.ONE, self.TWO]), plan(texts=[self.ONE, self.THREE, self.TWO])
        [edit] = found(old, new)
        assert (edit.kind, edit.place.path, edit.follows) == ("added", "texts.drie", "een")


class TestMappings:
    def test_a_row_of_the_matrix_is_told_cell_by_cell(self) -> None:
        new = Interventions.model_validate(
            {"deployments": {"Ede": {"giz": "active", "voorzorg": "planned"}}}
        )
        assert [(e.kind, e.place.route) for e in found(Interventions(), new)] == [
            ("added", ("deployments", "Ede", "giz")),
            ("added", ("deployments", "Ede", "voorzorg")),
        ]

    def test_two_names_of_one_municipality_stay_two(self) -> None:
        cells = {"Nuenen": {"giz": "active"}, ALIASES["Nuenen"]: {"giz": "planned"}}
        changed = {**cells, "Nuenen": {"giz": "ended"}}
        old, new = (Interventions.model_validate({"deployments": d}) for d in (cells, changed))
        assert told(old, new) == [("changed", "deployments.Nuenen.giz.status", "active", "ended")]

    def test_an_amount_in_a_column(self) -> None:
        def budgets(amount: object) -> Budgets:
            line = {"id": "uren", "amounts": {"begroot": amount}}
            columns = [{"id": "begroot", "kind": "budget", "period": 2025}]
            budget = {"id": "b", "title": "B", "columns": columns, "lines": [line]}
            return Budgets.model_validate({"budgets": [budget]})

        path = "budgets.b.lines.uren.amounts.begroot.value"
        assert told(budgets(5), budgets("PM")) == [("changed", path, Decimal(5), "PM")]


class TestFiles:
    def test_a_file_that_came_or_went_is_told_whole(self) -> None:
        content = region()
        assert told(None, content) == [("added", "", None, content)]
        assert told(content, None) == [("removed", "", content, None)]
        assert told(None, None) == []
