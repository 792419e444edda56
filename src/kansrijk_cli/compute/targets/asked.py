"""What a target of a region asks for: of which municipalities, and until when."""

from datetime import date

from kansrijk_cli.compute.coverage.matrix import official_municipalities
from kansrijk_cli.compute.coverage.mergers import standing
from kansrijk_cli.compute.dates import year_end
from kansrijk_cli.compute.targets.requirements import Asked, Required, required
from kansrijk_cli.model.results import Target
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


def asked(workspace: Workspace, region: RegionFolder, year: YearFolder, target: Target) -> Required:
    """What a target asks for in the year that it is due."""
    due = due_date(year, target)
    municipalities = municipalities_of(workspace, region, target, due)
    return required(Asked(workspace, target, municipalities, due.year))


def due_date(year: YearFolder, target: Target) -> date:
    """The last day on which a target may be met: its own, else the end of the year."""
    return (target.by.end(year.year) if target.by else None) or year_end(year.year)


def municipalities_of(
    workspace: Workspace, region: RegionFolder, target: Target, on: date
) -> tuple[str, ...]:
    """The municipalities that a target asks: those in its places that take part in dividing it."""
    absent = target.allocation.without if target.allocation else ()
    out = {workspace.register.official(name, region.municipalities) for name in absent}
    return tuple(m for m in in_places(workspace, region, target, on) if m not in out)


def in_places(
    workspace: Workspace, region: RegionFolder, target: Target, on: date
) -> tuple[str, ...]:
    """The municipalities in the places of a target: those it names, else all of the region.

    They are those that are there on the day that it is due: what merged before stands as what it
    became.
    """
    members = official_municipalities(workspace, region, on)
    if not target.places:
        return members
    inside = {p.name: p.municipalities for p in (region.region.places if region.region else ())}
    named: list[str] = []
    for place in target.places:
        named += region.municipalities if place == region.name else inside.get(place, (place,))
    officials = {workspace.register.official(name, region.municipalities) for name in named}
    return tuple(m for m in standing(workspace.register, officials, on) if m in members)
