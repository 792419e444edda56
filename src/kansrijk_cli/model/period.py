"""One type for all time in the data: from a single day to "from 2025" and "Q1 + Q4"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_MOMENT = re.compile(
    r"(?:(?P<year>\d{4})(?:-(?:(?P<month>\d{2})(?:-(?P<day>\d{2}))?|Q(?P<quarter>[1-4])))?"
    r"|Q(?P<bare>[1-4]))"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, quarter or year. A quarter may lack its year until a folder gives it."""

    year: int | None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None

    def first(self, folder_year: int) -> date:
        """First day, with `folder_year` for a quarter without year."""
        month = self.month or (3 * self.quarter - 2 if self.quarter else 1)
        return date(self.year or folder_year, month, self.day or 1)

    def last(self, folder_year: int) -> date:
        """Last day, with `folder_year` for a quarter without year."""
        year = self.year or folder_year
        month = self.month or (3 * self.quarter if self.quarter else 12)
        return date(year, month, self.day or monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment through another; `None` leaves that side open."""

    start: Moment | None
    end: Moment | None


@dataclass(frozen=True, slots=True)
class Period:
    """One or more spans, in the order written: `Q1 + Q4` has two, `Q1 - Q4` one."""

    spans: tuple[Span, ...]
    text: str

    def start(self, folder_year: int) -> date | None:
        """First day of the whole period, `None` when it is open."""
        firsts = [span.start.first(folder_year) if span.start else None for span in self.spans]
        known = [day for day in firsts if day is not None]
        return min(known) if len(known) == len(firsts) else None

    def end(self, folder_year: int) -> date | None:
        """Last day of the whole period, `None` when it is open."""
        lasts = [span.end.last(folder_year) if span.end else None for span in self.spans]
        known = [day for day in lasts if day is not None]
        return max(known) if len(known) == len(lasts) else None

    def contains(self, day: date, folder_year: int) -> bool:
        """Whether `day` falls in one of the spans."""
        return any(
            (span.start is None or span.start.first(folder_year) <= day)
            and (span.end is None or day <= span.end.last(folder_year))
            for span in self.spans
        )


def parse_period(text: str) -> Period:
    """Read a period.

    Forms: `2024`, `2024-Q1`, `2024-04`, `2024-05-28`, `Q1`, `A - B`, `A + B`, `from A`, `until A`.
    Raises ValueError when the text is none of these, names a day that does not exist or ends
    before it starts.
    """
    return Period(tuple(_parse_span(part.strip()) for part in text.split("+")), text)


def _parse_span(text: str) -> Span:
    if text.startswith("from "):
        return Span(_parse_moment(text[5:].strip()), None)
    if text.startswith("until "):
        return Span(None, _parse_moment(text[6:].strip()))
    first, dash, last = text.partition(" - ")
    start = _parse_moment(first.strip())
    if not dash:
        return Span(start, start)
    end = _parse_moment(last.strip())
    if (start.year is None) != (end.year is None) or end.last(2000) < start.first(2000):
        raise ValueError(text)
    return Span(start, end)


def _parse_moment(text: str) -> Moment:
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise ValueError(text)
    part = {name: int(value) for name, value in match.groupdict().items() if value is not None}
    moment = Moment(
        year=part.get("year"),
        quarter=part.get("quarter") or part.get("bare"),
        month=part.get("month"),
        day=part.get("day"),
    )
    if 0 in part.values():
        raise ValueError(text)
    moment.first(2000)
    return moment
