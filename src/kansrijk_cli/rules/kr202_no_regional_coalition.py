"""A region without a regional coalition."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Coalitions, Region)
GONE = frozenset(("ended", "none"))


def check(workspace: Workspace) -> Iterator[Finding]:
    """A planned coalition counts: the region is working on it."""
    for region in workspace.regions.values():
        entry = region.files.get(Coalitions)
        coalitions = entry.content.coalitions if entry else ()
        if not any(c.level == "regional" and c.status not in GONE for c in coalitions):
            where = Place(Region.path.format(region=region.id), ("name",))
            place = entry.place.at("coalitions") if entry else where
            yield finding(place.key(), region=region.name)
