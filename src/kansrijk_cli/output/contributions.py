"""What `budget --key` prints: who contributes what to a budget."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kansrijk_cli.compute.budget.tables import BudgetTable
from kansrijk_cli.compute.dividing.contributions import Contribution
from kansrijk_cli.output.dutch import number
from kansrijk_cli.output.explanations import refused
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table


def contributions_table(table: BudgetTable, found: Iterable[Contribution]) -> Table:
    """What each municipality contributes to the lines that count in no other line."""
    lines = list(found)
    shown = [c for c in lines if c.line.under is None and c.shares]
    names = sorted({name for c in shown for name in c.shares})
    heads = tuple(_contribution_head(table, c) for c in shown)
    rows: list[tuple[object, ...]] = [
        (name, *(_cents(c.shares[name]) if name in c.shares else None for c in shown))
        for name in names
    ]
    if rows:
        totals = (_cents(c.total) if c.total is not None else None for c in shown)
        rows.append((label("text", "together"), *totals))
    title = label("title", "contributions").format(title=table.budget.title)
    closing = [*_why_not(table, lines), label("text", "all-lines")]
    return Table(title, (label("head", "municipality"), *heads), rows, heads, " ".join(closing))


def contributions_rows(table: BudgetTable, found: Iterable[Contribution]) -> Table:
    """Every contribution on a row of its own, for a spreadsheet."""
    words = ("line", "column", "municipality", "amount")
    rows = [
        (table.titles[c.line.id], _column_title(table, c.column), name, share)
        for c in found
        for name, share in c.shares.items()
    ]
    return Table(table.budget.title, tuple(label("head", word) for word in words), rows)


def _why_not(table: BudgetTable, found: list[Contribution]) -> Iterator[str]:
    """The amounts that could not be divided, each reason once with the first line it is about."""
    told: dict[str, str] = {}
    for contribution in found:
        if contribution.refusals:
            told.setdefault(
                refused(contribution.refusals, None), table.titles[contribution.line.id]
            )
    for why, title in told.items():
        yield label("text", "not-divided").format(title=title, why=why)


def _contribution_head(table: BudgetTable, contribution: Contribution) -> str:
    title = table.titles[contribution.line.id]
    column = _column_title(table, contribution.column)
    return f"{title} ({column})" if len(table.columns) > 1 else title


def _column_title(table: BudgetTable, name: str) -> str:
    column = next((c for c in table.budget.columns if c.id == name), None)
    if column is None:
        return ""
    return column.title or f"{label('column', column.kind)} {show(column.period)}"


def _cents(value: Decimal) -> str:
    """An amount with its cents, also when there are none, so that a column lines up."""
    return f"€ {number(value, 2)}"
