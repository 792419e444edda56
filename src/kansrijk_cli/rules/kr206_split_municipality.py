"""Deployments in a municipality that was split: nobody knows in which of the new ones they are."""

from collections.abc import Iterator

from kansrijk_cli.compute.coverage.cells import unplaced
from kansrijk_cli.compute.dates import newest_state
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Interventions, Municipalities, Region)
AFTER = ("KR109",)


def check(workspace: Workspace) -> Iterator[Finding]:
    """One finding a row of the matrix."""
    register = workspace.register
    for region in workspace.regions.values():
        entry = region.files.get(Interventions)
        for place in unplaced(workspace, region, newest_state(region)) if entry else ():
            [gone] = register.find(place, region.municipalities)
            after = (register.by_code.get(code) for code in gone.successors)
            if entry:
                yield finding(
                    entry.place.at("deployments", place).key(),
                    value=place,
                    until=gone.until,
                    successors=tuple(m.name for m in after if m) or None,
                )
