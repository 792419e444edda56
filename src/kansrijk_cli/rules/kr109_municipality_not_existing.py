"""A municipality that did not exist in the years that the region has plans for.

What stands in the files of a region over the years may be about a municipality that is over: such
rows are history, and count for what it became.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from kansrijk_cli.compute.dates import year_end
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.municipalities import Municipalities, Municipality
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.register import Register
from kansrijk_cli.workspace.walk import Visit
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

NEEDS = (Municipalities, Region)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Files of a year need that year; files of a region at least one of its years."""
    for region, year, entry in workspace.entries():
        years = _years(region, year)
        if region is None or not years:
            continue
        has_history = year is None and not isinstance(entry.content, Region)
        for visit in entry.references:
            if visit.refers_to in ("municipality", "place", "owner"):
                find = partial(workspace.register.find, among=region.municipalities)
                found = find(str(visit.value))
                if has_history and any(m.until for m in find(_about(visit))):
                    continue
                if found and not any(_in_any(m, years) for m in found):
                    params = _params(found[0], workspace.register)
                    yield finding(visit.place, value=str(visit.value), **params)


def _about(visit: Visit) -> str:
    """The municipality that a value is about; of an owner in the matrix that of its row."""
    if visit.refers_to != "owner":
        return str(visit.value)
    first, *more = visit.place.route
    return str(more[0]) if first == "deployments" and more else ""


def _years(region: RegionFolder | None, year: YearFolder | None) -> tuple[int, ...]:
    if year is not None:
        return (year.year,)
    return tuple(region.years) if region else ()


def _in_any(municipality: Municipality, years: tuple[int, ...]) -> bool:
    since, until = municipality.since or date.min, municipality.until or date.max
    return any(since <= year_end(year) and date(year, 1, 1) <= until for year in years)


def _params(
    municipality: Municipality, register: Register
) -> dict[str, date | tuple[str, ...] | None]:
    successors = (register.by_code.get(code) for code in municipality.successors)
    names = tuple(m.name for m in successors if m)
    return {
        "since": municipality.since,
        "until": municipality.until,
        "successors": names or None,
    }
