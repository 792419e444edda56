"""A name that two municipalities have, in a region that does not tell which."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Municipalities, Region)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Names that still mean several municipalities, also among those of the region."""
    for region, _, entry in workspace.entries():
        among = region.municipalities if region else ()
        for visit in entry.references:
            if visit.refers_to in ("municipality", "place", "owner"):
                found = workspace.register.find(str(visit.value), among)
                if len(found) > 1:
                    names = tuple(m.name for m in found)
                    yield finding(visit.place, value=str(visit.value), names=names)
