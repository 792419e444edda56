"""Agreements to do something so many times in a period: which period counts, and how it stands."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from typing import Literal

from kansrijk_cli.compute.targets.achieved import Achieved
from kansrijk_cli.compute.targets.requirements import Bounds

FrequencyState = Literal["met", "on-track", "behind", "over", "unknown"]
MONTHS = {"month": 1, "quarter": 3, "year": 12}
NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Term:
    """The period of an agreement that is judged on a date, from `start` through `end`.

    `day` is the date, or the nearest one that the agreement is about.
    """

    per: str
    start: date
    end: date
    day: date
    on: date

    @property
    def seen(self) -> date:
        """The last day of which figures count."""
        return min(self.on, self.end)

    @property
    def is_over(self) -> bool:
        """Whether nothing can be added any more."""
        return self.day >= self.end

    def expected(self, minimum: Decimal | None) -> int:
        """How often by the day, going evenly by whole months (of a week: only when it is over)."""
        # In a year that has not begun nothing is expected yet.
        if minimum is None or self.on < self.start:
            return 0
        if self.per == "week":
            return int(minimum) if self.is_over else 0
        length = MONTHS[self.per]
        tomorrow = self.day + timedelta(days=1)
        passed = (tomorrow.year - self.start.year) * 12 + tomorrow.month - self.start.month
        share = Decimal(min(max(passed, 0), length)) * minimum / length
        return int(share.to_integral_value(ROUND_FLOOR))


def term(per: object, year: int, due: date, on: date) -> Term | None:
    """The term of an agreement in the plan of a year; `None` when it names no period.

    Of a year the whole counts, of a shorter period the last one that is over, if there is one.
    """
    if not isinstance(per, str) or per not in ("week", *MONTHS):
        return None
    # An agreement of this plan is not judged by days before or after it.
    day = min(max(on, date(year, 1, 1)), due)
    start, end = _around(per, day)
    if per != "year" and day < end:
        before = _around(per, start - timedelta(days=1))
        if before[0].year >= year:
            start, end = before
    return Term(per, start, end, day, on)


def times_state(agreed: Bounds, found: Term | None, achieved: Achieved | None) -> FrequencyState:
    """How an agreement stands; unknown when what is not known or not shown could change it."""
    if found is None or achieved is None or achieved.total is None:
        return "unknown"
    word = _state(agreed, found, achieved.total)
    # What is only partly known is no more than a lower bound.
    could_change = word == "behind" or (word == "met" and agreed.maximum is not None)
    return "unknown" if achieved.silent and could_change else word


def _state(agreed: Bounds, found: Term, observed: Decimal) -> FrequencyState:
    if agreed.maximum is not None and observed > agreed.maximum:
        return "over"
    if found.is_over:
        return "met" if observed >= (agreed.minimum or NONE) else "behind"
    if agreed.minimum is not None and observed >= agreed.minimum:
        return "met"
    return "on-track" if observed >= found.expected(agreed.minimum) else "behind"


def _around(per: str, day: date) -> tuple[date, date]:
    if per == "week":
        start = day - timedelta(days=day.weekday())
        return start, start + timedelta(days=6)
    length = MONTHS[per]
    first = (day.month - 1) // length * length + 1
    start = date(day.year, first, 1)
    return start, _next_month(date(day.year, first + length - 1, 1)) - timedelta(days=1)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
