"""The coverage matrix: municipalities by interventions, and what only one place has."""

from collections.abc import Iterator, Mapping

from kansrijk_cli.compute.coverage.matrix import STATUSES, Cell, Coverage, coverage
from kansrijk_cli.model.interventions import Intervention, Interventions
from kansrijk_cli.reports.context import Context, Data, Note, marked
from kansrijk_cli.reports.region_maps import active_count, is_at_least
from kansrijk_cli.reports.values import Word

ORDER, FILE = 70, Interventions


def build(context: Context) -> Data | None:
    """The matrix on the document's date. Own interventions of one place stand in a list."""
    content = context.file(Interventions)
    table = coverage(context.workspace, context.folder, context.on)
    is_empty = len(table.elsewhere) == len(table.interventions)
    if content is None or is_empty or not context.once("matrix"):
        return None
    own = {intervention.id for intervention in content.interventions}
    # What is only filled in for the region as a whole stands with the other places.
    wide = [i for i in table.interventions if i.id not in {*own, *table.elsewhere}]
    return {
        "columns": [table.names[intervention.id] for intervention in wide],
        "own": any(intervention.id in own for intervention in table.interventions),
        "rows": [_row(table, municipality, wide) for municipality in table.municipalities],
        "counts": [_count(table.by_intervention[i.id]) for i in wide],
        "used": [status for status in STATUSES if status in _used(table, wide)],
        "with_coalition": _count(_of_coalitions(table)),
        "at_least": is_at_least(_counts(table)),
        "of": len(table.municipalities),
        "local": _local(table, own),
        "inventory": content.inventory if context.once("inventory") else None,
        "notes": _notes(context, table),
    }


def _used(table: Coverage, wide: list[Intervention]) -> set[str]:
    cells = {table.cells[m, i.id].status for m in table.municipalities for i in wide}
    # A count says "unknown" too, also of what only this region names.
    hidden = any(active_count(found) is None for found in _counts(table))
    return {*cells, *table.coalitions.values(), *(("unknown",) if hidden else ())}


def _row(table: Coverage, municipality: str, wide: list[Intervention]) -> tuple[object, ...]:
    cells = (table.cells[municipality, intervention.id] for intervention in wide)
    return (
        municipality,
        Word("matrix", table.coalitions[municipality]),
        _count(table.by_municipality[municipality]),
        *(_cell(cell) for cell in cells),
    )


def _count(counts: Mapping[str, int]) -> object:
    active = active_count(counts)
    return Word("matrix", "unknown") if active is None else active


def _counts(table: Coverage) -> Iterator[Mapping[str, int]]:
    """The counts beside and below the cells."""
    yield from table.by_municipality.values()
    yield from table.by_intervention.values()
    yield _of_coalitions(table)


def _of_coalitions(table: Coverage) -> Mapping[str, int]:
    found = list(table.coalitions.values())
    return {"active": found.count("active"), "unknown": found.count("unknown"), "of": len(found)}


def _cell(cell: Cell) -> object:
    word = Word("matrix", cell.status)
    return marked(cell.deployment, word, "status") if cell.deployment else word


def _local(table: Coverage, own: set[str]) -> list[tuple[object, ...]]:
    names = table.names
    return [
        (cell.municipality, names[cell.intervention], Word("status", cell.status))
        for cell in table.cells.values()
        if cell.intervention in own and cell.status != "unknown"
    ]


def _notes(context: Context, table: Coverage) -> list[Note]:
    """What more is known of a cell: its local name, owners, period and remark."""
    names = table.names
    return [
        Note(f"{names[cell.intervention]}, {cell.municipality}", said)
        for cell in table.cells.values()
        if (said := _said(context, cell))
    ]


def _said(context: Context, cell: Cell) -> tuple[object, ...]:
    deployment = cell.deployment
    if deployment is None:
        return ()
    parts = (
        deployment.name,
        *context.owners(deployment.owners),
        deployment.period,
        deployment.note,
    )
    return tuple(part for part in parts if part)
