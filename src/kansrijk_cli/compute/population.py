"""How many people municipalities have, of each kind that is counted."""

from collections.abc import Iterable
from typing import Literal

from kansrijk_cli.model.municipalities import Population
from kansrijk_cli.workspace.workspace import Workspace

Measure = Literal["inhabitants", "births", "youths", "seniors"]


def population(workspace: Workspace, municipality: str, of: Measure, year: int) -> int | None:
    """The newest count of a municipality not later than `year`, `None` when there is none."""
    for wanted in known_years(workspace, year):
        found = counts_of_year(workspace, [municipality], of, wanted)
        if found:
            return found[municipality]
    return None


def known_years(workspace: Workspace, until: int) -> list[int]:
    """The years with figures that are not later than `until`, the newest first."""
    entries = workspace.catalog_entries(Population)
    years = {year for entry in entries for year in entry.content.population}
    return sorted((year for year in years if year <= until), reverse=True)


def counts_of_year(
    workspace: Workspace, municipalities: Iterable[str], of: Measure, year: int
) -> dict[str, int]:
    """The counts of one year, of the municipalities that have one; the own catalogue decides."""
    found: dict[str, int] = {}
    for municipality in municipalities:
        for entry in workspace.catalog_entries(Population):
            counts = entry.content.population.get(year, {}).get(municipality)
            count = getattr(counts, of) if counts else None
            if isinstance(count, int):
                found.setdefault(municipality, count)
    return found
