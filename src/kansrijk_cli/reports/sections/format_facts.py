"""What the data say is there already of a part of a prescribed document: offer and coalitions."""

from collections.abc import Callable, Iterable, Iterator

from kansrijk_cli.compute.coverage.matrix import (
    Coverage,
    all_interventions,
    coverage,
    local_coalitions,
    status_on,
)
from kansrijk_cli.compute.prescribed import Part, of_programme
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.interventions import Deployment, Intervention, Interventions
from kansrijk_cli.model.inventory import Inventory
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.types import Status
from kansrijk_cli.reports.context import Context, Data, marked
from kansrijk_cli.reports.prescribed import UNKNOWN, Row, View, called, view_of
from kansrijk_cli.reports.values import Remarked, Word

# Only where a layout asks for it, or another section.
ORDER, FILE = None, Plan
THERE, COMING = ("active", "starting"), ("planned",)
GONE, NOT_KNOWN = ("none", "ended"), ("unknown",)


def build(context: Context, format: str, part: str) -> Data | None:
    """What is there of a part, by its id."""
    view = view_of(context, format)
    parts = [p for p in view.found.parts if p.part.id == part] if view else []
    return facts(view, parts[0]) if view and parts else None


def facts(view: View, part: Part) -> Data | None:
    """What is there, where, when that was seen and by which source."""
    rows = fact_rows(view, part)
    return {"part": called(part), "rows": rows} if rows else None


def fact_rows(view: View, part: Part) -> list[Row]:
    """First the coalitions, then the interventions, in the order of the data."""
    return [*_coalitions(view, part), *_offer(view, part)]


def _coalitions(view: View, part: Part) -> Iterator[Row]:
    """What counts for the norms of a part: regional and local coalitions."""
    context = view.context
    counted = {norm.counts for norm in view.found.norms[part.part.id]}
    content = context.file(Coalitions)
    if content is None:
        return
    for coalition in view.coalitions():
        if coalition.level == "regional" and "regional-coalitions" in counted:
            state = status_on(coalition.status, coalition.period, context.on, context.on.year)
            yield (
                coalition.name,
                Remarked(Word("status", state), Word("coalition-level", "regional")),
                *(None,) * 4,
                _day(content.inventory),
                view.sources(coalition.source or content.source),
            )
    if "local-coalitions" in counted:
        statuses = local_coalitions(context.workspace, context.folder, context.on)
        own = (c.source for c in view.coalitions() if c.level == "local")
        yield (
            Word("answer", "local-coalition"),
            None,
            *_where(statuses),
            _day(content.inventory),
            view.sources(content.source, *own),
        )


def _offer(view: View, part: Part) -> Iterator[Row]:
    context = view.context
    content = context.file(Interventions)
    if content is None:
        return
    table = coverage(context.workspace, context.folder, context.on)
    wide = content.deployments.get(context.region.name, {})
    known = {i.id: i for i in (*table.interventions, *_known(view, wide))}
    for intervention in known.values():
        if _belongs(view, part, intervention):
            yield _offered(view, content, table, intervention, wide.get(intervention.id))


def _known(view: View, ids: Iterable[str]) -> Iterator[Intervention]:
    every = all_interventions(view.context.workspace, view.context.folder)
    return (every[id_] for id_ in ids if id_ in every)


def _belongs(view: View, part: Part, intervention: Intervention) -> bool:
    return intervention.id in part.part.interventions or of_programme(
        view.found, intervention, part.part.id
    )


def _offered(
    view: View,
    content: Interventions,
    table: Coverage,
    intervention: Intervention,
    wide: Deployment | None,
) -> Row:
    on = view.context.on
    cells = [c for c in table.cells.values() if c.intervention == intervention.id]
    state = None
    if wide:
        word = Word("status", status_on(wide.status, wide.period, on, on.year))
        where = Word("answer", "everywhere" if wide.everywhere else "somewhere")
        state = Remarked(marked(wide, word, "status"), where)
    guessed = {c.municipality for c in cells if c.deployment and "status" in c.deployment.assumed}
    statuses: dict[str, Status] = dict.fromkeys(table.municipalities, "unknown")
    statuses |= {cell.municipality: cell.status for cell in cells}
    return (
        intervention.name,
        state,
        *_where(
            statuses,
            lambda name: Remarked(name, Word("answer", "assumed")) if name in guessed else name,
        ),
        _day(content.inventory),
        view.sources(
            *(c.source for c in cells if c.deployment),
            (wide.source or content.source) if wide else None,
        ),
    )


def _where(
    statuses: dict[str, Status], shown: Callable[[str], object] = lambda name: name
) -> Iterator[object]:
    """The municipalities where it is, is coming, is not and where that is not known."""
    for wanted in (THERE, COMING, GONE, NOT_KNOWN):
        named = tuple(shown(name) for name, status in statuses.items() if status in wanted)
        everywhere = len(named) == len(statuses) > 1 and all(isinstance(n, str) for n in named)
        yield Word("all", "municipalities") if everywhere else named


def _day(inventory: Inventory | None) -> object:
    if inventory is None or inventory.on is None:
        return UNKNOWN
    return marked(inventory, inventory.on, "on")
