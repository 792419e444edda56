"""The tables that `coverage`, `targets` and `budget` print."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from kansrijk_cli.compute.budget.tables import BudgetTable, Total, amount_in
from kansrijk_cli.compute.coverage.matrix import STATUSES, Coverage
from kansrijk_cli.compute.targets.states import TargetState
from kansrijk_cli.model.types import Status
from kansrijk_cli.output.budget_tables import rate_sentences
from kansrijk_cli.output.dutch import euro
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.reports.budget_figures import column_name, money
from kansrijk_cli.reports.standing_targets import asked_of, reached_in_all, unit_of
from kansrijk_cli.reports.values import Measured, Word

ALWAYS: frozenset[Status] = frozenset(("active", "unknown"))


def coverage_table(table: Coverage, by: str, region: str) -> Table:
    """How many of each status, per intervention or per municipality."""
    if by == "municipality":
        counts, names = table.by_municipality, {m: m for m in table.municipalities}
    else:
        counts, names = table.by_intervention, dict(table.names)
    used = [s for s in STATUSES if s in ALWAYS or any(row[s] for row in counts.values())]
    heads = tuple(label("status", status) for status in used)
    of = label("head", "of")
    rows = [(names[key], *(counts[key][s] for s in used), counts[key]["of"]) for key in names]
    title = coverage_title(by, region, table.on)
    return Table(title, (label("head", by), *heads, of), rows, (*heads, of), _about(table))


def coverage_title(view: str, region: str, on: date | None) -> str:
    """What is shown of which region on which day; every view has a title of its own."""
    return f"{label('coverage-title', view)} {region}" + (f" ({show(on)})" if on else "")


def _about(table: Coverage) -> str:
    """What else there is to say: no interventions, and how it stands with the coalitions."""
    found = [] if table.interventions else [label("text", "no-interventions")]
    statuses = list(table.coalitions.values())
    active, unknown = statuses.count("active"), statuses.count("unknown")
    if statuses and unknown == len(statuses):
        return " ".join([*found, label("text", "coalitions-all-unknown")])
    found.append(label("text", "coalitions").format(active=active, of=len(statuses)))
    if unknown:
        found.append(label("text", "coalitions-unknown").format(unknown=unknown))
    return " ".join(found)


def targets_table(states: Iterable[TargetState], region: str, year: int) -> Table:
    """What each target requires, what is achieved, and its status."""
    heads = tuple(label("head", h) for h in ("target", "required", "achieved", "missing", "status"))
    known = list(states)
    rows = [
        (
            state.target.title,
            _required(state),
            reached_in_all(state),
            state.missing,
            Word("target-status", state.status),
        )
        for state in known
    ]
    title = f"{label('title', 'targets')} {region} {year}"
    return Table(title, heads, rows, (heads[2],), " ".join(_remarks(known)) or None)


def _remarks(states: Iterable[TargetState]) -> Iterator[str]:
    """What there is to say of the numbers that are achieved."""
    known = [state.achieved for state in states if state.achieved]
    if any(achieved.total_hidden or achieved.hidden for achieved in known):
        yield label("text", "too-small")
    if any(achieved.silent and not achieved.total_hidden for achieved in known):
        yield label("text", "not-all-known")


def _required(state: TargetState) -> str:
    per = state.target.per
    asked = _numbers(state)
    return f"{asked} {label('per', per)}" if asked and isinstance(per, str) else asked


def _numbers(state: TargetState) -> str:
    needed, unit = state.required, unit_of(state.target)
    low, high = needed.region.minimum, needed.region.maximum
    if needed.programmes:
        each = next(iter(needed.programmes.values())).minimum
        return label("text", "per-programme").format(low=show(each), count=len(needed.programmes))
    if needed.total is not None:
        bounds = f" ({show(low)} - {show(high)})" if low is not None and high is not None else ""
        return show(Measured(needed.total, unit)) + bounds
    return show(asked_of(needed.region, unit))


def budget_table(table: BudgetTable) -> Table:
    """The lines of a budget, and each printed total that differs."""
    columns = [show(column_name(table, name)) or label("head", "amount") for name in table.columns]
    heads = (label("head", "line"), label("head", "fte"), *columns)
    scale = table.budget.multiplier
    rows = []
    for line in table.budget.lines:
        cells = (amount_in(line, column) for column in table.columns)
        amounts = (money(cell, scale, line, short=True) for cell in cells)
        rows.append((table.titles[line.id], line.fte, *amounts))
    closing = " ".join(_about_totals(table))
    staff = f" {show(table.fte)} fte." if table.fte else ""
    told = " ".join([closing + staff, *rate_sentences(table)]).strip()
    return Table(table.budget.title, heads, rows, heads[1:], told or None)


def _about_totals(table: BudgetTable) -> Iterator[str]:
    """Whether the printed totals are right, and each that is not or may be not."""
    printed = [total for total in table.totals if total.stated is not None]
    unsure = [total for total in printed if not total.complete]
    wrong = [total for total in printed if total.complete and total.difference]
    if wrong:
        yield label("text", "totals-differ")
    elif len(unsure) < len(printed):
        yield label("text", "other-totals-right" if unsure else "totals-right")
    for total in wrong:
        yield _told(table, total, "total-differs", table.titles[total.line])
    partial = {line.id for line in table.budget.lines if line.partial}
    for total in unsure:
        column = show(column_name(table, total.column)) if len(table.columns) > 1 else ""
        title = table.titles[total.line] + (f" ({column})" if column else "")
        # Less than what is known already is not for want of the rest.
        is_above = (total.difference or Decimal(0)) >= 0
        word = "partial" if total.line in partial else "may-be-right" if is_above else "below"
        yield _told(table, total, f"total-{word}", title)


def _told(table: BudgetTable, total: Total, word: str, title: str) -> str:
    difference = abs(total.difference or Decimal(0)) * table.budget.multiplier
    return label("text", word).format(title=title, difference=euro(difference))
