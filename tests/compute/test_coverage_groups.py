"""The coverage by phase, level, element, support level and target group; gaps in agreements."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kansrijk_cli.compute.coverage.agreements import untranslated
from kansrijk_cli.compute.coverage.groups import WAYS, By, Group, groups
from kansrijk_cli.compute.coverage.matrix import coverage
from kansrijk_cli.model.agreements import Agreements
from kansrijk_cli.workspace.workspace import Files, RegionFolder, Workspace
from tests.compute.building import Data, entry, region_with

DAY = date(2025, 6, 30)
TERMS = {
    "support": [{"id": "licht", "name": "Lichte steun"}, {"id": "zwaar", "name": "Extra steun"}],
    "elements": [{"id": "vroeg", "name": "Vroeg zien"}, {"id": "later", "name": "Later"}],
}
OWN = (
    {"id": "a", "name": "A", "kind": "process", "phases": ["before", "during"], "support": "licht"},
    {"id": "b", "name": "B", "kind": "process", "phases": ["during"], "target_group": "Ouders"},
    {"id": "c", "name": "C", "kind": "process", "target_group": "Ouders"},
)
ROWS = {
    "Ede": {"a": "active", "b": "none", "c": "planned"},
    "Rhenen": {"a": "none", "b": "none"},
}


def region_of(*agreements: Data, rows: Data | None = None, **more: Any) -> RegionFolder:
    """A region with three interventions of its own."""
    interventions = {"interventions": OWN, "deployments": ROWS if rows is None else rows}
    region = region_with({**TERMS, **more}, interventions)
    named = [{"id": f"g{n}", "title": f"G{n}", **a} for n, a in enumerate(agreements)]
    content = Agreements.model_validate({"agreements": named})
    return replace(region, files=Files({**region.files.entries, Agreements: entry(content)}))


def found(base: Workspace, by: By, *agreements: Data, **more: Any) -> dict[str | None, Group]:
    """The groups by key."""
    region = region_of(*agreements, **more)
    return {g.key: g for g in groups(base, region, coverage(base, region, DAY), by)}


class TestGroups:
    def test_every_phase_is_there_and_what_has_none_stands_last(self, base: Workspace) -> None:
        phases = found(base, "phase", {"phases": ["after"]}, {})
        assert list(phases) == ["before", "during", "after", None]
        assert [g.interventions for g in phases.values()] == [("a",), ("a", "b"), (), ("c",)]
        assert [g.agreements for g in phases.values()] == [(), (), ("g0",), ("g1",)]

    def test_a_municipality_counts_once_with_what_is_furthest(self, base: Workspace) -> None:
        during = found(base, "phase")["during"]
        assert during.municipalities == {"Ede": "active", "Rhenen": "none", "Veenendaal": "unknown"}
        assert during.counts["of"] == 3
        assert (during.counts["active"], during.counts["none"]) == (1, 1)

    def test_without_any_intervention_nothing_is_known(self, base: Workspace) -> None:
        after = found(base, "phase")["after"]
        assert set(after.municipalities.values()) == {"unknown"}

    def test_one_no_and_one_unknown_is_unknown(self, base: Workspace) -> None:
        during = found(base, "phase", rows={"Ede": {"a": "none"}, "Rhenen": {"b": "active"}})
        assert during["during"].municipalities["Ede"] == "unknown"

    def test_a_level_has_the_interventions_that_its_agreements_name(self, base: Workspace) -> None:
        levels = found(base, "level", {"level": "board", "intervention": "b"}, {"level": "board"})
        assert list(levels) == ["execution", "organisation", "board", None]
        assert levels["board"].interventions == ("b",)
        assert levels["board"].agreements == ("g0", "g1")
        assert levels[None].interventions == ("a", "c")

    def test_an_element_without_agreement_is_there_too(self, base: Workspace) -> None:
        elements = found(base, "element", {"element": "vroeg", "intervention": "c"})
        assert [(g.key, g.title, g.interventions) for g in elements.values()] == [
            ("vroeg", "Vroeg zien", ("c",)),
            ("later", "Later", ()),
            (None, None, ("a", "b")),
        ]

    def test_a_support_level_stands_at_the_intervention_or_at_an_agreement(
        self, base: Workspace
    ) -> None:
        support = found(base, "support", {"support": "zwaar", "intervention": "b"})
        assert {k: g.interventions for k, g in support.items()} == {
            "licht": ("a",),
            "zwaar": ("b",),
            None: ("c",),
        }

    def test_a_target_group_is_a_text_of_the_data(self, base: Workspace) -> None:
        target = found(base, "target-group", {})
        assert {k: g.interventions for k, g in target.items()} == {
            "Ouders": ("b", "c"),
            None: ("a",),
        }

    @pytest.mark.parametrize("over", [{"status": "ended"}, {"period": "until 2024"}])
    def test_an_agreement_that_is_over_does_not_count(self, base: Workspace, over: Data) -> None:
        levels = found(base, "level", {"level": "board", "intervention": "b", **over})
        assert levels["board"].agreements == ()
        assert levels["board"].interventions == ()

    @pytest.mark.parametrize("by", WAYS)
    def test_nothing_gets_lost(self, base: Workspace, by: By) -> None:
        all_groups = found(base, by, {"level": "board", "intervention": "a"})
        inside = {i for g in all_groups.values() for i in g.interventions}
        assert inside == {"a", "b", "c"}
        for group in all_groups.values():
            assert sum(n for s, n in group.counts.items() if s != "of") == group.counts["of"] == 3

    def test_a_region_without_files_has_empty_groups(self, base: Workspace) -> None:
        region = region_with()
        table = coverage(base, region, DAY)
        assert [g.key for g in groups(base, region, table, "phase")] == [
            "before",
            "during",
            "after",
        ]
        assert groups(base, region, table, "support") == []


class TestAgreements:
    @staticmethod
    def gaps(base: Workspace, *agreements: Data, **more: Any) -> list[tuple[str, Sequence[str]]]:
        region = region_of(*agreements, **more)
        table = coverage(base, region, DAY)
        return [(u.gap, u.municipalities) for u in untranslated(base, region, table)]

    @pytest.mark.parametrize(
        ("agreement", "gap"),
        [
            ({"regional": "R"}, ("not-local", ())),
            ({"local": "L"}, ("not-regional", ())),
            ({"places": {"Ede": "Anders"}}, ("not-regional", ())),
            ({"regional": "R", "places": {"Ede": "E"}}, ("partly-local", ("Rhenen", "Veenendaal"))),
        ],
    )
    def test_a_side_that_the_data_lacks_is_told(
        self, base: Workspace, agreement: Data, gap: tuple[str, Sequence[str]]
    ) -> None:
        assert self.gaps(base, agreement) == [gap]

    @pytest.mark.parametrize(
        "agreement",
        [
            {"regional": "R", "local": "L"},
            {"regional": "R", "places": {"Ede": "E", "Rhenen": "R", "Veenendaal": "V"}},
            {"regional": "R", "scope": "regional"},
            {"local": "L", "scope": "local"},
            {"regional": "R", "status": "ended"},
            {"regional": "R", "period": "until 2024"},
            {},
        ],
    )
    def test_what_has_both_or_needs_one_or_is_over_is_not(
        self, base: Workspace, agreement: Data
    ) -> None:
        assert self.gaps(base, agreement) == []

    def test_a_subregion_speaks_for_its_municipalities(self, base: Workspace) -> None:
        place = {"name": "Oost", "kind": "subregion", "municipalities": ["Ede", "Veenendaal"]}
        agreement = {"regional": "R", "places": {"Oost": "Anders"}}
        assert self.gaps(base, agreement, places=[place]) == [("partly-local", ("Rhenen",))]
