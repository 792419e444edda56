"""One changed id is told once, at the id, and only when it can be nothing else."""

from pathlib import Path

import pytest

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.fixes.propose import proposed
from kansrijk_cli.source.tree import Locator
from kansrijk_cli.workspace.unknown import unknown_names
from tests.workspaces import workspace_of

FILE = "regions/voorbeeld/2025/plan.yaml"
PLAN = "source: werkagenda\ndocument: {kind: plan, title: Plan}\ncomponents:\n"


def plan(ids: str, references: str) -> str:
    """A plan with components, and an activity for each reference to one."""
    components = (f"  - {{id: {name}, kind: part, title: Deel}}\n" for name in ids.split())
    activities = (
        f"  - {{id: a{number}, title: A, component: {name}}}\n"
        for number, name in enumerate(references.split())
    )
    return PLAN + "".join(components) + "activities:\n" + "".join(activities)


@pytest.mark.parametrize(
    ("ids", "references", "now"),
    [
        ("deel2024", "deel-2024 deel-2024", "deel2024"),
        # The other id like it is in use, so it has not changed.
        ("deel-2025 deel2024", "deel-2024 deel-2024 deel-2025", "deel2024"),
        ("deel-2025 deel2024", "deel-2024 deel-2024", None),
        ("deel2024", "deel-2024", None),
        ("deel2024", "deel-2024 deel-2024 deel2024", None),
        # Either of two may be what the missing one became.
        ("deel-1 deel-2", "deel-3 deel-3 deel-2", None),
        # No id was ever written so.
        ("deel2024", "Deel2024 Deel2024", None),
        ("iets-anders", "deel-2024 deel-2024", None),
    ],
)
def test_only_an_id_that_nothing_else_explains_is_called_changed(
    ids: str, references: str, now: str | None, tmp_path: Path
) -> None:
    workspace = workspace_of(tmp_path, {FILE: plan(ids, references)})
    found = list(unknown_names(workspace, "component"))
    assert {finding.params.get("now") for finding in found} == {now}
    if now:
        assert [(f.params["before"], f.params["times"]) for f in found] == [("deel-2024", 2)]
        assert found[0].place.route == ("components", ids.split().index(now), "id")
        assert [place.route[:2] for place in found[0].related] == [
            ("activities", 0),
            ("activities", 1),
        ]


def test_an_id_of_the_catalogue_is_the_same_for_all(tmp_path: Path) -> None:
    text = "source: werkagenda\ndeployments: {Ede: {gizz: active}, Rhenen: {gizz: active}}\n"
    workspace = workspace_of(tmp_path, {"regions/voorbeeld/interventions.yaml": text})
    assert [f.params["value"] for f in unknown_names(workspace, "intervention")] == ["gizz"] * 2


def test_a_person_decides_which_of_the_two_ids_it_becomes(tmp_path: Path) -> None:
    text = plan("deel2024", "deel-2024 deel-2024")
    (found,) = unknown_names(workspace_of(tmp_path, {FILE: text}), "component")
    problem = Diagnostic("KR106", found.place, found.params, found.related)
    assert proposed(problem, Locator(text)) is None
