"""Plain scalars: a number only when writing it back gives the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.source.scalars import Scalar, TwoDecimals, plain_scalar

NUMBERS = st.one_of(st.integers().map(str), st.floats().map(str), st.decimals().map(str))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-12", -12),
        ("56400", 56400),
        ("0.44", 0.44),
        ("-0.5", -0.5),
        ("2025", 2025),
    ],
)
def test_what_is_not_text(text: str, value: Scalar) -> None:
    found = plain_scalar(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text",
    "NO no yes on off Yes True TRUE Null NULL 19:30 0363 007 25.000 1.10 1.0e3 1e3 +5 .5 5. 0x1F "
    "0o17 1_000 .inf .nan -.inf 2025-02-28 2025-Q1 25,5 € -- 1.234.567 ١٢ １２".split(),
)
def test_what_stays_text(text: str) -> None:
    assert plain_scalar(text) == text


@pytest.mark.parametrize("text", ["1.10", "56400.50", "0.00", "-0.50", "25.00"])
def test_a_text_with_two_decimals_and_no_quotes_is_told_apart(text: str) -> None:
    found = plain_scalar(text)
    assert (found, type(found)) == (text, TwoDecimals)


@pytest.mark.parametrize("text", ["1.100", "01.10", "+1.10", "9" * 18 + ".10", "1,10"])
def test_other_zeros_at_the_end_are_only_text(text: str) -> None:
    assert type(plain_scalar(text)) is str


@pytest.mark.parametrize("text", ["9" * 18, "9" * 19, "-" + "9" * 18, "1" * 400, "1" * 5000])
def test_a_number_too_long_for_other_programs_stays_text(text: str) -> None:
    value = plain_scalar(text)
    assert isinstance(value, int if len(text) < 19 else str)
    assert str(value) == text


@given(st.one_of(st.text(), NUMBERS, st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")))
def test_writing_a_value_back_gives_the_same_text(text: str) -> None:
    value = plain_scalar(text)
    if isinstance(value, bool):
        assert text == str(value).lower()
    elif value is None:
        assert text in ("", "~", "null")
    else:
        assert str(value) == text
