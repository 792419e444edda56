"""Two regions that say something else about the same municipality and intervention."""

from collections.abc import Iterator
from itertools import combinations

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.types import Status
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Interventions, Municipalities, Region)
THERE, NOT_THERE = frozenset(("active", "starting")), frozenset(("none", "ended"))

Said = tuple[str, Status, Place]


def check(workspace: Workspace) -> Iterator[Finding]:
    """A contradiction is "it is there" against "it is not there"; the second one is reported."""
    for (municipality, intervention), said in _all_said(workspace).items():
        for (first, one, first_place), (second, other, place) in combinations(said, 2):
            if {one in THERE, other in THERE} == {True, False} and (
                one in NOT_THERE or other in NOT_THERE
            ):
                yield finding(
                    place,
                    first_place,
                    municipality=municipality,
                    intervention=intervention,
                    first=first,
                    second=second,
                    one=one,
                    other=other,
                )


def _all_said(workspace: Workspace) -> dict[tuple[str, str], list[Said]]:
    said: dict[tuple[str, str], list[Said]] = {}
    for region in workspace.regions.values():
        entry = region.files.get(Interventions)
        for place, row in entry.content.deployments.items() if entry else ():
            official = workspace.register.official(place, region.municipalities)
            for intervention, deployment in row.items():
                if entry and workspace.register.find(place):
                    where = entry.place.at("deployments", place, intervention)
                    key = (official, intervention)
                    said.setdefault(key, []).append((region.name, deployment.status, where))
    return said
