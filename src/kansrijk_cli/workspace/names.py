"""Which names exist where, and every way to write them."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Protocol, get_args

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.agreements import Agreements
from kansrijk_cli.model.base import File
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.catalog import CatalogInterventions, Indicators, Keys
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.keys import PlainKey
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.norms import Norms
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.programmes import DocumentFormat, Programmes
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.walk import Visit
from kansrijk_cli.workspace.workspace import F, RegionFolder, Workspace, YearFolder

COUNTRY = "Nederland"


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """The id."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a reference stands, and so which names it may use; no `entry` in a broken file."""

    workspace: Workspace
    region: RegionFolder | None
    year: YearFolder | None
    entry: Entry[File] | None
    place: Place

    def of_region(self, kind: type[F]) -> F | None:
        """The region's file of a kind."""
        return self.region.files.content(kind) if self.region else None

    def of_year(self, kind: type[F]) -> F | None:
        """The year's file of a kind."""
        return self.year.files.content(kind) if self.year else None

    def of_catalog(self, kind: type[F]) -> Iterator[F]:
        """The catalogue's files of a kind."""
        return (entry.content for entry in self.workspace.catalog_entries(kind))


Items = Callable[[Scope], Iterable[Named]]


def _nothing(_scope: Scope) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of one kind: in which files they live, and how to list them in a scope.

    They are the same in a whole file, or in each item of a list when they depend on the first
    `steps` of a route. `others` are those that no item with an id stands for.
    """

    lives_in: tuple[type[File], ...]
    items: Items
    others: Callable[[Scope], Mapping[str, str]] = _nothing
    steps: int = 0

    def names(self, scope: Scope) -> Mapping[str, str]:
        """Every way to write a name with the id it stands for.

        Only ids may be written in the data, the others serve to understand what was meant.
        """
        return {**self.others(scope), **_ids(self.items(scope))}


def files_naming(*kinds: str) -> frozenset[type[File]]:
    """The kinds of files that a check of these names needs."""
    return frozenset(file for kind in kinds for file in NAMINGS[kind].lives_in)


def name_in(visit: Visit) -> str:
    """What a reference names; of a source the part before the place in it."""
    value = str(visit.value)
    is_place_in = visit.refers_to == "source" and "://" not in value
    return value.split("/", 1)[0] if is_place_in else value


def reach(kind: str, place: Place) -> Hashable:
    """Where a name that stands at a place means the same: a region, a year of it, or one budget."""
    naming, parts = NAMINGS[kind], place.file.split("/")
    of_year = any("{year}" in lives_in.path for lives_in in naming.lives_in)
    folders = (3 if of_year else 2) if parts[0] == "regions" else len(parts)
    return tuple(parts[:folders]), place.route[: naming.steps]


def _ids(items: Iterable[Named]) -> dict[str, str]:
    """Ids, and titles, names and aliases as other ways to write them."""
    names: dict[str, str] = {}
    for item in items:
        for name in other_names(item):
            names.setdefault(name, item.id)
        names[item.id] = item.id
    return names


def other_names(item: Named) -> Iterator[str]:
    """What something is called besides its id."""
    others = (getattr(item, "title", None), getattr(item, "name", None))
    yield from filter(None, (*others, *getattr(item, "aliases", ())))


def municipalities(scope: Scope) -> Mapping[str, str]:
    """Every writing of a municipality in the register."""
    return scope.workspace.register.writings


def _places(scope: Scope) -> dict[str, str]:
    region = scope.of_region(Region)
    own = [region.name, *(place.name for place in region.places)] if region else []
    wide = [COUNTRY, *scope.workspace.register.provinces]
    return {**municipalities(scope), **{name: name for name in (*own, *wide)}}


def _plain_keys(_scope: Scope) -> Mapping[str, str]:
    return {name: name for name in get_args(PlainKey)}


def _questions(scope: Scope) -> Mapping[str, str]:
    """Every question of a format at every one of its parts: `part/question`."""
    parts = ((part, f) for f in _formats(scope) for part in f.components)
    names = (f"{part.id}/{question.id}" for part, f in parts for question in f.questions)
    return {name: name for name in names}


def _formats(scope: Scope) -> Iterator[DocumentFormat]:
    return (f for c in scope.of_catalog(Programmes) for p in c.programmes for f in p.formats)


def _no_items(_scope: Scope) -> tuple[Named, ...]:
    return ()


def _sources(scope: Scope) -> Iterable[Named]:
    region = scope.of_region(Region)
    content = scope.entry.content if scope.entry else None
    return region.sources if region else getattr(content, "sources", ())


def _elements(scope: Scope) -> Iterator[Named]:
    region = scope.of_region(Region)
    programmes = (p for content in scope.of_catalog(Programmes) for p in content.programmes)
    return chain(region.elements if region else (), *(p.elements for p in programmes))


def _in_budget(field: str) -> Items:
    """Lines and columns are named within their own budget."""

    def items(scope: Scope) -> tuple[Named, ...]:
        budgets = scope.of_year(Budgets)
        index = scope.place.route[1]
        if budgets is None or not isinstance(index, int):
            return ()
        found: tuple[Named, ...] = getattr(budgets.budgets[index], field)
        return found

    return items


def _of_year(kind: type[File], field: str) -> Items:
    return lambda scope: getattr(scope.of_year(kind), field, ())


def _of_region(kind: type[File], field: str) -> Items:
    return lambda scope: getattr(scope.of_region(kind), field, ())


def _of_catalog(kind: type[File], field: str) -> Items:
    return lambda scope: chain(*(getattr(content, field) for content in scope.of_catalog(kind)))


def _all(*lists: Items) -> Items:
    return lambda scope: chain(*(items(scope) for items in lists))


_parties = _of_region(Parties, "parties")
_interventions = _all(
    _of_catalog(CatalogInterventions, "interventions"), _of_region(Interventions, "interventions")
)
_keys = _all(_of_catalog(Keys, "keys"), _of_region(Region, "keys"))


NAMINGS: Mapping[str, Naming] = {
    "municipality": Naming((Municipalities,), _no_items, municipalities),
    "place": Naming((Municipalities, Region), _no_items, _places),
    "owner": Naming((Municipalities, Region, Parties), _parties, _places),
    "party": Naming((Parties,), _parties),
    "intervention": Naming((CatalogInterventions, Interventions), _interventions),
    "source": Naming((Region,), _sources),
    "element": Naming((Region, Programmes), _elements),
    "support": Naming((Region,), _of_region(Region, "support")),
    "department": Naming((Region,), _of_region(Region, "departments")),
    "format": Naming((Programmes,), _formats),
    "question": Naming((Programmes,), _no_items, _questions),
    "key": Naming((Region, Keys), _keys, _plain_keys),
    "line": Naming((Budgets,), _in_budget("lines"), steps=2),
    "column": Naming((Budgets,), _in_budget("columns"), steps=2),
    "coalition": Naming((Coalitions,), _of_region(Coalitions, "coalitions")),
    "agreement": Naming((Agreements,), _of_region(Agreements, "agreements")),
    "component": Naming((Plan,), _of_year(Plan, "components")),
    "activity": Naming((Plan,), _of_year(Plan, "activities")),
    "funding": Naming((Budgets,), _of_year(Budgets, "funding")),
    "target": Naming((Results,), _of_year(Results, "targets")),
    "indicator": Naming((Indicators,), _of_catalog(Indicators, "indicators")),
    "programme": Naming((Programmes,), _of_catalog(Programmes, "programmes")),
    "norm": Naming((Norms,), _of_catalog(Norms, "norms")),
}
