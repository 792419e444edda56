"""Mutations of names and of what they stand for: a typo, an item gone, an id twice."""

from collections.abc import Iterator
from random import Random

from kansrijk_cli.core.place import Route
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.walk import Visit
from tests.mutations.kinds import misspelt, of_text
from tests.mutations.original import Original
from tests.mutations.spots import Lines, Spot

# What the items of a list are called where something refers to them.
REFERRED_TO_AS: dict[str, tuple[str, ...]] = {
    "activities": ("activity",),
    "agreements": ("agreement",),
    "coalitions": ("coalition",),
    "columns": ("column",),
    "components": ("component",),
    "departments": ("department",),
    "elements": ("element",),
    "formats": ("format",),
    "funding": ("funding",),
    "indicators": ("indicator",),
    "interventions": ("intervention",),
    "lines": ("line",),
    "municipalities": ("municipality", "place", "owner"),
    "norms": ("norm",),
    "parties": ("party", "owner"),
    "places": ("place", "owner"),
    "programmes": ("programme",),
    "sources": ("source",),
    "support": ("support",),
    "targets": ("target",),
}
# Fields that name what stands above or before the item itself.
UPWARDS = ("part_of", "reports_to", "replaces", "under")


def _spliced(original: Original, start: int, end: int, new: str) -> str:
    return original.text[:start] + new + original.text[end:]


@of_text("typefout in een verwijzing")
def misspell_reference(random: Random, original: Original) -> str | None:
    if not original.references:
        return None
    visit, spot = random.choice(original.references)
    # Behind the `/` of a source stands a place in it, which is free text.
    name = str(visit.value).partition("/")[0] if visit.refers_to == "source" else str(visit.value)
    slip = misspelt(random, name)
    return _renamed(original, spot, name, slip) if slip else None


@of_text("verwijzing naar iets anders", None, "het andere bestaat ook")
def other_reference(random: Random, original: Original) -> str | None:
    if not original.references:
        return None
    visit, spot = random.choice(original.references)
    others = {
        str(other.value)
        for other, _ in original.references
        if other.refers_to == visit.refers_to and other.value != visit.value
    }
    others |= {name for _, name in _ids_around(original, visit.place.route)}
    if visit.refers_to == "source" or not others:
        return None
    return _renamed(original, spot, str(visit.value), random.choice(sorted(others)))


@of_text("gemeente van een andere regio")
def other_municipality(random: Random, original: Original) -> str | None:
    regions = [e.content for e in original.entries.values() if isinstance(e.content, Region)]
    if not original.file.startswith("regions/") or isinstance(original.entry.content, Region):
        return None
    members = {name for region in regions for name in region.municipalities}
    found = [
        (visit, spot)
        for visit, spot in original.references
        if visit.refers_to in ("municipality", "place")
        and visit.value in members
        and not (isinstance(original.entry.content, Results) and visit.place.route[0] == "figures")
    ]
    if not found:
        return None
    visit, spot = random.choice(found)
    return _renamed(original, spot, str(visit.value), random.choice(("Groningen", "Middelburg")))


def _renamed(original: Original, spot: Spot, name: str, new: str) -> str:
    written = original.text[spot.start : spot.end]
    old = name.replace("'", "''") if spot.kind == "'" else name
    return _spliced(original, spot.start, spot.end, written.replace(old, new, 1))


@of_text("onderdeel weg waar iets naar wijst")
def drop_item(random: Random, original: Original) -> str | None:
    items = [item for item in original.spots.items if _is_needed(original, item.route)]
    if not items:
        return None
    item = random.choice(items)
    return "\n".join([*original.lines[: item.first], *original.lines[item.end :]])


@of_text("onderdeel dubbel")
def double_item(random: Random, original: Original) -> str | None:
    ids = {route[:-1] for route, _ in _ids_in_file(original)}
    items = [item for item in original.spots.items if item.route in ids]
    return _twice(original, random.choice(items)) if items else None


@of_text("onderdeel zonder id dubbel")
def double_unnamed_item(random: Random, original: Original) -> str | None:
    ids = {route[:-1] for route, _ in _ids_in_file(original)}
    items = [item for item in original.spots.items if item.route not in ids]
    return _twice(original, random.choice(items)) if items else None


def _twice(original: Original, item: Lines) -> str:
    lines = original.lines[item.first : item.end]
    return "\n".join([*original.lines[: item.end], *lines, *original.lines[item.end :]])


@of_text("id van een buurman")
def same_id(random: Random, original: Original) -> str | None:
    named = dict(_ids_in_file(original))
    pairs = [
        (route, above)
        for route in named
        if isinstance(route[-2], int)
        and (above := (*route[:-2], route[-2] - 1, route[-1])) in named
        and route in original.by_route
    ]
    if not pairs:
        return None
    route, above = random.choice(pairs)
    spot = original.by_route[route].value
    return _spliced(original, spot.start, spot.end, named[above])


@of_text("naam twee keer in een lijst")
def double_name(random: Random, original: Original) -> str | None:
    listed = [
        spot
        for visit, spot in original.references
        if isinstance(visit.place.route[-1], int) and spot.flow
    ]
    if not listed:
        return None
    spot = random.choice(listed)
    written = original.text[spot.start : spot.end]
    return _spliced(original, spot.end, spot.end, f", {written}")


@of_text("verwijzing naar zichzelf")
def own_reference(random: Random, original: Original) -> str | None:
    named = dict(_ids_in_file(original))
    found = [
        (visit, spot, own)
        for visit, spot in original.references
        if visit.place.route[-1] in UPWARDS and (own := named.get((*visit.place.route[:-1], "id")))
    ]
    if not found:
        return None
    visit, spot, own = random.choice(found)
    return _renamed(original, spot, str(visit.value), own)


def _item_of(route: Route) -> Route:
    """The nearest item of a list that holds a route, not the route itself when it is in one."""
    steps = [at for at, step in enumerate(route[:-1]) if isinstance(step, int)]
    return route[: steps[-1] + 1] if steps else ()


def _kinds_of(item: Route) -> tuple[str, ...]:
    return REFERRED_TO_AS.get(str(item[-2]), ()) if len(item) > 1 else ()


def _ids_in_file(original: Original) -> Iterator[tuple[Route, str]]:
    """The route of each id or code with what it is."""
    for route, model in original.models:
        for field in ("id", "code"):
            value = getattr(model, field, None)
            if isinstance(value, str) and route and isinstance(route[-1], int):
                yield (*route, field), value
                break


def _ids_around(original: Original, route: Route) -> Iterator[tuple[Route, str]]:
    """The ids of the same list as the item that holds a route."""
    around = _item_of(route)[:-1]
    for here, value in _ids_in_file(original):
        if around and here[:-2] == around:
            yield here, value


def _is_needed(original: Original, item: Route) -> bool:
    """Whether something refers to an item, and nothing else has the same name."""
    kinds, names = _kinds_of(item), _names_of(original, item)
    return any(original.defined[str(item[-2]), name] == 1 for name in names) and any(
        _name_in(visit) in names
        for file, entry in original.entries.items()
        for visit in entry.references
        if visit.refers_to in kinds
        and _sees(file, original.file, visit, item)
        and not (file == original.file and visit.place.route[: len(item)] == item)
    )


def _names_of(original: Original, item: Route) -> set[str]:
    model = dict(original.models).get(item)
    named = getattr(model, "id", None) or getattr(model, "name", None)
    return {named} if isinstance(named, str) else set()


def _name_in(visit: Visit) -> str:
    value = str(visit.value)
    return value.partition("/")[0] if visit.refers_to == "source" else value


def _sees(file: str, defining: str, visit: Visit, item: Route) -> bool:
    """Whether a reference in a file looks for its name where the item stands."""
    if visit.refers_to in ("line", "column"):
        return file == defining and visit.place.route[:2] == item[:2]
    if visit.refers_to == "source" and defining.startswith("catalog/"):
        return file == defining
    folder = "" if defining.startswith("catalog/") else defining.rpartition("/")[0] + "/"
    return file.startswith(folder)


KINDS = (
    misspell_reference,
    other_reference,
    other_municipality,
    drop_item,
    double_item,
    double_unnamed_item,
    same_id,
    double_name,
    own_reference,
)
