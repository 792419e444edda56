"""Which deployment counts for which municipality: places, regions and what merged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from kansrijk_cli.compute.coverage.mergers import all_parts, standing
from kansrijk_cli.model.interventions import Deployment, Interventions
from kansrijk_cli.model.types import Status
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace

MUNICIPALITY, PLACE, REGION = range(3)
ORDER: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Row:
    """A deployment, and how far from the municipality it is written: there, in a place, wider."""

    distance: int
    deployment: Deployment

    @property
    def rank(self) -> tuple[int, int]:
        """The lowest counts: the nearest, and of those as near the furthest along."""
        return self.distance, ORDER.index(self.deployment.status)


Rows = Mapping[tuple[str, str], Row]


def deployed(
    workspace: Workspace,
    region: RegionFolder,
    content: Interventions,
    members: tuple[str, ...],
    on: date | None,
) -> Rows:
    """Per municipality and intervention the deployment that counts; the nearest place wins.

    Not only the `members` of the region have rows, also what became part of them before `on`.
    """
    everybody = frozenset(members) | all_parts(workspace.register, members, on)
    rows: dict[tuple[str, str], Row] = {}
    for place, deployments in content.deployments.items():
        distance = _distance(workspace, region, place)
        for intervention, deployment in deployments.items():
            row = Row(distance, deployment)
            for municipality in _reached(workspace, region, place, deployment, everybody, on):
                key = (municipality, intervention)
                if key not in rows or row.rank < rows[key].rank:
                    rows[key] = row
    return rows


def _distance(workspace: Workspace, region: RegionFolder, place: str) -> int:
    if place == region.name:
        return REGION
    return MUNICIPALITY if workspace.register.find(place) else PLACE


def _reached(
    workspace: Workspace,
    region: RegionFolder,
    place: str,
    deployment: Deployment,
    everybody: frozenset[str],
    on: date | None,
) -> frozenset[str]:
    """The municipalities that a deployment at a place says something about."""
    official = workspace.register.official(place, region.municipalities)
    if official in everybody:
        return frozenset((official,))
    if place == region.name:
        return everybody if deployment.everywhere else frozenset()
    places = region.region.places if region.region else ()
    named = next((p.municipalities for p in places if p.name == place), ())
    inside = {workspace.register.official(m, region.municipalities) for m in named}
    now = standing(workspace.register, inside, on)
    if not deployment.everywhere and len(now) != 1:
        return frozenset()
    return everybody & inside.union(now)
