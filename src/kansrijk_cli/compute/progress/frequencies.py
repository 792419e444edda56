"""Agreements to do something so many times in a period: how often by a date, and how often seen."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kansrijk_cli.compute.targets.requirements import Bounds
from kansrijk_cli.compute.targets.states import TargetState
from kansrijk_cli.compute.targets.times import FrequencyState, term, times_state
from kansrijk_cli.workspace.workspace import YearFolder

__all__ = ["Frequency", "FrequencyState", "frequency"]


@dataclass(frozen=True, slots=True)
class Frequency:
    """A target of kind `frequency` in one of its periods, from `start` through `end`.

    `expected` is how often by the date, in whole times. `observed` is `None` when nothing is known
    of this period, or when `hidden`, because it is too small to show. Without `per` there is no
    period, and nothing is expected.
    """

    target: TargetState
    agreed: Bounds
    start: date | None
    end: date | None
    expected: int | None
    observed: Decimal | None
    hidden: bool
    state: FrequencyState


def frequency(year: YearFolder, state: TargetState, on: date) -> Frequency:
    """One agreement on the date of its state: of the year, else of the last period that is over."""
    agreed, achieved = state.required.region, state.achieved
    found = term(state.target.per, year.year, state.due, on)
    if found is None:
        return Frequency(state, agreed, None, None, None, None, False, "unknown")
    return Frequency(
        state,
        agreed,
        found.start,
        found.end,
        found.expected(agreed.minimum),
        achieved.total if achieved else None,
        achieved.total_hidden if achieved else False,
        times_state(agreed, found, achieved),
    )
