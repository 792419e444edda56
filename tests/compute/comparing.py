"""Two versions of a region built in memory, and what changed between them."""

from collections.abc import Mapping, Sequence
from typing import Any

from kansrijk_cli.compute.changes.compare import Change, Comparison, compare
from kansrijk_cli.compute.changes.versions import Version
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.agreements import Agreements
from kansrijk_cli.model.base import File
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import Files, RegionFolder, Workspace, YearFolder

REGION = {"name": "Voorbeeld", "kinds": ["IZA"], "municipalities": ["Ede", "Rhenen", "Veenendaal"]}
PLAN = {"document": {"kind": "werkagenda", "title": "Werkagenda"}}
OF_REGION: Mapping[str, type[File]] = {
    "region": Region,
    "parties": Parties,
    "coalitions": Coalitions,
    "interventions": Interventions,
    "agreements": Agreements,
}
OF_YEAR: Mapping[str, type[File]] = {"plan": Plan, "budgets": Budgets, "results": Results}


def version(
    base: Workspace, id_: str = "voorbeeld", years: Sequence[int] = (2025,), **contents: Any
) -> Version:
    """The base with one region; what is not given of its files is not there, but the plan is."""
    given = {"region": REGION, "plan": PLAN, **contents}
    folders = {
        year: YearFolder(id_, year, _files(f"regions/{id_}/{year}", OF_YEAR, given))
        for year in years
    }
    region = RegionFolder(id_, _files(f"regions/{id_}", OF_REGION, given), folders)
    workspace = Workspace(base.catalog, base.catalog_broken, {id_: region}, base.register)
    own = frozenset(e.place.file for region_, _, e in workspace.entries() if region_)
    return Version(workspace, own)


def _files(folder: str, kinds: Mapping[str, type[File]], contents: Mapping[str, Any]) -> Files:
    return Files(
        {
            kind: Entry(Place(f"{folder}/{name}.yaml"), kind.model_validate(contents[name]))
            for name, kind in kinds.items()
            if contents.get(name) is not None
        }
    )


def compared(base: Workspace, old: Mapping[str, Any], new: Mapping[str, Any]) -> Comparison:
    """What changed between the contents of the files of two versions."""
    return compare(version(base, **old), version(base, **new))


def changes(base: Workspace, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """All changes between them."""
    return [change for part in compared(base, old, new).parts for change in part.changes]
