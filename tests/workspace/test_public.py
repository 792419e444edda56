"""What of a workspace may be published."""

from pathlib import Path

import pytest

from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.public import public
from kansrijk_cli.workspace.workspace import RegionFolder
from tests.workspaces import workspace_of

PLAN = "regions/voorbeeld/2025/plan.yaml"


def region(folder: Path, **files: str) -> RegionFolder:
    laid = {
        f"regions/voorbeeld/{name.replace('__', '/')}.yaml": text for name, text in files.items()
    }
    return public(workspace_of(folder, laid)).regions["voorbeeld"]


@pytest.mark.parametrize(
    "text",
    [
        "source: werkagenda\ndocument: {kind: plan, title: T, public: false}\n",
        "source: werkagenda\ndocument: {kind: plan, title: T, draft: true}\n",
        "source: werkagenda\ndraft: true\ndocument: {kind: plan, title: T}\n",
    ],
)
def test_a_plan_that_is_not_public_takes_its_year_with_it(tmp_path: Path, text: str) -> None:
    assert workspace_of(tmp_path / "whole", {PLAN: text}).regions["voorbeeld"].years.keys() == {
        2025
    }
    assert public(workspace_of(tmp_path / "public", {PLAN: text})).regions["voorbeeld"].years == {}


def test_a_concept_that_is_public_stays(tmp_path: Path) -> None:
    text = "source: werkagenda\ndocument: {kind: plan, title: T, status: draft}\n"
    assert region(tmp_path, **{"2025__plan": text}).years.keys() == {2025}


def test_files_and_items_that_are_drafts(tmp_path: Path) -> None:
    found = region(
        tmp_path,
        coalitions="draft: true\ncoalitions: []\n",
        **{
            "2025__results": "source: werkagenda\ntargets:\n"
            "  - {id: a, title: A, kind: narrative, draft: true}\n"
            "  - {id: b, title: B, kind: narrative}\n"
        },
    )
    assert found.files.get(Coalitions) is None
    results = found.years[2025].files.content(Results)
    assert results
    assert [target.id for target in results.targets] == ["b"]


def test_a_region_that_is_a_draft(tmp_path: Path) -> None:
    text = "draft: true\nname: V\nkinds: [IZA]\nmunicipalities: [Ede]\n"
    workspace = workspace_of(tmp_path, {"regions/voorbeeld/region.yaml": text})
    assert public(workspace).regions == {}
