"""What the computer sees in a plan: who is missing, what does not add up, what is assumed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kansrijk_cli.compute.budget.tables import budget_tables
from kansrijk_cli.compute.coverage.agreements import untranslated
from kansrijk_cli.compute.coverage.matrix import Coverage, coverage
from kansrijk_cli.compute.coverage.neighbours import atlas
from kansrijk_cli.compute.coverage.recognition import lapsed
from kansrijk_cli.compute.coverage.spots import Spot, white_spots
from kansrijk_cli.compute.sources import step_into
from kansrijk_cli.compute.targets.states import TargetStatus, target_states
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File, Item, Shorthand
from kansrijk_cli.model.catalog import CatalogInterventions, Indicator, Indicators
from kansrijk_cli.model.interventions import Intervention, Interventions
from kansrijk_cli.model.programmes import Programme, Programmes
from kansrijk_cli.model.results import Figure
from kansrijk_cli.reports.context import Context
from kansrijk_cli.reports.values import Euro, Remarked, Word
from kansrijk_cli.workspace.entry import Entry

FROM_CATALOG = frozenset(("name", "short", "unit"))
NAMES = ("name", "title", "id")


@dataclass(frozen=True, slots=True)
class Findings:
    """The computed findings of a plan, the lists as rows of a table.

    `totals` is `None` when there is no printed total. An assumption is about something, names a
    field and says why.
    """

    coverage: Coverage
    white_spots: list[tuple[object, ...]]
    elsewhere: tuple[str, ...]
    untranslated: list[tuple[object, ...]]
    lapsed: list[tuple[object, ...]]
    without_coalition: tuple[str, ...]
    totals: list[tuple[object, ...]] | None
    targets: dict[TargetStatus, list[str]]
    assumptions: list[tuple[object, ...]]
    certainties: list[tuple[object, ...]]


def findings(context: Context) -> Findings:
    """Everything found in the plan of one year."""
    table = coverage(context.workspace, context.folder, context.on)
    targets: dict[TargetStatus, list[str]] = {}
    for state in target_states(context.workspace, context.folder, context.year, context.on):
        targets.setdefault(state.status, []).append(state.target.title)
    return Findings(
        coverage=table,
        white_spots=list(_white_spots(context, table)),
        elsewhere=tuple(table.names[id_] for id_ in table.elsewhere),
        untranslated=[
            (found.agreement.title, Word("gap", found.gap), found.municipalities)
            for found in untranslated(context.workspace, context.folder, table)
        ],
        lapsed=[
            (
                found.intervention.name,
                Word("lapsed-state", found.state),
                found.day or Word("figure", "unknown"),
            )
            for found in lapsed(table)
        ],
        without_coalition=tuple(m for m, s in table.coalitions.items() if s in ("none", "unknown")),
        totals=_totals(context),
        targets=targets,
        # What is said of each of several things of one name is told once.
        assumptions=list(dict.fromkeys(_assumptions(context))),
        certainties=list(_certainties(context)),
    )


def _white_spots(context: Context, table: Coverage) -> Iterator[tuple[object, ...]]:
    """Interventions that some municipalities have and others, as far as known, do not."""
    content = context.file(Interventions)
    own = {intervention.id for intervention in content.interventions} if content else set()
    spots = list(white_spots(table, atlas(context.workspace)))
    for intervention in table.interventions:
        active = table.by_intervention[intervention.id]["active"]
        if intervention.id not in own and 0 < active < len(table.municipalities):
            yield (
                intervention.name,
                active,
                _with(table, intervention.id, "starting", "planned"),
                _with(table, intervention.id, "none", "ended"),
                _with(table, intervention.id, "unknown"),
                _ask([spot for spot in spots if spot.intervention == intervention.id]),
            )


def _ask(spots: list[Spot]) -> tuple[object, ...]:
    """The municipalities of the region to ask; when several, those for which each is nearest."""
    found: dict[str, list[str]] = {}
    for spot in spots:
        if spot.near:
            found.setdefault(spot.near.municipality, []).append(spot.municipality)
    if len(found) == 1:
        return tuple(found)
    return tuple(Remarked(name, tuple(found[name])) for name in sorted(found))


def _with(table: Coverage, intervention: str, *statuses: str) -> tuple[str, ...]:
    return tuple(m for m in table.municipalities if table.cells[m, intervention].status in statuses)


def _totals(context: Context) -> list[tuple[object, ...]] | None:
    rows: list[tuple[object, ...]] = []
    for table in budget_tables(context.workspace, context.folder, context.year):
        lines = {line.id: line for line in table.budget.lines}
        columns = {column.id: column for column in table.budget.columns}
        for total in table.totals:
            scale = table.budget.multiplier
            stated, difference = total.stated, total.difference
            rows.append(
                (
                    lines[total.line].title or total.line,
                    table.budget.title,
                    columns[total.column].title or columns[total.column].period
                    if total.column in columns
                    else None,
                    None if stated is None else Euro(stated * scale),
                    Euro(total.computed * scale),
                    Euro(difference * scale) if difference and total.complete else None,
                    None if total.complete else Word("total", "incomplete"),
                )
            )
    return rows or None


def _assumptions(context: Context) -> Iterator[tuple[object, ...]]:
    """Every assumption in the files of this plan, and in what they use of the catalogue."""
    files = (*context.folder.files.entries.values(), *context.year.files.entries.values())
    named = {(v.refers_to, str(v.value)) for entry in files for v in entry.references}
    for entry in files:
        for visit in entry.visits:
            if isinstance(visit.value, Item):
                yield from _assumed(_about(context, entry, visit.place), visit.value)
    for kind, items in _catalog(context):
        for item in items:
            if (kind, item.id) in named:
                yield from _assumed(item.name, item, FROM_CATALOG)


def _certainties(context: Context) -> Iterator[tuple[object, ...]]:
    """How sure each item is that says so."""
    for entry in (*context.folder.files.entries.values(), *context.year.files.entries.values()):
        for visit in entry.visits:
            if isinstance(visit.value, Item) and visit.value.certainty:
                about = _about(context, entry, visit.place)
                yield about, Word("certainty", visit.value.certainty)


def _assumed(
    about: object, item: Item, fields: frozenset[str] | None = None
) -> Iterator[tuple[object, ...]]:
    for field, why in item.assumed.items():
        if fields is None or field in fields:
            yield about, _field_title(item, field), why


def _catalog(
    context: Context,
) -> Iterator[tuple[str, Sequence[Intervention | Programme | Indicator]]]:
    workspace = context.workspace
    for interventions in workspace.catalog_entries(CatalogInterventions):
        yield "intervention", interventions.content.interventions
    for programmes in workspace.catalog_entries(Programmes):
        yield "programme", programmes.content.programmes
    for indicators in workspace.catalog_entries(Indicators):
        yield "indicator", indicators.content.indicators


def _about(context: Context, entry: Entry[File], place: Place) -> object:
    """What an item is called: by the last name on the way to it, and the keys after that."""
    here: object = entry.content
    names: list[str] = []
    for step in place.route:
        keyed = isinstance(here, Mapping)
        here = step_into(here, step)
        own = _own_name(context, here)
        if own:
            names = [own]
        elif keyed:
            names.append(context.intervention(str(step)) or str(step))
    if names:
        return ", ".join(names)
    if place.route[-1:] == ("inventory",):
        return Word("inventory", place.file.rsplit("/", 1)[-1].removesuffix(".yaml"))
    return context.region.name


def _own_name(context: Context, item: object) -> str | None:
    if isinstance(item, Figure):
        name = context.indicator(item.indicator)[0] or context.target(item.target)
        return f"{name}, {item.place}"
    if not isinstance(item, Item) or isinstance(item, Shorthand):
        return None
    return next((str(getattr(item, name)) for name in NAMES if getattr(item, name, None)), None)


def _field_title(item: Item, field: str) -> str:
    info = type(item).model_fields.get(field)
    return (info.title if info else None) or field
