"""What a section may know: the region, the year, and which items it has not printed yet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from kansrijk_cli.compute.coverage.matrix import all_interventions
from kansrijk_cli.compute.dates import document_date, stated_date
from kansrijk_cli.model.agreements import Agreements
from kansrijk_cli.model.base import File, Item
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.catalog import Indicators
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.norms import Norms
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.programmes import Programmes
from kansrijk_cli.model.region import Region, Term
from kansrijk_cli.model.results import Results
from kansrijk_cli.reports.values import Assumed, Word
from kansrijk_cli.workspace.workspace import F, RegionFolder, Workspace, YearFolder

ItemT = TypeVar("ItemT", bound=Item)
Data = Mapping[str, object]


def everything(_item: object) -> bool:
    """Takes every item."""
    return True


@dataclass(frozen=True)
class Context:
    """A plan to be rendered. `printed` makes sure that every item is printed exactly once.

    `asked_day` is a day that somebody asked for, instead of the date of the document.
    """

    workspace: Workspace
    folder: RegionFolder
    year: YearFolder
    region: Region
    plan: Plan
    printed: set[int] = field(default_factory=set)
    # The remark about the region stands at the top of every document.
    shown: set[str] = field(default_factory=lambda: {Region.__name__})
    asked_day: date | None = None

    @property
    def on(self) -> date:
        """The day the document speaks of."""
        return self.asked_day or document_date(self.year)

    @property
    def is_dated(self) -> bool:
        """Whether the document names its own date, or somebody asked for one."""
        return (self.asked_day or stated_date(self.year)) is not None

    def file(self, kind: type[F]) -> F | None:
        """The year's or else the region's file of a kind."""
        return self.year.files.content(kind) or self.folder.files.content(kind)

    def take(
        self,
        kind: type[F],
        items: Callable[[F], Sequence[ItemT]],
        where: Callable[[ItemT], bool] = everything,
    ) -> list[ItemT]:
        """The items of a file that were not printed yet and now will be."""
        content = self.file(kind)
        taken = [
            item
            for item in (items(content) if content else ())
            if id(item) not in self.printed and where(item)
        ]
        self.printed.update(map(id, taken))
        return taken

    def note_of(self, kind: type[File]) -> str | None:
        """The remark about a whole file, once."""
        content = self.file(kind)
        return content.note if content and content.note and self.once(kind.__name__) else None

    def once(self, name: str) -> bool:
        """Whether something that is not a list of items is asked for the first time."""
        first = name not in self.shown
        self.shown.add(name)
        return first

    def owner(self, name: str) -> str:
        """The name of a party, or the name of a place as it is."""
        parties = self.folder.files.content(Parties)
        return next((p.name for p in parties.parties if p.id == name), name) if parties else name

    def owners(self, names: Sequence[str]) -> tuple[str, ...]:
        """The names of owners."""
        return tuple(self.owner(name) for name in names)

    def intervention(self, id_: str | None) -> str | None:
        """The name of an intervention."""
        found = all_interventions(self.workspace, self.folder).get(id_ or "")
        return found.name if found else id_

    def funding(self, id_: str | None) -> str | None:
        """The title of a source of money."""
        content = self.file(Budgets)
        return _title(content.funding if content else (), id_)

    def component(self, id_: str | None) -> str | None:
        """The title of a part of the plan."""
        return _title(self.plan.components, id_)

    def activity(self, id_: str | None) -> str | None:
        """The title of an activity."""
        return _title(self.plan.activities, id_)

    def agreement(self, id_: str | None) -> str | None:
        """The title of an agreement."""
        content = self.file(Agreements)
        return _title(content.agreements if content else (), id_)

    def target(self, id_: str | None) -> str | None:
        """The title of a target."""
        content = self.file(Results)
        return _title(content.targets if content else (), id_)

    def target_unit(self, id_: str | None) -> str | None:
        """What a target counts."""
        content = self.file(Results)
        return next((t.unit for t in content.targets if t.id == id_), None) if content else None

    def coalition(self, id_: str | None) -> str | None:
        """The name of a coalition."""
        content = self.folder.files.content(Coalitions)
        return next((c.name for c in content.coalitions if c.id == id_), id_) if content else id_

    def programmes(self) -> tuple[str, ...]:
        """The names of the programmes of the plan, with their abbreviations."""
        wanted = self.plan.document.programmes
        found = {
            p.id: p
            for e in self.workspace.catalog_entries(Programmes)
            for p in e.content.programmes
        }
        known = (found[id_] for id_ in wanted if id_ in found)
        return tuple(f"{p.name} ({p.short})" if p.short else p.name for p in known)

    def format(self, id_: str | None) -> str | None:
        """The title of a prescribed document."""
        entries = self.workspace.catalog_entries(Programmes)
        found = [f for e in entries for p in e.content.programmes for f in p.formats]
        return _title(found, id_)

    def programme(self, id_: str) -> str:
        """The name of a programme."""
        entries = self.workspace.catalog_entries(Programmes)
        return next((p.name for e in entries for p in e.content.programmes if p.id == id_), id_)

    def norm(self, id_: str | None) -> str | None:
        """The title of a national norm."""
        entries = self.workspace.catalog_entries(Norms)
        return _title([norm for entry in entries for norm in entry.content.norms], id_)

    def indicator(self, id_: str | None) -> tuple[str | None, str | None]:
        """The name and unit of an indicator."""
        for entry in self.workspace.catalog_entries(Indicators):
            for indicator in entry.content.indicators:
                if indicator.id == id_:
                    return indicator.name, indicator.unit
        return id_, None

    def term(self, id_: str | None) -> str | None:
        """The name of a chain element, support level or department."""
        own: list[Term] = [*self.region.elements, *self.region.support, *self.region.departments]
        for entry in self.workspace.catalog_entries(Programmes):
            own += (term for p in entry.content.programmes for term in p.elements)
        return next((term.name for term in own if term.id == id_), id_)


class _Titled(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...


def _title(items: Sequence[_Titled], id_: str | None) -> str | None:
    return next((item.title for item in items if item.id == id_), id_)


def marked(item: Item, value: object, *fields: str) -> object:
    """A value, marked when one of the fields it comes from is assumed."""
    return Assumed(value) if value and any(name in item.assumed for name in fields) else value


@dataclass(frozen=True, slots=True)
class Note:
    """A remark that belongs to something in a table or text above it."""

    about: str
    text: object


def notes(items: Sequence[ItemT], about: Callable[[ItemT], str]) -> list[Note]:
    """The remarks of items."""
    return [Note(about(item), item.note) for item in items if item.note]


def suppressed(met: bool | None) -> Word:
    """What stands for a hidden number: with whether it reaches the minimum, if that is known."""
    words = {None: "suppressed", True: "suppressed-met", False: "suppressed-short"}
    return Word("figure", words[met])
