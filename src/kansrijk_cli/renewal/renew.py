"""The files of a new year, made from those of an older one by changes of their texts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File, Item
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.period import Period
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.results import Results
from kansrijk_cli.renewal import budgets, plan, results
from kansrijk_cli.renewal.asking import Asker, Say
from kansrijk_cli.renewal.closing import Closing, Why, closing
from kansrijk_cli.renewal.periods import is_relative
from kansrijk_cli.rewriting.changes import CannotChangeError, Change, LeaveOut, Remove, Replace
from kansrijk_cli.rewriting.rewrite import rewritten
from kansrijk_cli.rewriting.sheet import Sheet
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import YearFolder

LISTS = (
    *("texts", "components", "activities", "risks", "open_points"),
    *("funding", "budgets", "targets", "figures"),
)


@dataclass(frozen=True, slots=True)
class Closed:
    """Something that does not go on: its place in the old plan, what it is called, and why."""

    place: Place
    title: str
    why: Why


@dataclass(frozen=True, slots=True)
class Renewed:
    """The texts of the new files, how many things of each list go on, and what does not."""

    old: int
    new: int
    texts: Mapping[str, str]
    carried: Mapping[str, int]
    closed: tuple[Closed, ...]


class CannotRenewError(Exception):
    """A file that is written in a way that cannot be changed without rewriting it."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


def renew(old: YearFolder, texts: Mapping[str, str], year: int, say: Say) -> Renewed:
    """The files of a year, from those of an older year. Raises CannotRenewError."""
    asker, gone = Asker(old.year, year, say), closing(old, year)
    new = {
        f"regions/{old.region}/{year}/{entry.place.file.rsplit('/', 1)[1]}": _renewed(
            entry, texts[entry.place.file], gone, asker
        )
        for entry in old.files.entries.values()
    }
    return Renewed(old.year, year, new, _carried(old, gone), tuple(_closed(old, gone)))


def _renewed(entry: Entry[File], text: str, gone: Closing, asker: Asker) -> str:
    sheet = Sheet(text)
    try:
        changes = [*_changes(entry, sheet, gone, asker)]
        return rewritten(text, [*changes, *_fixed(entry, changes)])
    except CannotChangeError as error:
        raise CannotRenewError(entry.place.file) from error


def _changes(entry: Entry[File], sheet: Sheet, gone: Closing, asker: Asker) -> Iterator[Change]:
    for place in gone.closed:
        if place.file == entry.place.file:
            yield Remove(place.route)
    if entry.content.source:
        yield asker.mark(("source",), "source")
    elif isinstance(entry.content, Plan):
        yield asker.mark((), "source")
    match entry.content:
        case Plan():
            yield from plan.changes(Entry(entry.place, entry.content), sheet, gone, asker)
        case Budgets():
            yield from budgets.changes(Entry(entry.place, entry.content), sheet, gone, asker)
        case Results():
            yield from results.changes(Entry(entry.place, entry.content), asker)


def _fixed(entry: Entry[File], others: Sequence[Change]) -> Iterator[Change]:
    """Years told from that of the old document, as the years they are, where these go on."""
    done = {c.route for c in others if isinstance(c, Replace | Remove | LeaveOut)}
    for visit in entry.visits:
        route = visit.place.route
        goes_on = not any(route[: length + 1] in done for length in range(len(route)))
        if goes_on and isinstance(visit.value, Period) and is_relative(visit.value):
            yield Replace(route, visit.value.text)


def _carried(old: YearFolder, gone: Closing) -> dict[str, int]:
    carried = {}
    for name, entry in _lists(old):
        closed = sum(p.file == entry.place.file and p.route[0] == name for p in gone.closed)
        carried[name] = len(getattr(entry.content, name)) - closed
    return carried


def _lists(old: YearFolder) -> Iterator[tuple[str, Entry[File]]]:
    for name in LISTS:
        for entry in old.files.entries.values():
            if name in type(entry.content).model_fields:
                yield name, entry


def _closed(old: YearFolder, gone: Closing) -> Iterator[Closed]:
    """Everything that is closed, in the order of the files."""
    for name, entry in _lists(old):
        items: tuple[Item, ...] = getattr(entry.content, name)
        for number, item in enumerate(items):
            place = entry.place.at(name, number)
            if place in gone.closed:
                yield Closed(place, _title(item), gone.closed[place])


def _title(item: Item) -> str:
    named = (getattr(item, field, None) for field in ("title", "indicator", "target"))
    return next((str(name) for name in named if name), "")
