"""How many people live in a municipality, and how many children are born there."""

from kansrijk_cli.compute.population import Measure, counts_of_year, known_years
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.municipalities import Population
from kansrijk_cli.output.site.desk import Linked
from kansrijk_cli.output.site.site import Site

LAST = 9999


MEASURES: tuple[Measure, ...] = ("inhabitants", "births")


def people(site: Site, name: str) -> dict[Measure, tuple[int, Linked] | None]:
    """By measure the newest year with a count, and the count with its line; `None` without one."""
    found: dict[Measure, tuple[int, Linked] | None] = dict.fromkeys(MEASURES)
    for measure in MEASURES:
        for year in known_years(site.workspace, LAST):
            counted = counts_of_year(site.workspace, [name], measure, year)
            if counted:
                place = _place(site, name, measure, year)
                line = site.lines.address(place) if place else None
                found[measure] = (year, Linked(counted[name], line))
                break
    return found


def _place(site: Site, name: str, measure: Measure, year: int) -> Place | None:
    """Where the count stands that counts."""
    for entry in site.workspace.catalog_entries(Population):
        counts = entry.content.population.get(year, {}).get(name)
        if counts and getattr(counts, measure) is not None:
            return entry.place.at("population", year, name, measure)
    return None
