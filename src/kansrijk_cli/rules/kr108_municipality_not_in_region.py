"""A municipality that exists, but does not belong to the region whose file names it."""

from collections.abc import Iterator

from kansrijk_cli.compute.coverage.matrix import official_municipalities
from kansrijk_cli.compute.coverage.mergers import related
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Municipalities, Region)
AFTER = ("KR101", "KR110", "KR111")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Places and municipalities; figures may compare with a municipality outside the region.

    What merged into a municipality of the region, or what one became, is of the region as well.
    """
    for region, _, entry in workspace.entries():
        if region is None or region.region is None:
            continue
        members = related(workspace.register, official_municipalities(workspace, region))
        for visit in entry.references:
            if visit.refers_to not in ("municipality", "place") or visit.value == region.name:
                continue
            if isinstance(entry.content, Results) and visit.place.route[0] == "figures":
                continue
            found = workspace.register.find(str(visit.value), region.municipalities)
            if len(found) == 1 and found[0].name not in members:
                yield finding(visit.place, value=str(visit.value), region=region.name)
