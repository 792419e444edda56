"""An intervention that runs while its recognition is over on the day the data speaks of."""

from collections.abc import Iterator

from kansrijk_cli.compute.coverage.matrix import coverage
from kansrijk_cli.compute.coverage.recognition import lapsed
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.catalog import CatalogInterventions
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (CatalogInterventions, Interventions, Municipalities, Region)


def check(workspace: Workspace) -> Iterator[Finding]:
    """One finding a region and intervention. Only a last day that the data names counts."""
    for region in workspace.regions.values():
        entry = region.files.get(Interventions)
        if entry:
            table = coverage(workspace, region)
            for found in lapsed(table):
                if found.state == "expired":
                    yield finding(
                        _where(entry, found.intervention.id),
                        name=found.intervention.name,
                        until=found.day,
                        on=table.on,
                    )


def _where(entry: Entry[Interventions], id_: str) -> Place:
    """The last day itself when the region describes the intervention, else where it first runs."""
    for index, own in enumerate(entry.content.interventions):
        if own.id == id_:
            return entry.place.at("interventions", index, "recognition", "until")
    places = (place for place, row in entry.content.deployments.items() if id_ in row)
    return entry.place.at("deployments", next(places), id_).key()
