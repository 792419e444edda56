"""The map of the first page: where the regions lie, and which municipalities several share."""

from collections.abc import Iterator, Mapping
from itertools import cycle

from kansrijk_cli.output.dutch import listing
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.facts import RegionFacts
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.reports.pictures import MapPlace, Part, RegionMap, Shade

# Each region has its own pattern, and so has what the same regions share. With more regions than
# patterns a pattern says nothing, and only names do.
OWN = ("level-1", "dots", "level-3", "level-2", "rows", "stripes")
SHARED = ("level-4", "cross")

# Regions by id.
Together = tuple[str, ...]


def regions_map(site: Site) -> RegionMap | None:
    """The regions on the map: each is one place, made of the municipalities that are its alone.

    What several regions share is a place of its own. `None` when nothing is left of a region.
    """
    own = {facts.id: list(_parts(site, _alone(site, facts))) for facts in site.regions}
    if not own or not all(own.values()):
        return None
    shared = _shared(site)
    shades = _shades(site, [(id_,) for id_ in own], OWN)
    both = _shades(site, list(shared), SHARED)
    places = [
        MapPlace(part.name, part.code, both[regions])
        for regions, names in shared.items()
        for part in _parts(site, names)
    ]
    # After what needs a letter: a region has its name in the legend, and needs none.
    places += (
        MapPlace(_names(site, (id_,)), parts[0].code, shades[(id_,)], parts=tuple(parts))
        for id_, parts in own.items()
    )
    has_own_pattern = len(shades) <= len(OWN) and len(both) <= len(SHARED)
    legend = (*shades.values(), *both.values()) if has_own_pattern else ()
    return RegionMap(label("site", "map"), tuple(places), legend)


def map_told(site: Site) -> str:
    """What the map shows, for who does not see it."""
    shared = (f"{', '.join(names)} ({_names(site, r)})" for r, names in _shared(site).items())
    regions = "; ".join(facts.region.name for facts in site.regions)
    told = label("site", "map-told").format(regions=regions)
    both = "; ".join(shared)
    return f"{told} {label('site', 'map-shared').format(names=both)}" if both else told


def _shades(site: Site, groups: list[Together], fills: tuple[str, ...]) -> Mapping[Together, Shade]:
    return {
        regions: Shade(fill, _names(site, regions))
        for regions, fill in zip(groups, cycle(fills), strict=False)
    }


def _names(site: Site, regions: Together) -> str:
    return listing(site.by_id[id_].region.name for id_ in regions)


def _shared(site: Site) -> dict[Together, list[str]]:
    """The municipalities of more than one region, by those regions."""
    found: dict[Together, list[str]] = {}
    for name, regions in site.belonging.items():
        if len(regions) > 1:
            found.setdefault(tuple(facts.id for facts in regions), []).append(name)
    return found


def _alone(site: Site, facts: RegionFacts) -> list[str]:
    """The municipalities that are in this region only."""
    return [name for name in facts.table.municipalities if len(site.belonging[name]) == 1]


def _parts(site: Site, names: list[str]) -> Iterator[Part]:
    register = site.workspace.register
    return (Part(m.name, m.code) for name in names for m in register.find(name))
