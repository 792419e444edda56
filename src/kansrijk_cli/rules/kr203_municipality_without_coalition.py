"""Municipalities of which no local or shared coalition is known."""

from collections.abc import Iterator

from kansrijk_cli.compute.coverage.matrix import local_coalitions
from kansrijk_cli.compute.dates import newest_state
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Coalitions, Municipalities, Region)
AFTER = ("KR101", "KR110", "KR111")
WITH = frozenset(("active", "starting", "planned"))


def check(workspace: Workspace) -> Iterator[Finding]:
    """One finding a region, that names the municipalities."""
    for region in workspace.regions.values():
        coalitions = region.files.get(Coalitions)
        status = local_coalitions(workspace, region, newest_state(region))
        without = tuple(name for name, found in status.items() if found not in WITH)
        if without:
            where = Place(Region.path.format(region=region.id), ("municipalities",))
            place = coalitions.place.at("coalitions") if coalitions else where
            some = len(without) < len(status)
            yield finding(
                place.key(),
                region=region.name,
                count=len(without) if some else None,
                of=len(status),
                municipalities=without,
                none=None if some else "",
            )
