"""How people write days and periods, and what is told of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.model.notations import what_is_wrong
from kansrijk_cli.model.period import parse_period


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("28-05-2024", "2024-05-28"),
        ("1/7/2022", "2022-07-01"),
        ("01.07.2022", "2022-07-01"),
        ("05/28/2024", "2024-05-28"),
        ("2024-28-05", "2024-05-28"),
        ("20240528", "2024-05-28"),
        ("2024.5.28", "2024-05-28"),
        ("2025-1-5", "2025-01-05"),
        ("31 mei 2025", "2025-05-31"),
        ("mei 2025", "2025-05"),
        ("28 mrt. 2025", "2025-03-28"),
        ("1 sept 2025", "2025-09-01"),
        ("vanaf 2025", "from 2025"),
        ("per 1-1-2025", "from 2025-01-01"),
        ("sinds mei 2025", "from 2025-05"),
        ("t/m 2025", "until 2025"),
        ("tot en met mei 2025", "until 2025-05"),
        ("2025-2026", "2025 - 2026"),
        ("2025/2026", "2025 - 2026"),
        ("2025/26", "2025 - 2026"),
        ("2025-26", "2025 - 2026"),
        ("2025 – 2026", "2025 - 2026"),
        ("Q1-Q2", "Q1 - Q2"),
        ("q1 t/m q3", "Q1 - Q3"),
        ("2025-Q1-Q2", "2025-Q1 - 2025-Q2"),
        ("2025-Q4-2026-Q1", "2025-Q4 - 2026-Q1"),
        ("Q1 2025", "2025-Q1"),
        ("2025 Q1", "2025-Q1"),
        ("1e kwartaal 2025", "2025-Q1"),
        ("kwartaal 3 2025", "2025-Q3"),
        ("Q1/Q2 2025", "2025-Q1 - 2025-Q2"),
        ("maart-april 2025", "2025-03 - 2025-04"),
        ("1 mei t/m 3 juni 2025", "2025-05-01 - 2025-06-03"),
        ("1-7-2022 t/m 31-12-2022", "2022-07-01 - 2022-12-31"),
        ("Q1 en Q3", "Q1 + Q3"),
        ("2023 - heden", "from 2023"),
        ("2023-nu", "from 2023"),
        ("mei 2023 t/m heden", "from 2023-05"),
        ("2025 -", "from 2025"),
        ("2025+", "from 2025"),
        ("2024 e.v.", "from 2024"),
        ("heel 2025", "2025"),
        ("1e kwartaal", "Q1"),
        ("K2", "Q2"),
        ("K2 2025", "2025-Q2"),
        ("Q1, Q3", "Q1 + Q3"),
        ("2025 en 2026", "2025 + 2026"),
        ("2024, 2025 en 2026", "2024 + 2025 + 2026"),
        ("5-2025", "2025-05"),
        ("2025/05", "2025-05"),
        ("Q1 - 2025", "2025-Q1"),
        ("2024-05-28T10:00", "2024-05-28"),
        ("2024-05-28 00:00:00", "2024-05-28"),
    ],
)
def test_another_writing_is_told_with_what_was_meant(text: str, meant: str) -> None:
    assert what_is_wrong(text) == {"meant": meant}
    assert parse_period(meant).text == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dit jaar", "this-year"),
        ("Dit jaar", "this-year"),
        ("het huidige jaar", "this-year"),
        ("This year", "this-year"),
        ("vorig jaar", "last-year"),
        ("het afgelopen jaar", "last-year"),
        ("volgend jaar", "next-year"),
        ("komend jaar", "next-year"),
        ("over een jaar", "next-year"),
        ("over 5 jaar", "in-5-years"),
        ("over vijf jaar", "in-5-years"),
        ("in 5 years", "in-5-years"),
        ("vanaf volgend jaar", "from next-year"),
        ("tot en met volgend jaar", "until next-year"),
        ("dit jaar t/m volgend jaar", "this-year - next-year"),
        ("dit jaar en volgend jaar", "this-year + next-year"),
        ("Q2 volgend jaar", "next-year-Q2"),
        ("2e kwartaal van volgend jaar", "next-year-Q2"),
        ("Q1 - Q3 volgend jaar", "next-year-Q1 - next-year-Q3"),
    ],
)
def test_a_year_told_in_words_is_told_as_it_is_written(text: str, meant: str) -> None:
    assert what_is_wrong(text) == {"meant": meant}
    parse_period(meant, 2025)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tot mei 2025", {"last": "2025-05", "until": "until 2025-05"}),
        ("31-06-2024", {"month": "2024-06", "days": 30, "last_day": "2024-06-30"}),
        ("2024-06-31", {"month": "2024-06", "days": 30, "last_day": "2024-06-30"}),
        ("2025-02-29", {"month": "2025-02", "days": 28, "last_day": "2025-02-28"}),
        ("2024-13", {"no_month": "13"}),
        ("2025-00", {"no_month": "00"}),
        ("Q5", {"no_quarter": "5"}),
        ("2025-Q6", {"no_quarter": "6"}),
        ("Q0", {"no_quarter": "0"}),
        ("from 2025-13", {"no_month": "13"}),
        ("vanaf 31 juni 2025", {"month": "2025-06", "days": 30}),
        ("until 2024-06-31", {"month": "2024-06", "days": 30}),
        ("2026 - 2024", {"start": "2026", "end": "2024", "meant": "2024 - 2026"}),
        ("2026-2024", {"start": "2026", "end": "2024", "meant": "2024 - 2026"}),
        (
            "volgend jaar - dit jaar",
            {"start": "next-year", "end": "this-year", "meant": "this-year - next-year"},
        ),
        ("dit jaar - 2028", {"two_ways": "this-year - 2028"}),
        ("2025 t/m volgend jaar", {"two_ways": "2025 t/m next-year"}),
        ("this-year-Q5", {"no_quarter": "5"}),
        ("Q4 - Q1", {"start": "Q4", "end": "Q1", "across": "Q4"}),
        (
            "2025-06-01 - 2025-05",
            {"start": "2025-06-01", "end": "2025-05", "meant": "2025-05 - 2025-06-01"},
        ),
        (
            "31-12-2022 t/m 1-7-2022",
            {"start": "2022-12-31", "end": "2022-07-01", "meant": "2022-07-01 - 2022-12-31"},
        ),
        ("28 mei", {"no_year": "28 mei"}),
        ("jan - mrt", {"no_year": "jan - mrt"}),
        ("45047", {"excel": "45047", "day": "2023-05-01"}),
        ("28-05-24", {"short_year": "28-05-24"}),
        ("1/7/22", {"short_year": "1/7/22"}),
        ("2024-05-28 - 2024-06-31", {"month": "2024-06", "days": 30}),
        ("32-01-2025", {"month": "2025-01", "days": 31, "last_day": "2025-01-31"}),
        ("2025-Q4 - Q2", {"start": "2025-Q4", "end": "2025-Q2", "across": "2025-Q4"}),
        ("0000-06-31", {"month": "0000-06", "days": 30, "last_day": "0000-06-30"}),
    ],
)
def test_what_cannot_be_is_told_with_the_reason(text: str, told: dict[str, str | int]) -> None:
    assert what_is_wrong(text) == told


@pytest.mark.parametrize(
    "text",
    [
        *(
            "morgen",
            "eind 2025",
            "eind dit jaar",
            "mei volgend jaar",
            "voorjaar 2025",
            "from",
            "zomer",
            "2025-2026-2027",
            "2025 (heel jaar)",
            "12025",
            "1 2025",
        ),
        *("", "31 junu 2025", "0000-06-01"),
    ],
)
def test_of_what_nobody_can_guess_nothing_is_told(text: str) -> None:
    assert what_is_wrong(text) == {}


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["-", "/", ".", " "]))
def test_a_dutch_day_is_always_understood(day: date, sign: str) -> None:
    text = f"{day.day}{sign}{day.month}{sign}{day.year}"
    assert what_is_wrong(text) == {"meant": day.isoformat()}


WORDS = st.sampled_from(["dit jaar", "vorig jaar", "over 5 jaar", "Q1", "Q7", "2025", "-", "tot"])


@given(
    st.one_of(
        st.text("0123456789-/. Qqtm", max_size=14),
        st.lists(WORDS, max_size=5).map(" ".join),
        st.text(),
    )
)
def test_what_is_proposed_can_stand_in_a_file(text: str) -> None:
    told = what_is_wrong(text)
    for name in ("meant", "until", "last_day"):
        if name in told:
            parse_period(str(told[name]), 2025)
