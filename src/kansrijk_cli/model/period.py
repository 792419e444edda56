"""One type for all time in the data: from a single day to "from 2025" and "Q1 + Q4"."""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

# A year as seen from that of the document.
RELATIVE = r"(?:last|this|next)-year|in-(?:[2-9]|[1-9]\d{1,2})-years"
_RELATIVE = re.compile(RELATIVE)
_OFFSETS = {"last-year": -1, "this-year": 0, "next-year": 1}
_MOMENT = re.compile(
    rf"(?:(?P<year>\d{{4}})|(?P<relative>{RELATIVE}))(?:-Q(?P<quarter>[1-4]))?"
    r"|(?P<of>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?"
    r"|Q(?P<bare>[1-4])"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, quarter or year. A quarter may lack its year until a folder gives it.

    `offset` says that the year was written from that of the document, so many years after it. The
    moment is the same as with the year itself, so it does not count in comparing.
    """

    year: int | None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    offset: int | None = field(default=None, compare=False)

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
    """One or more spans, in the order written: `Q1 + Q4` has two, `Q1 - Q4` one.

    `text` is what was written, with the year itself for `this-year` and the like.
    """

    spans: tuple[Span, ...]
    text: str

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The moments it is written with."""
        return tuple(m for span in self.spans for m in (span.start, span.end) if m)

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


def parse_period(text: str, folder_year: int | None = None) -> Period:
    """Read a period of a document of a year.

    Forms: `2024`, `2024-Q1`, `2024-04`, `2024-05-28`, `Q1`, `A - B`, `A + B`, `from A`, `until A`;
    of a known `folder_year` also `last-year`, `this-year`, `next-year` and `in-5-years`, each with
    or without a quarter. Raises ValueError when the text is none of these, names a day that does
    not exist or ends before it starts.
    """
    spans = tuple(_parse_span(part.strip(), folder_year) for part in text.split("+"))
    return Period(spans, _RELATIVE.sub(lambda word: _absolute(word[0], folder_year), text))


def _parse_span(text: str, folder_year: int | None) -> Span:
    if text.startswith("from "):
        return Span(_parse_moment(text[5:].strip(), folder_year), None)
    if text.startswith("until "):
        return Span(None, _parse_moment(text[6:].strip(), folder_year))
    first, dash, last = text.partition(" - ")
    start = _parse_moment(first.strip(), folder_year)
    if not dash:
        return Span(start, start)
    end = _parse_moment(last.strip(), folder_year)
    # Whether the end comes last must not depend on the folder.
    if _counts_from(start) != _counts_from(end) or end.last(2000) < start.first(2000):
        raise ValueError(text)
    return Span(start, end)


def _counts_from(moment: Moment) -> tuple[bool, bool]:
    """Whether it needs the year of the folder: for a quarter, or to count years from."""
    return moment.year is None, moment.offset is not None


def _parse_moment(text: str, folder_year: int | None) -> Moment:
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise ValueError(text)
    written = match.groupdict()
    relative = written.pop("relative")
    part = {name: int(value) for name, value in written.items() if value is not None}
    if 0 in part.values() or (relative and folder_year is None):
        raise ValueError(text)
    offset = _offset(relative) if relative else None
    moment = Moment(
        year=part.get("year") or part.get("of") or _year(offset, folder_year),
        quarter=part.get("quarter") or part.get("bare"),
        month=part.get("month"),
        day=part.get("day"),
        offset=offset,
    )
    moment.first(2000)
    return moment


def _offset(relative: str) -> int:
    """How many years after the year of the document."""
    return _OFFSETS[relative] if relative in _OFFSETS else int(relative.split("-")[1])


def _year(offset: int | None, folder_year: int | None) -> int | None:
    return None if offset is None or folder_year is None else folder_year + offset


def _absolute(relative: str, folder_year: int | None) -> str:
    return f"{_year(_offset(relative), folder_year):04}"
