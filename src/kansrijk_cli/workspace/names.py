"""Which names exist where, and every way to write them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, get_args

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.agreements import Agreements
from kansrijk_cli.model.base import File
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.catalog import (
    CatalogInterventions,
    Indicators,
    Keys,
    Municipalities,
    Norms,
    Programmes,
)
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.keys import PlainKey
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import F, RegionFolder, Workspace, YearFolder

COUNTRY = "Nederland"


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """The id."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a reference stands, and so which names it may use."""

    workspace: Workspace
    region: RegionFolder | None
    year: YearFolder | None
    entry: Entry[File]
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


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of one kind: in which files they live, and how to list them in a scope.

    `names` gives every way to write a name with the id it stands for; only ids may be written in
    the data, the others serve to understand what was meant. They are the same in a whole file, or
    in each item of a list when they depend on the first `steps` of a route.
    """

    lives_in: tuple[type[File], ...]
    names: Callable[[Scope], Mapping[str, str]]
    steps: int = 0


def files_naming(*kinds: str) -> frozenset[type[File]]:
    """The kinds of files that a check of these names needs."""
    return frozenset(file for kind in kinds for file in NAMINGS[kind].lives_in)


def _ids(items: Iterable[Named]) -> dict[str, str]:
    """Ids, and titles, names and aliases as other ways to write them."""
    names: dict[str, str] = {}
    for item in items:
        others = (getattr(item, "title", None), getattr(item, "name", None))
        for name in (*others, *getattr(item, "aliases", ())):
            if name:
                names.setdefault(name, item.id)
        names[item.id] = item.id
    return names


def municipalities(scope: Scope) -> Mapping[str, str]:
    """Every writing of a municipality in the register."""
    return scope.workspace.register.writings


def _places(scope: Scope) -> dict[str, str]:
    region = scope.of_region(Region)
    own = [region.name, *(place.name for place in region.places)] if region else []
    wide = [COUNTRY, *scope.workspace.register.provinces]
    return {**municipalities(scope), **{name: name for name in (*own, *wide)}}


def _parties(scope: Scope) -> dict[str, str]:
    parties = scope.of_region(Parties)
    return _ids(parties.parties) if parties else {}


def _owners(scope: Scope) -> dict[str, str]:
    return _places(scope) | _parties(scope)


def _interventions(scope: Scope) -> dict[str, str]:
    names: dict[str, str] = {}
    for content in scope.of_catalog(CatalogInterventions):
        names |= _ids(content.interventions)
    own = scope.of_region(Interventions)
    return names | (_ids(own.interventions) if own else {})


def _sources(scope: Scope) -> dict[str, str]:
    region = scope.of_region(Region)
    return _ids(region.sources if region else getattr(scope.entry.content, "sources", ()))


def _elements(scope: Scope) -> dict[str, str]:
    region = scope.of_region(Region)
    names = _ids(region.elements) if region else {}
    for content in scope.of_catalog(Programmes):
        for programme in content.programmes:
            names |= _ids(programme.elements)
    return names


def _keys(scope: Scope) -> dict[str, str]:
    region = scope.of_region(Region)
    names = {name: name for name in get_args(PlainKey)}
    for content in scope.of_catalog(Keys):
        names |= _ids(content.keys)
    return names | (_ids(region.keys) if region else {})


def _formats(scope: Scope) -> dict[str, str]:
    contents = scope.of_catalog(Programmes)
    return _ids(f for content in contents for p in content.programmes for f in p.formats)


def _questions(scope: Scope) -> dict[str, str]:
    """Every question of a format at every one of its parts: `part/question`."""
    formats = (
        f for content in scope.of_catalog(Programmes) for p in content.programmes for f in p.formats
    )
    names = (f"{part.id}/{q.id}" for f in formats for part in f.components for q in f.questions)
    return {name: name for name in names}


def _in_budget(field: str) -> Callable[[Scope], Mapping[str, str]]:
    """Lines and columns are named within their own budget."""

    def names(scope: Scope) -> Mapping[str, str]:
        budgets = scope.of_year(Budgets)
        index = scope.place.route[1]
        if budgets is None or not isinstance(index, int):
            return {}
        return _ids(getattr(budgets.budgets[index], field))

    return names


def _year_list(kind: type[File], field: str) -> Naming:
    def names(scope: Scope) -> Mapping[str, str]:
        content = scope.of_year(kind)
        return _ids(getattr(content, field)) if content else {}

    return Naming((kind,), names)


def _catalog_list(kind: type[File], field: str) -> Naming:
    def names(scope: Scope) -> Mapping[str, str]:
        return _ids(item for content in scope.of_catalog(kind) for item in getattr(content, field))

    return Naming((kind,), names)


def _region_file(kind: type[File], field: str) -> Naming:
    def names(scope: Scope) -> Mapping[str, str]:
        content = scope.of_region(kind)
        return _ids(getattr(content, field)) if content else {}

    return Naming((kind,), names)


NAMINGS: Mapping[str, Naming] = {
    "municipality": Naming((Municipalities,), municipalities),
    "place": Naming((Municipalities, Region), _places),
    "owner": Naming((Municipalities, Region, Parties), _owners),
    "party": Naming((Parties,), _parties),
    "intervention": Naming((CatalogInterventions, Interventions), _interventions),
    "source": Naming((Region,), _sources),
    "element": Naming((Region, Programmes), _elements),
    "support": _region_file(Region, "support"),
    "department": _region_file(Region, "departments"),
    "format": Naming((Programmes,), _formats),
    "question": Naming((Programmes,), _questions),
    "key": Naming((Region, Keys), _keys),
    "line": Naming((Budgets,), _in_budget("lines"), steps=2),
    "column": Naming((Budgets,), _in_budget("columns"), steps=2),
    "coalition": _region_file(Coalitions, "coalitions"),
    "agreement": _region_file(Agreements, "agreements"),
    "component": _year_list(Plan, "components"),
    "activity": _year_list(Plan, "activities"),
    "funding": _year_list(Budgets, "funding"),
    "target": _year_list(Results, "targets"),
    "indicator": _catalog_list(Indicators, "indicators"),
    "programme": _catalog_list(Programmes, "programmes"),
    "norm": _catalog_list(Norms, "norms"),
}
