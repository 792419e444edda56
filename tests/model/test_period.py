"""One type for all time in the data."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kansrijk_cli.model.period import Period, parse_period

FOLDER_YEAR = 2025
YEARS = st.integers(1, 9999)


@dataclass(frozen=True)
class Written:
    """A piece of a period as it is written, with the days it stands for."""

    text: str
    first: date | None
    last: date | None


def end_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def a_year(year: int) -> Written:
    return Written(f"{year:04}", date(year, 1, 1), date(year, 12, 31))


def a_month(year: int, month: int) -> Written:
    return Written(f"{year:04}-{month:02}", date(year, month, 1), end_of(year, month))


def a_day(day: date) -> Written:
    return Written(day.isoformat(), day, day)


def a_quarter(year: int, quarter: int) -> Written:
    first, last = 3 * quarter - 2, 3 * quarter
    return Written(f"{year:04}-Q{quarter}", date(year, first, 1), end_of(year, last))


def a_bare_quarter(quarter: int) -> Written:
    whole = a_quarter(FOLDER_YEAR, quarter)
    return Written(f"Q{quarter}", whole.first, whole.last)


QUARTERS = st.builds(a_bare_quarter, st.integers(1, 4))
DATED = st.one_of(
    st.builds(a_year, YEARS),
    st.builds(a_month, YEARS, st.integers(1, 12)),
    st.builds(a_quarter, YEARS, st.integers(1, 4)),
    st.builds(a_day, st.dates()),
)
MOMENTS = st.one_of(DATED, QUARTERS)


def spanned(ends: tuple[Written, Written]) -> Written:
    start, end = sorted(ends, key=lambda end: (str(end.first), str(end.last)))
    return Written(f"{start.text} - {end.text}", start.first, end.last)


SPANS = st.one_of(
    MOMENTS,
    st.one_of(st.tuples(DATED, DATED), st.tuples(QUARTERS, QUARTERS)).map(spanned),
    MOMENTS.map(lambda moment: Written(f"from {moment.text}", moment.first, None)),
    MOMENTS.map(lambda moment: Written(f"until {moment.text}", None, moment.last)),
)


@given(st.lists(SPANS, min_size=1, max_size=4))
def test_a_period_is_what_was_written(spans: list[Written]) -> None:
    text = " + ".join(span.text for span in spans)
    period = parse_period(text)
    assert period.text == text
    assert len(period.spans) == len(spans)
    firsts = [span.first for span in spans]
    lasts = [span.last for span in spans]
    start, end = period.start(FOLDER_YEAR), period.end(FOLDER_YEAR)
    assert start == (None if None in firsts else min(first for first in firsts if first))
    assert end == (None if None in lasts else max(last for last in lasts if last))
    assert start is None or end is None or start <= end


@given(st.lists(SPANS, min_size=1, max_size=3), st.dates())
def test_a_day_is_in_a_period_when_it_is_in_one_of_its_spans(
    spans: list[Written], day: date
) -> None:
    period = parse_period(" + ".join(span.text for span in spans))
    assert period.contains(day, FOLDER_YEAR) is any(
        (span.first or date.min) <= day <= (span.last or date.max) for span in spans
    )


@given(st.tuples(DATED, DATED))
def test_a_period_cannot_end_before_it_starts(ends: tuple[Written, Written]) -> None:
    start, end = ends
    assert start.first is not None
    assert end.last is not None
    text = f"{start.text} - {end.text}"
    assert is_period(text) is (start.first <= end.last)


@example("0000")
@example("0000-01-01")
@given(st.one_of(st.text(), st.text("0123456789-Q+ fromuntil", max_size=16)))
def test_any_other_text_is_refused_or_has_days(text: str) -> None:
    for span in parse_period(text).spans if is_period(text) else ():
        for moment in (span.start, span.end):
            assert moment is None or moment.first(2000) <= moment.last(2000)
            assert moment is None or moment.year is None or 1 <= moment.year <= 9999


NO_PERIODS = [
    *[
        "",
        "24",
        "2025-13",
        "2025-00",
        "2025-05-00",
        "2025-02-30",
        "2025-1-5",
        "2025-Q5",
        "Q0",
        "2025-2026",
    ],
    *["2026 - 2025", "Q4 - Q1", "from", "until ", "2025 -", "- 2025", "2025 +", "28-05-2024"],
    *["this-year", "next-year-Q2", "from in-5-years"],
    *["2025-06-01 - 2025-05", "vanaf 2025", "2025/2026", "Q1-Q2", "2025-02-29"],
]


def is_period(text: str, folder_year: int | None = None) -> bool:
    try:
        parse_period(text, folder_year)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("text", NO_PERIODS)
def test_what_is_no_period(text: str) -> None:
    assert not is_period(text)


def bounds(period: Period) -> tuple[date | None, date | None]:
    return period.start(FOLDER_YEAR), period.end(FOLDER_YEAR)


def test_two_quarters_are_not_the_year_between_them() -> None:
    both, whole = parse_period("Q1 + Q4"), parse_period("Q1 - Q4")
    assert bounds(both) == bounds(whole) == (date(2025, 1, 1), date(2025, 12, 31))
    summer = date(2025, 7, 1)
    assert not both.contains(summer, FOLDER_YEAR)
    assert whole.contains(summer, FOLDER_YEAR)


def test_a_quarter_without_year_takes_that_of_the_folder() -> None:
    quarter = parse_period("Q2")
    assert quarter.start(2024) == date(2024, 4, 1)
    assert quarter.end(2024) == date(2024, 6, 30)


RELATIVE = st.one_of(
    st.sampled_from([("last-year", -1), ("this-year", 0), ("next-year", 1)]),
    st.integers(2, 999).map(lambda years: (f"in-{years}-years", years)),
)
FORMS = st.sampled_from(["{}", "{}-Q3", "from {}", "until {}", "from {}-Q1", "{}-Q1 - {}-Q4"])


@given(st.lists(st.tuples(FORMS, RELATIVE), min_size=1, max_size=3), st.integers(1000, 9000))
def test_a_year_told_from_that_of_the_document_is_that_year(
    parts: list[tuple[str, tuple[str, int]]], year: int
) -> None:
    relative = " + ".join(form.replace("{}", word) for form, (word, _) in parts)
    absolute = " + ".join(form.replace("{}", f"{year + n:04}") for form, (_, n) in parts)
    assert parse_period(relative, year) == parse_period(absolute, year)
    assert parse_period(relative, year).text == absolute
    offsets = {moment.offset for moment in parse_period(relative, year).moments}
    assert offsets == {n for _, (_, n) in parts}


@given(RELATIVE, RELATIVE, st.integers(1000, 9000))
def test_a_span_of_told_years_begins_before_it_ends(
    start: tuple[str, int], end: tuple[str, int], year: int
) -> None:
    text = f"{start[0]} - {end[0]}"
    assert is_period(text, year) is (start[1] <= end[1])
    if start[1] <= end[1]:
        found = parse_period(text, year)
        first, last = date(year + start[1], 1, 1), date(year + end[1], 12, 31)
        assert (found.start(2000), found.end(2000)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *["in-1-years", "in-0-years", "in-05-years", "in-5-year", "this-year-05", "this-year-Q5"],
        # Whether it ends after it starts would depend on the folder.
        *["this-year - 2030", "2020 - next-year", "Q1 - next-year", "last-year-", "thisyear"],
    ],
)
def test_what_is_no_year_told_from_that_of_the_document(text: str) -> None:
    assert not is_period(text, FOLDER_YEAR)
