"""What somebody asks to divide: a target or a line of a budget, with what the data say of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kansrijk_cli.compute.budget.tables import SINGLE_COLUMN, value_in
from kansrijk_cli.compute.coverage.matrix import official_municipalities
from kansrijk_cli.compute.coverage.mergers import standing
from kansrijk_cli.compute.dates import year_end
from kansrijk_cli.compute.dividing.allocation import CENT, Request
from kansrijk_cli.compute.dividing.apportion import METHODS, Refusal
from kansrijk_cli.compute.targets.asked import due_date, in_places
from kansrijk_cli.compute.targets.requirements import Asked, Bounds, required
from kansrijk_cli.model.budgets import Budget, BudgetLine, Budgets
from kansrijk_cli.model.keys import Allocation, Method
from kansrijk_cli.model.results import Results, Target
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What overrules the data; `None` leaves it to them. `without` are official names."""

    key: str | None = None
    method: str | None = None
    on: date | None = None
    total: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    step: Decimal | None = None
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Where:
    """The plan in which something is divided."""

    workspace: Workspace
    region: RegionFolder
    year: YearFolder

    @property
    def municipalities(self) -> tuple[str, ...]:
        """Those of the region, as they are at the end of the year of the plan."""
        return official_municipalities(self.workspace, self.region, year_end(self.year.year))

    def official(self, name: str) -> str:
        """The official name of a municipality as the plan may write it."""
        return self.workspace.register.official(name, self.region.municipalities)


@dataclass(frozen=True, slots=True)
class Cell:
    """An amount of a budget: a line in a column."""

    budget: Budget
    line: BudgetLine
    column: str

    @property
    def euros(self) -> Decimal | None:
        """The amount, `None` when it is empty or a word."""
        value = value_in(self.line, self.column)
        return None if value is None else value * self.budget.multiplier


def find_target(where: Where, name: str) -> Target | None:
    """A target by its id."""
    content = where.year.files.content(Results)
    return next((t for t in content.targets if t.id == name), None) if content else None


def find_cells(where: Where, name: str) -> tuple[Cell, ...]:
    """The amounts that `budget/line` or `budget/line/column` may mean."""
    content = where.year.files.content(Budgets)
    wanted = name.split("/")
    return tuple(
        cell
        for budget in (content.budgets if content else ())
        for line in budget.lines
        for cell in (Cell(budget, line, c.id) for c in budget.columns)
        if wanted in ([budget.id, line.id, cell.column], [budget.id, line.id])
    ) or tuple(
        Cell(budget, line, SINGLE_COLUMN)
        for budget in (content.budgets if content else ())
        for line in budget.lines
        if not budget.columns and wanted == [budget.id, line.id]
    )


def names_to_divide(where: Where) -> tuple[str, ...]:
    """The names of everything that can be divided."""
    results, budgets = where.year.files.content(Results), where.year.files.content(Budgets)
    lines = (f"{b.id}/{line.id}" for b in (budgets.budgets if budgets else ()) for line in b.lines)
    return (*(t.id for t in (results.targets if results else ())), *lines)


def of_target(where: Where, target: Target, wishes: Wishes) -> Request | Refusal:
    """The request to divide the total of a target; its own bounds hold unless overruled."""
    due = due_date(where.year, target)
    municipalities = in_places(where.workspace, where.region, target, due)
    own = target.allocation or Allocation()
    absent = _absent(where, own, wishes)
    joining = tuple(m for m in municipalities if m not in absent)
    needed = required(Asked(where.workspace, target, joining, due.year))
    total = wishes.total if wishes.total is not None else needed.total
    if total is None and needed.region.minimum == needed.region.maximum:
        total = needed.region.minimum
    if total is None:
        return Refusal("no-total")
    request = Request(
        target.title,
        target.unit or "",
        total,
        "",
        date(where.year.year, 1, 1),
        municipalities,
        needed.municipalities,
        step=ONE if own.step is None else own.step,
    )
    return _wished(where, request, own, wishes)


def of_cell(where: Where, cell: Cell, wishes: Wishes) -> Request | Refusal:
    """The request to divide an amount; a line of a place is only for the municipalities there."""
    total = wishes.total if wishes.total is not None else cell.euros
    if total is None:
        return Refusal("no-amount")
    own = cell.line.allocation or Allocation()
    on = cell.budget.key_date or date(where.year.year, 1, 1)
    request = Request(
        cell.line.title or cell.line.id,
        None,
        total,
        cell.budget.key or "",
        on,
        municipalities_at(where, cell.line.place),
        step=CENT if own.step is None else own.step,
    )
    return _wished(where, request, own, wishes)


def municipalities_at(where: Where, place: str | None) -> tuple[str, ...]:
    """The municipalities of the region that lie in a place, or that it is; without one all."""
    members = where.municipalities
    if place is None or place == where.region.name:
        return members
    places = where.region.region.places if where.region.region else ()
    inside = next((p.municipalities for p in places if p.name == place), (place,))
    officials = {where.official(name) for name in inside}
    there = standing(where.workspace.register, officials, year_end(where.year.year))
    return tuple(m for m in members if m in there)


def _wished(where: Where, request: Request, own: Allocation, wishes: Wishes) -> Request | Refusal:
    """A request as the data have it, and then as somebody wishes."""
    key = wishes.key or own.key or request.key
    if not key:
        return Refusal("no-key")
    step = request.step if wishes.step is None else wishes.step
    if not step:
        return Refusal("no-step")
    return Request(
        request.title,
        request.unit,
        request.total,
        key,
        wishes.on or own.on or request.on,
        request.municipalities,
        {m: _bounds(request.bounds, m, own, wishes) for m in request.municipalities},
        _method(wishes.method or own.method),
        step,
        _absent(where, own, wishes),
        {where.official(name): deviation for name, deviation in own.deviations.items()},
        insists=wishes.on is not None,
    )


def _absent(where: Where, own: Allocation, wishes: Wishes) -> frozenset[str]:
    """Who does not take part."""
    return frozenset(wishes.without or map(where.official, own.without))


def _method(name: str | None) -> Method:
    return next((method for method in METHODS if method == name), METHODS[0])


def _bounds(known: Mapping[str, Bounds], name: str, own: Allocation, wishes: Wishes) -> Bounds:
    """Of a target and its division the narrowest bounds hold; wishes replace both."""
    bounds = known.get(name, Bounds())
    lows = [low for low in (bounds.minimum, own.minimum) if low is not None]
    highs = [high for high in (bounds.maximum, own.maximum) if high is not None]
    return Bounds(
        max(lows, default=None) if wishes.minimum is None else wishes.minimum,
        min(highs, default=None) if wishes.maximum is None else wishes.maximum,
    )
