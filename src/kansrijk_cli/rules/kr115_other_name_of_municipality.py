"""Another name of a municipality than its official one, such as Den Bosch; not a shorter form."""

from collections.abc import Iterator, Mapping

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace

NEEDS = (Municipalities, Region)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each other name once in a file, with all its places."""
    for region, _, entry in workspace.entries():
        if region is not None:
            for name, places in _named(entry, region).items():
                official = _official(workspace, region, name)
                if official:
                    yield finding(places[0], *places[1:], value=name, meant=official)


def _named(entry: Entry[File], region: RegionFolder) -> Mapping[str, list[Place]]:
    """The names of places in a file that the region does not give to a place of its own."""
    own = {place.name for place in region.region.places} if region.region else set()
    named: dict[str, list[Place]] = {}
    for visit in entry.references:
        name = str(visit.value)
        if visit.refers_to in ("municipality", "place", "owner") and name not in own:
            named.setdefault(name, []).append(visit.place)
    return named


def _official(workspace: Workspace, region: RegionFolder, name: str) -> str | None:
    """The official name of the only municipality that has this other name."""
    if name == region.name or name not in workspace.register.writings:
        return None
    official = workspace.register.official(name, region.municipalities)
    is_short = official.casefold().startswith(name.casefold())
    return None if is_short else official
