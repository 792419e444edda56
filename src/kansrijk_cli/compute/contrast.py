"""How well a colour can be read on another."""

from decimal import Decimal

# WCAG 2.1, success criterion 1.4.3: text of ordinary size.
READABLE = Decimal("4.5")
WHITE = "#ffffff"


def contrast(colour: str, other: str = WHITE) -> Decimal:
    """The contrast of two colours written as `#rrggbb`: from 1 (the same) to 21, in hundredths.

    The formula is that of WCAG 2.1: (L1 + 0.05) / (L2 + 0.05), of the relative luminances.
    It is rounded down, so that what is short never seems enough.
    """
    dark, light = sorted((_luminance(colour), _luminance(other)))
    return Decimal(int((light + 0.05) / (dark + 0.05) * 100)) / 100


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    # WCAG says 0.03928; the standard that it cites has 0.04045, which differs for no whole value.
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
