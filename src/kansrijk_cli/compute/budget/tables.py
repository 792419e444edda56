"""Budgets: every printed total against the sum of its lines, per column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kansrijk_cli.compute.coverage.matrix import all_interventions
from kansrijk_cli.core.place import Place, Route
from kansrijk_cli.model.budgets import Amount, Budget, BudgetLine, Budgets
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

SINGLE_COLUMN = "amount"


@dataclass(frozen=True, slots=True)
class Total:
    """A printed total in one column. Amounts in the unit of the budget.

    `stated` is `None` when it is printed as a word; `complete` says whether all parts are known
    and listed, so that a difference is a real one.
    """

    line: str
    column: str
    place: Place
    stated: Decimal | None
    computed: Decimal
    complete: bool

    @property
    def difference(self) -> Decimal | None:
        """Stated less computed."""
        return None if self.stated is None else self.stated - self.computed


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """A budget with what can be computed from it."""

    budget: Budget
    place: Place
    columns: tuple[str, ...]
    totals: tuple[Total, ...]
    fte: Decimal | None
    by_municipality: Mapping[str, Mapping[str, Decimal]]
    titles: Mapping[str, str]


def budget_tables(
    workspace: Workspace, region: RegionFolder, year: YearFolder
) -> Iterator[BudgetTable]:
    """The budgets of a year, in the order of the file."""
    entry = year.files.get(Budgets)
    if entry is None:
        return
    for place, budget in each(entry.place.at("budgets"), entry.content.budgets):
        yield budget_table(workspace, region, budget, place)


def budget_table(
    workspace: Workspace, region: RegionFolder, budget: Budget, place: Place
) -> BudgetTable:
    """Compute the totals, staff and amounts per municipality of one budget."""
    columns = tuple(column.id for column in budget.columns) or (SINGLE_COLUMN,)
    return BudgetTable(
        budget,
        place,
        columns,
        tuple(_totals(budget, place, columns)),
        _staff(budget),
        _by_municipality(workspace, region, budget, columns),
        {line.id: _title(workspace, region, line) for line in budget.lines},
    )


def amount_in(line: BudgetLine, column: str) -> Amount | None:
    """The cell of a line in a column, `None` when it is empty."""
    if column == SINGLE_COLUMN and line.amount is not None:
        return line.amount
    return line.amounts.get(column)


def value_in(line: BudgetLine, column: str) -> Decimal | None:
    """The number of a line in a column, `None` when it is empty or a word."""
    amount = amount_in(line, column)
    return amount.value if amount and isinstance(amount.value, Decimal) else None


def field_of(column: str) -> Route:
    """The route from a line to its cell in a column."""
    return ("amount",) if column == SINGLE_COLUMN else ("amounts", column)


def parts_of(budget: Budget, total: str) -> tuple[BudgetLine, ...]:
    """The lines that count in a total."""
    return tuple(line for line in budget.lines if line.under == total)


def _title(workspace: Workspace, region: RegionFolder, line: BudgetLine) -> str:
    """What a line is called: its title, else what it is about, else its id."""
    parties = region.files.content(Parties)
    party = [p.name for p in (parties.parties if parties else ()) if p.id == line.party]
    known = all_interventions(workspace, region)
    intervention = known.get(line.intervention or "")
    names = (line.title, intervention.name if intervention else None, line.place, *party)
    return next((name for name in names if name), line.id)


def _totals(budget: Budget, place: Place, columns: tuple[str, ...]) -> Iterator[Total]:
    for here, line in each(place.at("lines"), budget.lines):
        parts = parts_of(budget, line.id)
        if not line.total or not parts:
            continue
        for column in columns:
            amount = amount_in(line, column)
            known = [value for part in parts if (value := value_in(part, column)) is not None]
            if amount is None and not known:
                continue
            yield Total(
                line.id,
                column,
                here.at(*field_of(column)) if amount else here,
                value_in(line, column),
                sum(known, Decimal(0)),
                complete=not line.partial and all(_is_known(p, column, budget) for p in parts),
            )


def _is_known(part: BudgetLine, column: str, budget: Budget) -> bool:
    amount = amount_in(part, column)
    if amount is None:
        return budget.empty == "nvt"
    return isinstance(amount.value, Decimal) or amount.value == "nvt"


def _staff(budget: Budget) -> Decimal | None:
    staff = [line.fte for line in budget.lines if line.fte is not None and not line.total]
    return sum(staff, Decimal(0)) if staff else None


def _by_municipality(
    workspace: Workspace, region: RegionFolder, budget: Budget, columns: tuple[str, ...]
) -> dict[str, dict[str, Decimal]]:
    """Lines that stand for one municipality, added up per column in euros; a tariff is no cost."""
    found: dict[str, dict[str, Decimal]] = {}
    for line in budget.lines:
        if line.place is None or line.total or line.per:
            continue
        official = workspace.register.official(line.place, region.municipalities)
        if not workspace.register.find(line.place):
            continue
        for column in columns:
            value = value_in(line, column)
            if value is not None:
                row = found.setdefault(official, {})
                row[column] = row.get(column, Decimal(0)) + value * budget.multiplier
    return dict(sorted(found.items()))
