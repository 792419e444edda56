"""One changed id is told once, at the id, and only when it can be nothing else."""

from pathlib import Path

import pytest

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.fixes.propose import proposed
from kansrijk_cli.source.tree import Locator
from kansrijk_cli.workspace.unknown import unknown_names
from tests.workspaces import BASE, load_over, workspace_of

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


MATRIX = "source: werkagenda\ndeployments: {Ede: {gizz: active}, Rhenen: {gizz: active}}\n"
ELSEWHERE = (
    "source: werkagenda\ntargets: [{id: t, title: T, kind: milestone, intervention: gizz}]\n"
)
CATALOG = "catalog/interventions.yaml"


def test_the_same_slip_in_one_file_is_no_change_of_the_catalogue(tmp_path: Path) -> None:
    workspace = workspace_of(tmp_path, {"regions/voorbeeld/interventions.yaml": MATRIX})
    assert [f.params["value"] for f in unknown_names(workspace, "intervention")] == ["gizz"] * 2


FILES = {
    "regions/voorbeeld/interventions.yaml": MATRIX,
    "regions/voorbeeld/2025/results.yaml": ELSEWHERE,
}


def test_an_id_of_the_own_catalogue_that_changed_is_told_there(tmp_path: Path) -> None:
    (found,) = unknown_names(workspace_of(tmp_path, FILES), "intervention")
    assert (found.place.file, found.place.route[-1]) == (CATALOG, "id")
    assert found.params == {"now": "giz", "before": "gizz", "times": 3, "kind": "intervention"}
    assert {place.file for place in found.related} == set(FILES)


def test_the_catalogue_of_the_program_has_not_changed(tmp_path: Path) -> None:
    loaded = load_over(tmp_path, {**FILES, CATALOG: None}, defaults=BASE)
    found = unknown_names(loaded.value.workspace, "intervention")
    assert [finding.params.get("value") for finding in found] == ["gizz"] * 3


def test_an_id_that_became_another_word_is_known_by_its_name(tmp_path: Path) -> None:
    parties = "source: werkagenda\nparties: [{id: gz, name: GGD West, kind: organisation}]\n"
    references = "risks:\n" + "".join(
        f"  - {{id: r{number}, title: R, owners: [ggd-west]}}\n" for number in range(2)
    )
    files = {
        "regions/voorbeeld/parties.yaml": parties,
        FILE: PLAN + "  - {id: d, kind: part, title: D}\n" + references,
    }
    (found,) = unknown_names(workspace_of(tmp_path, files), "owner")
    assert (found.params["now"], found.place.route) == ("gz", ("parties", 0, "id"))


OWN = (BASE / "regions/voorbeeld/region.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("places", "references", "now"),
    [
        ("Wijk-Noord", "Wijk Noord, Wijk Noord", "Wijk-Noord"),
        ("Wijk-Noord", "Wijk Noord", None),
        ("Wijk-Noord", "Wijk Noord, Wijk Noord, Wijk-Noord", None),
        ("Wijk-Noord, Wijk Oost", "Wijk Noord, Wijk Noord, Wijk Oost", "Wijk-Noord"),
    ],
)
def test_a_place_of_the_region_that_has_another_name(
    places: str, references: str, now: str | None, tmp_path: Path
) -> None:
    own = "".join(f"  - {{name: {name}, kind: district}}\n" for name in places.split(", "))
    figures = "".join(
        f"  - {{indicator: roken, place: {name}, value: {number}}}\n"
        for number, name in enumerate(references.split(", "))
    )
    files = {
        "regions/voorbeeld/region.yaml": f"{OWN}places:\n{own}",
        "regions/voorbeeld/2025/results.yaml": f"source: werkagenda\nfigures:\n{figures}",
    }
    found = list(unknown_names(workspace_of(tmp_path, files), "place", "municipality"))
    assert {finding.params.get("now_place") for finding in found} == {now}
    if now:
        assert found[0].place.route == ("places", 0, "name")
        assert len(found[0].related) == found[0].params["times"] == 2


def test_a_person_decides_which_of_the_two_ids_it_becomes(tmp_path: Path) -> None:
    text = plan("deel2024", "deel-2024 deel-2024")
    (found,) = unknown_names(workspace_of(tmp_path, {FILE: text}), "component")
    problem = Diagnostic("KR106", found.place, found.params, found.related)
    assert proposed(problem, Locator(text)) is None
