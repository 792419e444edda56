"""The divisions that a plan itself asks for, of targets and of lines of budgets."""

from collections.abc import Iterator
from dataclasses import dataclass

from kansrijk_cli.compute.budget.tables import SINGLE_COLUMN
from kansrijk_cli.compute.dividing.allocation import Allocated, Request, allocate
from kansrijk_cli.compute.dividing.apportion import Refusal
from kansrijk_cli.compute.dividing.requests import Cell, Where, Wishes, of_cell, of_target
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Budget, BudgetLine, Budgets
from kansrijk_cli.model.keys import Allocation
from kansrijk_cli.model.results import Results, Target
from kansrijk_cli.workspace.entry import each

NOTHING = Wishes()


@dataclass(frozen=True, slots=True)
class Planned:
    """A division that stands in the data; `allocated` is `None` when nothing could be asked."""

    item: Target | BudgetLine
    allocation: Allocation
    place: Place
    allocated: Allocated | None
    refusals: tuple[Refusal, ...]


def planned_targets(where: Where) -> Iterator[Planned]:
    """The targets that say how they are divided."""
    entry = where.year.files.get(Results)
    for place, target in each(entry.place.at("targets"), entry.content.targets) if entry else ():
        if target.allocation:
            request = of_target(where, target, NOTHING)
            yield _planned(where, target, target.allocation, place.at("allocation").key(), request)


def planned_lines(where: Where) -> Iterator[Planned]:
    """The lines of budgets that say how they are divided, once for each of their amounts."""
    entry = where.year.files.get(Budgets)
    for above, budget in each(entry.place.at("budgets"), entry.content.budgets) if entry else ():
        for place, line in each(above.at("lines"), budget.lines):
            if line.allocation:
                for cell in _cells(budget, line):
                    request = of_cell(where, cell, NOTHING)
                    here = place.at("allocation").key()
                    yield _planned(where, line, line.allocation, here, request)


def _cells(budget: Budget, line: BudgetLine) -> Iterator[Cell]:
    """The amounts of a line that are numbers."""
    columns = [column.id for column in budget.columns] or [SINGLE_COLUMN]
    cells = (Cell(budget, line, column) for column in columns)
    return (cell for cell in cells if cell.euros is not None)


def _planned(
    where: Where,
    item: Target | BudgetLine,
    allocation: Allocation,
    place: Place,
    request: Request | Refusal,
) -> Planned:
    if isinstance(request, Refusal):
        return Planned(item, allocation, place, None, (request,))
    found = allocate(where.workspace, where.region, request)
    return Planned(item, allocation, place, found, found.refusals)
