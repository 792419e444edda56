"""What the lines of a budget add up to, with what is conditional and what is still open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import combinations

from kansrijk_cli.compute.budget.sureness import Sureness, combined
from kansrijk_cli.compute.budget.tables import BudgetTable, amount_in, parts_of
from kansrijk_cli.model.budgets import Amount, Budget, BudgetLine, Column
from kansrijk_cli.model.types import Bound

KINDS = ("budget", "actual", "forecast")
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in euros. `conditional` is the part of it that only comes on a condition.

    `open` are the lines without a number, by id, with the word that stands there (`PM`, `ntb`) or
    `unknown`. `bounds` are the ways in which it is no exact amount: those of its lines, and a cost
    that is not known yet can only add to what is known. But a printed total above its lines has
    room for that, and may come out higher or lower.
    """

    value: Decimal = ZERO
    conditional: Decimal = ZERO
    open: Mapping[str, str] = field(default_factory=dict)
    bounds: frozenset[Bound] = frozenset()

    @property
    def sure(self) -> Sureness:
        """How sure the amount is."""
        return combined(self.bounds)

    @property
    def at_least(self) -> bool:
        """Whether it can only be more."""
        return self.sure == "at-least"

    @property
    def has_room(self) -> bool:
        """Whether what is open fits in the amount as it was printed."""
        return bool(self.open) and "at-least" not in self.bounds

    @property
    def certain(self) -> Decimal:
        """The amount without what is conditional."""
        return self.value - self.conditional


@dataclass(frozen=True, slots=True)
class Over:
    """A line added up over columns of one kind: of one year, or of all years (`year` is `None`)."""

    line: str
    kind: str
    year: int | None
    columns: tuple[str, ...]
    sum: Sum


def sum_of(budget: Budget, line: BudgetLine, column: str) -> Sum:
    """What a line comes to in a column; a printed total counts as printed, else as its lines."""
    return _scaled(_sum(budget, line, column, frozenset()), budget.multiplier)


def bound_of(line: BudgetLine, amount: Amount | None) -> Bound | None:
    """What is said with an amount: with it, or with its whole line."""
    return (amount.bound if amount else None) or line.bound


def together(budget: Budget, column: str) -> Sum:
    """All lines that count in no other line, added up; a tariff is no cost."""
    return added(sum_of(budget, line, column) for line in top_lines(budget))


def top_lines(budget: Budget) -> tuple[BudgetLine, ...]:
    """The lines that count in no other line, without tariffs."""
    return tuple(line for line in budget.lines if line.under is None and line.per is None)


def over_columns(table: BudgetTable, year: int) -> Iterator[Over]:
    """Each line over the columns of a kind: per year when a year has more, and over all years.

    Columns that overlap would count twice, and are not added up. A period within a year is of
    that year; `year` is that of the folder, for quarters without one.
    """
    budget = table.budget
    for kind in KINDS:
        columns = [column for column in budget.columns if column.kind == kind]
        if len(columns) < 2 or any(_overlap(a, b, year) for a, b in combinations(columns, 2)):
            continue
        groups: dict[int | None, list[Column]] = {}
        for column in columns:
            groups.setdefault(_year_of(column, year), []).append(column)
        wanted = {y: g for y, g in groups.items() if y is not None and 1 < len(g) < len(columns)}
        for name, group in (*wanted.items(), (None, columns)):
            ids = tuple(column.id for column in group)
            for line in budget.lines:
                if line.per is None and any(amount_in(line, id_) for id_ in ids):
                    total = added(sum_of(budget, line, id_) for id_ in ids)
                    yield Over(line.id, kind, name, ids, total)


def added(sums: Iterable[Sum]) -> Sum:
    """Several amounts as one; a line that is open in more of them is named once."""
    known = tuple(sums)
    return Sum(
        sum((s.value for s in known), ZERO),
        sum((s.conditional for s in known), ZERO),
        {line: word for s in known for line, word in s.open.items()},
        frozenset(bound for s in known for bound in s.bounds),
    )


def _sum(budget: Budget, line: BudgetLine, column: str, above: frozenset[str]) -> Sum:
    amount = amount_in(line, column)
    value = amount.value if amount else None
    condition = amount.condition if amount else None
    own = bound_of(line, amount)
    bounds: frozenset[Bound] = frozenset((own,) if own else ())
    parts = [p for p in parts_of(budget, line.id) if p.per is None] if line.total else []
    if parts and line.id not in above:
        found = added(_sum(budget, part, column, above | {line.id}) for part in parts)
        if isinstance(value, Decimal):
            conditional = value if condition else found.conditional
            return Sum(value, conditional, found.open, _printed(value, own, found))
        return found
    if isinstance(value, Decimal):
        return Sum(value, value if condition else ZERO, bounds=bounds)
    if value == "nvt" or (amount is None and budget.empty == "nvt"):
        return Sum()
    return Sum(open={line.id: value or "unknown"}, bounds=frozenset(("at-least",)))


def _printed(value: Decimal, own: Bound | None, lines: Sum) -> frozenset[Bound]:
    """How sure a printed total is: as is said with it, else as its lines are."""
    bounds: frozenset[Bound] = frozenset((own,)) if own else lines.bounds
    if "at-least" not in lines.bounds:
        return bounds
    if value > lines.value:
        return bounds if own else bounds - {"at-least"} | {"about"}
    return bounds | {"at-least"}


def _scaled(found: Sum, multiplier: int) -> Sum:
    value, conditional = found.value * multiplier, found.conditional * multiplier
    return replace(found, value=value, conditional=conditional)


def _overlap(one: Column, other: Column, year: int) -> bool:
    """Whether two columns may share a day; an open side may."""
    (start, end), (start_2, end_2) = (
        (column.period.start(year), column.period.end(year)) for column in (one, other)
    )
    apart = (end and start_2 and end < start_2) or (end_2 and start and end_2 < start)
    return not apart


def _year_of(column: Column, year: int) -> int | None:
    start, end = column.period.start(year), column.period.end(year)
    return start.year if start and end and start.year == end.year else None
