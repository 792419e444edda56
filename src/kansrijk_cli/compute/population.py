"""Inhabitants and births of municipalities."""

from typing import Literal

from kansrijk_cli.model.catalog import Population
from kansrijk_cli.workspace.workspace import Workspace

Measure = Literal["inhabitants", "births"]


def population(workspace: Workspace, municipality: str, of: Measure, year: int) -> int | None:
    """The newest count of a municipality not later than `year`, `None` when there is none."""
    for wanted in sorted(_years(workspace), reverse=True):
        if wanted <= year:
            for entry in workspace.catalog_entries(Population):
                counts = entry.content.population.get(wanted, {}).get(municipality)
                found = getattr(counts, of) if counts else None
                if isinstance(found, int):
                    return found
    return None


def _years(workspace: Workspace) -> set[int]:
    entries = workspace.catalog_entries(Population)
    return {year for entry in entries for year in entry.content.population}
