"""Budgets and sources of money that became more than there is."""

from collections.abc import Hashable
from datetime import date

from kansrijk_cli.compute.budget.overruns import Overrun, overruns
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.workspace.workspace import YearFolder


def new_overruns(before: YearFolder | None, after: YearFolder | None) -> tuple[Overrun, ...]:
    """The budgets and sources of money that are over, and were not before."""
    known = _overruns(before)
    return tuple(found for key, found in _overruns(after).items() if key not in known)


def _overruns(year: YearFolder | None) -> dict[Hashable, Overrun]:
    """What is over, by what it is about: the source or else the budget, and the period."""
    entry = year.files.get(Budgets) if year else None
    if year is None or entry is None:
        return {}
    return {
        (
            None if found.source else found.budgets[0].id,
            found.source.id if found.source else None,
            # Of two years the same part of each is compared.
            tuple(_since(day, year.year) for day in found.days or ()),
        ): found
        for found in overruns(entry, year.year)
    }


def _since(day: date | None, year: int) -> tuple[int, int, int] | None:
    return (day.year - year, day.month, day.day) if day else None
