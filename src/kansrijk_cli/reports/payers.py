"""Who pays a line of a budget: the sources of money, and the regions that share a project."""

from collections.abc import Callable

from kansrijk_cli.compute.budget.tables import BudgetTable
from kansrijk_cli.model.budgets import BudgetLine, Funded
from kansrijk_cli.reports.budget_figures import Row, column_name, money
from kansrijk_cli.reports.values import Lines, Phrase, Remarked, Word
from kansrijk_cli.workspace.workspace import Workspace

# The title of a source of money by its id.
Titled = Callable[[str | None], str | None]


def paid_by(titled: Titled, line: BudgetLine, table: BudgetTable) -> object:
    """The source of money, or each source with the part that it pays."""
    found: list[object] = [titled(line.funding)] if line.funding else []
    found += (_part(titled, part, table) for part in line.funded)
    return Lines(tuple(found)) if found else None


def source_rows(titled: Titled, table: BudgetTable) -> list[Row]:
    """Every line with who pays it, when there is more than one source to tell apart."""
    lines = table.budget.lines
    named = {line.funding for line in lines if line.funding}
    if len(named) < 2 and not any(line.funded for line in lines):
        return []
    found = ((table.titles[line.id], paid_by(titled, line, table)) for line in lines)
    return [row for row in found if row[1]]


def shared_rows(workspace: Workspace, table: BudgetTable) -> list[Row]:
    """Each project with the part of every region, under the name that the region has here."""
    scale, regions = table.budget.multiplier, workspace.regions
    found: list[Row] = []
    for line in table.budget.lines:
        shared = line.shared
        if shared is None:
            continue
        for column, amounts in shared.by_column(table.columns[0]).items():
            parts = tuple(
                Phrase((regions[name].name if name in regions else name, money(amount, scale)))
                for name, amount in amounts.regions.items()
            )
            title = table.titles[line.id]
            about = Remarked(title, column_name(table, column)) if shared.columns else title
            total = money(amounts.total, scale)
            found.append((shared.project, about, total, Lines(parts)))
    return found


def _part(titled: Titled, part: Funded, table: BudgetTable) -> object:
    source = titled(part.funding)
    column = column_name(table, part.column) if part.column else None
    about = Remarked(source, column) if column else source
    return Phrase((about, money(part.amount, table.budget.multiplier) or Word("money", "ntb")))
