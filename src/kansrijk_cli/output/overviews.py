"""The tables that `coverage`, `targets` and `budget` print."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kansrijk_cli.compute.budget import BudgetTable, amount_in
from kansrijk_cli.compute.coverage import STATUSES, Coverage
from kansrijk_cli.compute.targets import TargetState
from kansrijk_cli.output.dutch import euro
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.reports.sections.budgets import money
from kansrijk_cli.reports.values import Word


def coverage_table(table: Coverage, by: str, region: str) -> Table:
    """How many of each status, per intervention or per municipality."""
    statuses = tuple(label("status", status) for status in STATUSES)
    if by == "municipality":
        counts, names = table.by_municipality, {m: m for m in table.municipalities}
    else:
        counts, names = table.by_intervention, {i.id: i.name for i in table.interventions}
    of = label("head", "of")
    rows = [
        (names[key], *(counts[key][status] for status in STATUSES), counts[key]["of"])
        for key in names
    ]
    coalitions = sum(status == "active" for status in table.coalitions.values())
    closing = label("text", "coalitions").format(active=coalitions, of=len(table.coalitions))
    on = f" ({show(table.on)})" if table.on else ""
    title = f"{label('title', 'coverage')} {region}{on}"
    return Table(title, (label("head", by), *statuses, of), rows, (*statuses, of), closing)


def targets_table(states: Iterable[TargetState], region: str, year: int) -> Table:
    """What each target requires, what is achieved, and its status."""
    heads = tuple(label("head", h) for h in ("target", "required", "achieved", "missing", "status"))
    rows = [
        (
            state.target.title,
            _required(state),
            _total(state),
            state.missing,
            Word("target-status", state.status),
        )
        for state in states
    ]
    title = f"{label('title', 'targets')} {region} {year}"
    return Table(title, heads, rows, (heads[2],))


def _total(state: TargetState) -> object:
    if state.achieved is None:
        return None
    return Word("figure", "suppressed") if state.achieved.total_hidden else state.achieved.total


def _required(state: TargetState) -> str:
    needed, unit = state.required, state.target.unit or ""
    low, high = needed.region.minimum, needed.region.maximum
    if needed.programmes:
        each = next(iter(needed.programmes.values())).minimum
        return label("text", "per-programme").format(low=show(each), count=len(needed.programmes))
    if needed.total is not None:
        bounds = f" ({show(low)} - {show(high)})" if low is not None and high is not None else ""
        return f"{show(needed.total)} {unit}".strip() + bounds
    if low is not None and low == high:
        return f"{show(low)} {unit}".strip()
    if low is not None and high is not None:
        return f"{show(low)} - {show(high)} {unit}".strip()
    if low is not None:
        return f"{label('bound', 'at-least')} {show(low)} {unit}".strip()
    return f"{label('bound', 'at-most')} {show(high)} {unit}".strip() if high is not None else ""


def budget_table(table: BudgetTable) -> Table:
    """The lines of a budget, and each printed total that differs."""
    columns = [
        column.title or f"{label('column', column.kind)} {show(column.period)}"
        for column in table.budget.columns
    ] or [label("head", "amount")]
    heads = (label("head", "line"), label("head", "fte"), *columns)
    scale = table.budget.multiplier
    rows = []
    for line in table.budget.lines:
        amounts = (money(amount_in(line, column), scale, line) for column in table.columns)
        rows.append((table.titles[line.id], line.fte, *amounts))
    closing = " ".join(_about_totals(table))
    staff = f" {show(table.fte)} fte." if table.fte else ""
    return Table(table.budget.title, heads, rows, heads[1:], (closing + staff).strip() or None)


def _about_totals(table: BudgetTable) -> Iterator[str]:
    """Whether the printed totals are right, and each that is not with its difference."""
    checked = [total for total in table.totals if total.complete and total.stated is not None]
    wrong = [total for total in checked if total.difference]
    if checked:
        yield label("text", "totals-differ" if wrong else "totals-right")
    for total in wrong:
        difference = abs(total.difference or Decimal(0)) * table.budget.multiplier
        told = label("text", "total-differs")
        yield told.format(title=table.titles[total.line], difference=euro(difference))
