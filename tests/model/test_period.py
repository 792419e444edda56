"""One type for all time in the data."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kansrijk_cli.model.period import Period, parse_period
from kansrijk_cli.model.types import Day, When

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
    *["2025-06-01 - 2025-05", "vanaf 2025", "2025/2026", "Q1-Q2", "2025-02-29"],
]


def is_period(text: str) -> bool:
    try:
        parse_period(text)
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


WHEN, DAY = TypeAdapter[Period](When), TypeAdapter[date](Day)


def test_a_year_may_be_a_number_in_the_file() -> None:
    assert WHEN.validate_python(2025).text == "2025"
    assert WHEN.validate_python("2025").text == "2025"


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("28-05-2024", "2024-05-28"),
        ("1/7/2022", "2022-07-01"),
        ("01.07.2022", "2022-07-01"),
        ("31-02-2024", None),
        ("2025-02-30", None),
        ("morgen", None),
        (25, None),
        (2025.5, None),
    ],
)
def test_a_dutch_date_is_understood_but_refused(value: object, meant: str | None) -> None:
    with pytest.raises(ValidationError) as refused:
        WHEN.validate_python(value)
    error = refused.value.errors()[0]
    if isinstance(value, float):
        assert error["type"] == "KR022"
    else:
        assert (error["type"], error["ctx"]["meant"]) == ("KR025", meant)


@pytest.mark.parametrize("value", [True, None, ["Q1"], {}, date(2025, 1, 1)])
def test_what_is_not_even_text_is_no_period(value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        WHEN.validate_python(value)
    assert refused.value.errors()[0]["type"] == "KR022"


def test_a_day_is_one_day() -> None:
    assert DAY.validate_python("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "value",
    [
        *[2024, "2025", "2024-02", "2024-Q1", "Q1", "from 2024-02-29", "until 2024-02-29"],
        *["2024-02-29 - 2024-03-01", "2024-02-29 + 2024-03-01", "0000-01-01"],
    ],
)
def test_what_is_no_day(value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        DAY.validate_python(value)
    assert refused.value.errors()[0]["type"] == "KR025"


def refused(adapter: TypeAdapter[Period] | TypeAdapter[date], text: str | int) -> dict[str, object]:
    """What is told of a value, without what is not known."""
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(text)
    error = caught.value.errors()[0]
    assert error["type"] == "KR025"
    return {key: value for key, value in error["ctx"].items() if value is not None}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("28-05-2024", "2024-05-28"),
        ("1/7/2022", "2022-07-01"),
        ("2025-1-5", "2025-01-05"),
        ("31 mei 2025", "2025-05-31"),
        ("Mei 2025", "2025-05"),
        ("vanaf 2025", "from 2025"),
        ("Vanaf 1 mei 2025", "from 2025-05-01"),
        ("t/m 2025", "until 2025"),
        ("tot en met mei 2025", "until 2025-05"),
        ("2025-2026", "2025 - 2026"),
        ("2025/2026", "2025 - 2026"),
        ("2025 – 2026", "2025 - 2026"),
        ("Q1-Q2", "Q1 - Q2"),
        ("q1 t/m q3", "Q1 - Q3"),
        ("2025-Q1-Q2", "2025-Q1 - 2025-Q2"),
        ("2025-Q4-2026-Q1", "2025-Q4 - 2026-Q1"),
        ("q1", "Q1"),
    ],
)
def test_a_dutch_period_is_told_with_the_writing_that_was_meant(text: str, meant: str) -> None:
    assert refused(WHEN, text) == {"value": text, "meant": meant}
    assert WHEN.validate_python(meant).text == meant


@pytest.mark.parametrize(
    "text", ["2025-13", "2026-2025", "31 juni 2025", "32-01-2025", "Q2-Q1", "vanaf nu", "", "Q5"]
)
def test_what_is_no_period_in_any_writing_has_no_proposal(text: str) -> None:
    assert refused(WHEN, text) == {"value": text}


def test_a_period_to_a_moment_may_or_may_not_count_that_in() -> None:
    told = refused(WHEN, "tot mei 2025")
    assert told == {"value": "tot mei 2025", "last": "2025-05", "until": "until 2025-05"}


@pytest.mark.parametrize(
    "text",
    [2025, "2025-05", "Q1", "2025-Q1", "from 2025", "vanaf 2025", "tot 2025", "mei 2025"],
)
def test_where_a_day_is_needed_a_longer_period_is_told_as_that(text: str | int) -> None:
    assert refused(DAY, text) == {"period": str(text)}


def test_a_day_in_another_writing_is_told_as_that() -> None:
    assert refused(DAY, "31 mei 2025") == {"value": "31 mei 2025", "meant": "2025-05-31"}
    assert DAY.validate_python("2025-05-31") == date(2025, 5, 31)
