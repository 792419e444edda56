"""The observations of a target added up: over municipalities, places and programmes."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from kansrijk_cli.compute.coverage.mergers import goes_on, parts, standing
from kansrijk_cli.compute.targets.achieved import Achieved, Observation, Observations, Places
from kansrijk_cli.compute.targets.requirements import JUDGED
from kansrijk_cli.model.results import Target
from kansrijk_cli.workspace.register import Register
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace


def added_up(
    workspace: Workspace,
    region: RegionFolder,
    target: Target,
    municipalities: tuple[str, ...],
    found: Observations,
    due: date,
) -> Achieved:
    """Added up from near to far: what a municipality says itself goes before its places.

    `due` is the day whose municipalities are asked.
    """
    places = _places(workspace, region, due)
    of_place = {place: seen for (place, programme), seen in found.items() if programme is None}
    by_municipality = {
        m: seen
        for m in municipalities
        if (seen := _parts_of(m, of_place, places) or _merged(workspace.register, m, of_place))
    }
    by_programme = _by_programme(found, places, region.name)
    wide = [
        place
        for place in of_place
        if len(places.get(place, ())) > 1 and not set(places[place]) & set(by_municipality)
    ]
    wide = [] if target.places else wide
    pieces = [seen for group in by_municipality.values() for seen in group]
    pieces += [seen for group in by_programme.values() for seen in group]
    pieces += [of_place[place] for place in wide]
    named = [of_place[place] for place in target.places or (region.name,) if place in of_place]
    counted = named if len(named) == len(target.places or (region.name,)) else pieces
    heard = {*of_place, *by_municipality, *by_programme, *(m for p in wide for m in places[p])}
    asked = target.places or municipalities
    silent = _silent(target, asked, heard, {**places, region.name: municipalities})
    groups = {**by_municipality, **by_programme}
    return Achieved(
        _sum(counted) if counted else None,
        {m: _sum(group) for m, group in by_municipality.items()},
        {programme: _sum(group) for programme, group in by_programme.items()},
        sum(1 for seen in pieces if seen.least > 0),
        {name: _met(group) for name, group in groups.items() if _sum(group) is None},
        any(seen.value is None for seen in counted),
        _met(named) if counted is named else None,
        sum((seen.least for seen in counted), Decimal(0)),
        (0 if counted is named else len(silent)) + sum(seen.partial for seen in counted),
    )


def _silent(target: Target, asked: Iterable[str], heard: set[str], places: Places) -> list[str]:
    """What a sum lacks: of the programmes when some of them are known, else of the places.

    What is judged is no sum. A place with several municipalities is not lacking when all of these
    are known.
    """
    if target.kind in JUDGED:
        return []
    lacking = [name for name in target.programmes if name not in heard]
    if len(lacking) < len(target.programmes):
        return lacking
    return [
        place
        for place in asked
        if place not in heard and not (len(places.get(place, ())) > 1 and heard >= {*places[place]})
    ]


def _by_programme(found: Observations, places: Places, region: str) -> dict[str, list[Observation]]:
    """What counts of each programme: of the whole region, else of each place in it once."""
    said: dict[str, dict[str, Observation]] = {}
    for (place, programme), seen in found.items():
        if programme:
            said.setdefault(programme, {})[place] = seen
    return {name: _of_places(of_place, places, region) for name, of_place in said.items()}


def _of_places(
    of_place: Mapping[str, Observation], places: Places, region: str
) -> list[Observation]:
    """What the whole region says, else all places but those within a municipality that does."""
    if region in of_place:
        return [of_place[region]]
    return [
        seen
        for place, seen in of_place.items()
        if of_place.keys().isdisjoint(places.get(place, ()))
    ]


def _parts_of(
    municipality: str,
    of_place: Mapping[str, Observation],
    places: Places,
) -> list[Observation]:
    """What a municipality says itself, else what the places in it say."""
    if municipality in of_place:
        return [of_place[municipality]]
    return [seen for place, seen in of_place.items() if places.get(place) == (municipality,)]


def _merged(
    register: Register, municipality: str, of_place: Mapping[str, Observation]
) -> list[Observation]:
    """What all those say that became a municipality; nothing when one of them is silent."""
    olds = parts(register, municipality, date.max)
    if goes_on(register, municipality, date.max) or not all(old in of_place for old in olds):
        return []
    return [of_place[old] for old in olds]


def _sum(parts: list[Observation]) -> Decimal | None:
    """All parts together, `None` when one is hidden."""
    known = [part.value for part in parts if part.value is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None


def _met(parts: list[Observation]) -> bool | None:
    """Whether the minimum is met as hidden parts say it; of several one that does will do."""
    said = [part.met for part in parts if part.value is None]
    if any(said):
        return True
    return said[0] if len(said) == len(parts) == 1 else None


def _places(workspace: Workspace, region: RegionFolder, on: date) -> dict[str, tuple[str, ...]]:
    """The region's own places with the municipalities that they lie in on a day."""
    register, found = workspace.register, {}
    for place in region.region.places if region.region else ():
        inside = (register.official(m, region.municipalities) for m in place.municipalities)
        found[place.name] = standing(register, inside, on)
    return found
