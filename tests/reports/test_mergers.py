"""Municipalities that merged, in the sections of documents: they are named as on the day."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kansrijk_cli.output.show import show
from kansrijk_cli.reports.context import Context, Data
from kansrijk_cli.reports.sections import format_votes, interventions
from kansrijk_cli.workspace.defaults import default_data
from tests.reports.rendering import context_of
from tests.workspaces import workspace_of

# In tests/base Haaren became a part of Vught at the end of 2020.
REGION = (
    "name: Voorbeeld\nkinds: [IZA]\nmunicipalities: [Ede, {name}]\n"
    "sources:\n  - {{id: werkagenda, title: Werkagenda 2025}}\nsource: werkagenda\n"
)
DEPLOYED = """\
source: werkagenda
interventions: [{id: a, name: Cursus, kind: process}]
deployments:
  Haaren: {a: active}
  Voorbeeld: {a: planned}
"""
PLAN = """\
source: werkagenda
document: {kind: azwa-d5, title: W, format: azwa-d5}
open_points:
  - {id: p, kind: decision, title: Vaststellen, places: {Ede: adopted}}
"""
BEFORE, AFTER = date(2020, 6, 30), date(2025, 6, 30)


def context(folder: Path, name: str, on: date, plan: str | None = None) -> Context:
    """A plan of a region with Ede and one more municipality, on a day."""
    files = {
        "regions/voorbeeld/region.yaml": REGION.format(name=name),
        "regions/voorbeeld/coalitions.yaml": None,
        "regions/voorbeeld/interventions.yaml": DEPLOYED,
        "regions/voorbeeld/2025/budgets.yaml": None,
        "regions/voorbeeld/2025/results.yaml": None,
    }
    if plan:
        programmes = (default_data() / "catalog/programmes.yaml").read_text("utf-8")
        files |= {"regions/voorbeeld/2025/plan.yaml": plan, "catalog/programmes.yaml": programmes}
    return replace(context_of(workspace_of(folder, files)), asked_day=on)


def rows(found: Data, name: str) -> list[tuple[object, ...]]:
    """The rows of a table in the data of a section."""
    listed = found[name]
    assert isinstance(listed, list)
    return listed


@pytest.mark.parametrize("name", ["Haaren", "Vught"])
@pytest.mark.parametrize("on", [BEFORE, AFTER], ids=str)
def test_what_the_matrix_counts_is_not_told_again(tmp_path: Path, name: str, on: date) -> None:
    found = interventions.build(context(tmp_path, name, on))
    assert found
    elsewhere = [show(row[2]) for row in rows(found, "elsewhere")]
    # Before the merger a region that names Vught has nothing of Haaren in its matrix.
    told = ["Haaren", "Voorbeeld"] if (name, on) == ("Vught", BEFORE) else ["Voorbeeld"]
    assert elsewhere == told


@pytest.mark.parametrize(
    ("name", "on", "named"),
    [
        ("Haaren", BEFORE, ["Ede", "Haaren"]),
        ("Haaren", AFTER, ["Ede", "Vught"]),
        ("Vught", AFTER, ["Ede", "Vught"]),
    ],
)
@pytest.mark.parametrize("decided", [True, False])
def test_the_executives_that_decide_are_those_of_the_day(
    tmp_path: Path, name: str, on: date, named: list[str], decided: bool
) -> None:
    plan = PLAN if decided else PLAN.split("open_points", maxsplit=1)[0]
    found = format_votes.build(context(tmp_path, name, on, plan), "azwa-d5")
    assert found
    assert [show(row[1]) for row in rows(found, "votes")] == named
    states = [show(row[2]) for row in rows(found, "votes")]
    assert states == ["vastgesteld" if decided else "onbekend", "onbekend"]
