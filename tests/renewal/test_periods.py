"""Periods of an older plan, seen from a new year."""

import pytest

from kansrijk_cli.model.period import parse_period
from kansrijk_cli.renewal.periods import is_of, is_over, is_within


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("2025", True),
        ("2026", False),
        ("2027", False),
        ("2025-12-31", True),
        ("2026-01-01", False),
        ("2024 - 2026", False),
        ("2024-Q1 - 2025-Q4", True),
        ("2024 + 2026", False),
        ("from 2020", False),
        ("until 2025", True),
        ("until 2026-01", False),
        ("Q1", False),
        ("Q1 + 2024", False),
    ],
)
def test_what_is_over_in_2026(text: str, over: bool) -> None:
    assert is_over(parse_period(text), 2026) is over


def test_without_a_period_nothing_is_over() -> None:
    assert not is_over(None, 2026)
    assert not is_of(None, 2026)


def test_a_year_and_a_part_of_it() -> None:
    assert is_of(parse_period("2025"), 2025)
    assert not is_of(parse_period("2025-Q1 - 2025-Q4"), 2025)
    within = ["2025", "2025-Q1 - 2025-Q2", "2025-03-01"]
    outside = ["Q1", "2025 - 2026", "from 2025", "2024"]
    assert [t for t in within + outside if is_within(parse_period(t), 2025)] == within
