"""Numbers as people write them, and which number of YAML was meant."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kansrijk_cli.model.numbers import Money, nearly_a_number, number_meant
from kansrijk_cli.output.dutch import number
from kansrijk_cli.source.scalars import plain_scalar

CENTS = st.decimals(-(10**9), 10**9, places=2)
MONEY = TypeAdapter[Decimal | str](Money)


def dutch(value: Decimal) -> str:
    """A number with a decimal comma and dots between thousands, its zeros kept."""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_is_read_back_from_dutch(value: int) -> None:
    assert Decimal(number_meant(dutch(Decimal(value)))[0]) == value


@given(CENTS)
def test_an_amount_is_read_back_from_dutch(value: Decimal) -> None:
    for text in (dutch(value), number(value), f"€ {dutch(value)}", f" {dutch(value)} %"):
        assert Decimal(number_meant(text)[0]) == value


@example(Decimal("-0.50"))
@given(CENTS)
def test_an_amount_is_read_back_from_english(value: Decimal) -> None:
    assert Decimal(number_meant(f"{value:f}")[-1]) == value


@example("-0")
@given(st.one_of(st.text("0123456789.,-+€% e\u00a0", max_size=12), st.text()))
def test_what_is_proposed_is_a_number_as_it_must_be_written(text: str) -> None:
    proposals = number_meant(text)
    assert len(set(proposals)) == len(proposals) <= 2
    for proposal in proposals:
        assert isinstance(plain_scalar(proposal), int | float) or len(proposal) > 15


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("25.000", ["25000", "25"]),
        ("1.234", ["1234", "1.234"]),
        ("25,5", ["25.5"]),
        ("25,50", ["25.5"]),
        ("25,-", ["25"]),
        ("25,--", ["25"]),
        ("€ 25,=", ["25"]),
        ("€25", ["25"]),
        ("-€ 25", ["-25"]),
        ("€ -25", ["-25"]),
        ("25 euro", ["25"]),
        ("EUR 1.234,50", ["1234.5"]),
        ("25 eurocent", []),
        ("0363", ["363"]),
        ("000", ["0"]),
        ("1.10", ["1.1"]),
        ("1.0", ["1"]),
        ("17,2%", ["17.2"]),
        ("-1.234,50", ["-1234.5"]),
        ("12.34.567", []),
        ("1,234,567", []),
        ("veel", []),
        ("19:30", []),
        ("", []),
        ("€", []),
        (",5", []),
    ],
)
def test_what_was_meant(text: str, meant: list[str]) -> None:
    assert number_meant(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("25 000", "25000"),
        ("8_000", "8000"),
        ("8'000", "8000"),
        ("8’000", "8000"),
        ("1\u00a0234\u202f567,50", "1234567.5"),
        ("€ 25 000", "25000"),
        ("+5", "5"),
        ("+25.000", "25000"),
        ("1e3", "1000"),
        ("1.5E+3", "1500"),
        (".5", "0.5"),
        (",5", "0.5"),
        ("10k", "10000"),
        ("1,5K", "1500"),
        ("0k", "0"),
        ("25 00", None),
        ("25 0000", None),
        ("19:30", None),
        ("1,234,567", "1234567"),
        ("1,234.56", "1234.56"),
        ("1,23,456", None),
        ("1,2 mln", "1200000"),
        ("€ 3 miljoen", "3000000"),
        ("25 duizend", "25000"),
        ("twee", "2"),
        ("Een", "1"),
        ("één", "1"),
        ("twintig", "20"),
        ("eenentwintig", None),
        ("twee of drie", None),
        ("k", None),
        ("", None),
    ],
)
def test_what_is_nearly_a_number(text: str, meant: str | None) -> None:
    assert nearly_a_number(text) == meant


@example("9999999k")
@given(st.one_of(st.text("0123456789.,+eEkK €\u00a0", max_size=9), st.text()))
def test_what_is_nearly_a_number_can_be_written(text: str) -> None:
    proposal = nearly_a_number(text)
    assert proposal is None or number_meant(proposal)


@pytest.mark.parametrize("value", [0, 1, -5, 25000, 0.5, 0.44, 1234.56, "PM", "ntb", "nvt"])
def test_an_amount_that_can_be_read_in_one_way(value: float | str) -> None:
    assert MONEY.validate_python(value) == (Decimal(str(value)) if value != str(value) else value)


@pytest.mark.parametrize(
    ("text", "value"),
    [("56400.50", "56400.5"), ("25.00", "25"), ("100.00", "100"), ("0.00", "0"), ("-0.50", "-0.5")],
)
def test_a_zero_at_the_end_of_two_decimals_adds_nothing(text: str, value: str) -> None:
    found = MONEY.validate_python(plain_scalar(text))
    assert str(found) == value
    # Between quotes it is a text, as every other number.
    with pytest.raises(ValidationError):
        MONEY.validate_python(text)


@pytest.mark.parametrize(
    ("value", "meant", "other"),
    [
        ("25.000", "25000", "25"),
        (12.345, "12345", "12.35"),
        (-12.345, "-12345", "-12.35"),
    ],
)
def test_an_amount_that_can_be_read_in_more_ways(
    value: float | str, meant: str, other: str
) -> None:
    assert refused(value) == {"value": str(value), "meant": meant, "other": other}


def refused(value: float | str) -> dict[str, object]:
    """What is told of an amount."""
    with pytest.raises(ValidationError) as caught:
        MONEY.validate_python(value)
    error = caught.value.errors()[0]
    assert error["type"] == "KR024"
    return error["ctx"]


@pytest.mark.parametrize(("value", "meant"), [("1.10", "1.1"), ("0,44", "0.44"), ("€ 5", "5")])
def test_an_amount_with_one_reading_is_not_called_ambiguous(value: str, meant: str) -> None:
    assert refused(value) == {"value": value, "meant": meant, "only": value}


@pytest.mark.parametrize(
    ("value", "meant"), [(0.125, "0.13"), (12.3456, "12.35"), (1234.567, "1234.57")]
)
def test_of_too_many_decimals_that_is_told(value: float, meant: str) -> None:
    text = str(value)
    assert refused(value) == {"value": text, "meant": meant, "decimals": text}


@pytest.mark.parametrize("value", [True, None, [1], {"value": 1}])
def test_what_is_no_amount_at_all(value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        MONEY.validate_python(value)
    assert refused.value.errors()[0]["type"] == "KR022"
