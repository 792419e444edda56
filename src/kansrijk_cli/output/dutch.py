"""Numbers, money, percentages and dates as a Dutch reader writes them."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()


def number(value: Decimal | int, decimals: int | None = None) -> str:
    """A number with a decimal comma and dots between thousands: `1.234,5`.

    Without `decimals` exactly the decimals that the number has; with it rounded half up.
    """
    exact = Decimal(value)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    elif exact == exact.to_integral_value():
        exact = exact.to_integral_value()
    return f"{exact or abs(exact):,f}".translate(str.maketrans(",.", ".,"))


def amount(value: Decimal | int) -> str:
    """An amount without its unit: `56.400`, and `21,50` when there are cents."""
    whole = Decimal(value) == Decimal(value).to_integral_value()
    return number(value, 0 if whole else 2)


def euro(value: Decimal | int) -> str:
    """An amount in euros: `€ 56.400`, and `€ 21,45` when there are cents."""
    return f"€ {amount(value)}"


def day(value: date) -> str:
    """A date in words: `27 juni 2024`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def listing(words: Iterable[str], last: str = "en") -> str:
    """Words as a Dutch listing: `a, b en c`."""
    *first, final = list(words) or [""]
    return f"{', '.join(first)} {last} {final}" if first else final
