"""Budgets, line by line, with printed totals, and where the money comes from."""

from collections.abc import Iterator

from kansrijk_cli.compute.budget.tables import BudgetTable, amount_in, budget_tables
from kansrijk_cli.model.budgets import BudgetLine, Budgets, Funded, Funding, Shared
from kansrijk_cli.reports.budget_figures import (
    column_name,
    compared_parts,
    differing,
    money,
    open_rows,
    over_rows,
    rate_rows,
)
from kansrijk_cli.reports.context import Context, Data, Note, marked, notes
from kansrijk_cli.reports.keys import key_name
from kansrijk_cli.reports.values import Lines, Phrase, Remarked, Strong, Word

ORDER, FILE = 100, Budgets


def build(context: Context) -> Data | None:
    """All budgets of the year and all funding."""
    budgets = context.take(Budgets, lambda file: file.budgets)
    funding = context.take(Budgets, lambda file: file.funding)
    computed = budget_tables(context.workspace, context.folder, context.year)
    tables = [_table(context, table) for table in computed if table.budget in budgets]
    if not tables and not funding:
        return None
    return {
        "tables": tables,
        "funding": [_funding_row(context, source) for source in funding],
        "notes": [
            *notes(funding, lambda source: source.title),
            *(
                Note(source.title, source.amount.note)
                for source in funding
                if source.amount and source.amount.note
            ),
        ],
    }


def _table(context: Context, table: BudgetTable) -> Data:
    lines = table.budget.lines
    columns = {column.id: column for column in table.budget.columns}
    return {
        "budget": table.budget,
        "funding": tuple(context.funding(source) for source in table.budget.funding),
        "columns": [columns.get(name) for name in table.columns],
        "rows": [_row(context, line, table) for line in lines],
        "fte": table.fte,
        "differing": differing(table),
        "open": open_rows(table),
        "compared": compared_parts(table, context.year.year),
        "over": over_rows(table, context.year.year),
        "rates": rate_rows(table),
        "shared": [_shared_row(context, line, line.shared, table) for line in lines if line.shared],
        "key": key_name(context, table.budget.key) if table.budget.key else None,
        "notes": [
            *notes([table.budget], lambda budget: budget.title),
            *notes(table.budget.columns, lambda column: column.title or column.id),
            *notes(lines, lambda line: table.titles[line.id]),
            *_amount_notes(table),
        ],
    }


def _amount_notes(table: BudgetTable) -> Iterator[Note]:
    for line in table.budget.lines:
        shared = line.shared
        amounts = (
            *(line.amount, *line.amounts.values()),
            *(part.amount for part in line.funded),
            *((shared.total, *shared.regions.values()) if shared else ()),
        )
        for amount in amounts:
            if amount and amount.note:
                yield Note(table.titles[line.id], amount.note)


def _row(context: Context, line: BudgetLine, table: BudgetTable) -> tuple[object, ...]:
    title = table.titles[line.id]
    amounts = (amount_in(line, column) for column in table.columns)
    about = (
        context.intervention(line.intervention),
        context.component(line.component),
        line.place,
        context.owner(line.party) if line.party else None,
        context.term(line.support),
        context.term(line.department),
    )
    row = (
        marked(line, title, "title"),
        line.text,
        tuple(name for name in about if name and name != title),
        line.code,
        marked(line, line.fte, "fte"),
        line.hours,
        line.scale,
        _paid_by(context, line, table),
        line.per,
        *(
            marked(line, money(amount, table.budget.multiplier, line), "amount", "amounts")
            for amount in amounts
        ),
    )
    return tuple(Strong(cell) if cell else cell for cell in row) if line.total else row


def _paid_by(context: Context, line: BudgetLine, table: BudgetTable) -> object:
    """The source of money, or each source with the part that it pays."""
    found: list[object] = [context.funding(line.funding)] if line.funding else []
    found += (_part(context, part, table) for part in line.funded)
    return Lines(tuple(found)) if found else None


def _part(context: Context, part: Funded, table: BudgetTable) -> object:
    source = context.funding(part.funding)
    column = column_name(table, part.column) if part.column else None
    about = Remarked(source, column) if column else source
    return Phrase((about, money(part.amount, table.budget.multiplier) or Word("money", "ntb")))


def _shared_row(
    context: Context, line: BudgetLine, shared: Shared, table: BudgetTable
) -> tuple[object, ...]:
    """A project with the part of every region, under the name that the region has here."""
    scale, regions = table.budget.multiplier, context.workspace.regions
    parts = (
        Phrase((regions[name].name if name in regions else name, money(amount, scale)))
        for name, amount in shared.regions.items()
    )
    return (shared.project, table.titles[line.id], money(shared.total, scale), Lines(tuple(parts)))


def _funding_row(context: Context, source: Funding) -> tuple[object, ...]:
    return (
        marked(source, source.title, "title"),
        context.owners(source.parties),
        source.places,
        source.structural,
        source.period,
        marked(source, money(source.amount, 1), "amount"),
        source.text,
    )
