"""The table of a region's own key that lacks a municipality of the region."""

from collections.abc import Iterator

from kansrijk_cli.compute.coverage.matrix import official_municipalities
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Municipalities, Region)
AFTER = ("KR101", "KR110", "KR111")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Looks at every key with a table, used or not."""
    for region in workspace.regions.values():
        entry = region.files.get(Region)
        for place, key in each(entry.place.at("keys"), entry.content.keys) if entry else ():
            names = (workspace.register.official(n, region.municipalities) for n in key.table)
            known = set(names)
            missing = [m for m in official_municipalities(workspace, region) if m not in known]
            if key.table and missing:
                yield finding(place.at("table").key(), key=key.title, missing=tuple(missing))
