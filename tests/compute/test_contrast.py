"""The contrast of colours, held against what WCAG and its tools give."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.contrast import contrast

COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("colour", "wanted"),
    # The lightest grey that may stand on white, the first that may not, and the ends of the scale.
    [
        ("#767676", "4.54"),
        ("#777777", "4.47"),
        ("#000000", "21"),
        ("#ffffff", "1"),
        ("#FF0000", "3.99"),
    ],
)
def test_on_white(colour: str, wanted: str) -> None:
    assert contrast(colour) == Decimal(wanted)


@given(COLOUR, COLOUR)
def test_the_same_both_ways_and_within_its_bounds(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21
