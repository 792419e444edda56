"""Numbers, money, percentages, dates and listings as a Dutch reader writes them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.output.dutch import day, euro, listing, number


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", "0"),
        ("7", "7"),
        ("999", "999"),
        ("1000", "1.000"),
        ("56400", "56.400"),
        ("1234567.5", "1.234.567,5"),
        ("17.2", "17,2"),
        ("1.10", "1,10"),
        ("4.00", "4"),
        ("0.44", "0,44"),
        ("-5", "-5"),
        ("-1234.5", "-1.234,5"),
        ("1E+3", "1.000"),
        ("0E-8", "0"),
    ],
)
def test_a_number_has_a_comma_and_dots(value: str, expected: str) -> None:
    assert number(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("2.4999", 0, "2"),
        ("-2.5", 0, "-3"),
        ("0.125", 2, "0,13"),
        ("0.135", 2, "0,14"),
        ("1.005", 2, "1,01"),
        ("7", 2, "7,00"),
        ("999.995", 2, "1.000,00"),
        ("62.5", 0, "63"),
    ],
)
def test_a_half_is_rounded_up(value: str, decimals: int, expected: str) -> None:
    assert number(Decimal(value), decimals) == expected


@pytest.mark.parametrize(("value", "decimals"), [("-0", None), ("-0.4", 0), ("-0.004", 2)])
def test_nothing_has_no_minus(value: str, decimals: int | None) -> None:
    assert not number(Decimal(value), decimals).startswith("-")


def test_a_whole_number_may_be_an_int() -> None:
    assert number(423000) == "423.000"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("56400", "€ 56.400"),
        ("21.45", "€ 21,45"),
        ("21.5", "€ 21,50"),
        ("21.00", "€ 21"),
        ("0", "€ 0"),
        ("0.05", "€ 0,05"),
        ("-100", "€ -100"),
        ("-1234.5", "€ -1.234,50"),
        ("180000", "€ 180.000"),
        ("1500000.25", "€ 1.500.000,25"),
    ],
)
def test_an_amount_is_in_whole_euros_or_with_two_decimals(value: str, expected: str) -> None:
    assert euro(Decimal(value)) == expected


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_an_amount_can_be_read_back(value: Decimal) -> None:
    sign, digits = euro(value).removeprefix("€ "), ""
    digits = sign.replace(".", "").replace(",", ".")
    assert Decimal(digits) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_a_number_can_be_read_back(value: Decimal) -> None:
    assert Decimal(number(value).replace(".", "").replace(",", ".")) == value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2024, 6, 27), "27 juni 2024"),
        (date(2025, 1, 1), "1 januari 2025"),
        (date(2024, 12, 31), "31 december 2024"),
        (date(2026, 3, 9), "9 maart 2026"),
    ],
)
def test_a_day_is_in_words(value: date, expected: str) -> None:
    assert day(value) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a en b"),
        (["a", "b", "c"], "a, b en c"),
    ],
)
def test_a_listing_ends_with_en(words: list[str], expected: str) -> None:
    assert listing(words) == expected


def test_a_listing_may_end_with_another_word() -> None:
    assert listing(iter(["a", "b", "c"]), "of") == "a, b of c"
