"""The divisor methods: every weight is divided by one divisor and rounded, so that all fits.

A method is known by its signposts: between n and n + 1 a quotient is rounded up from signpost n
on. They are compared squared, because those of Huntington-Hill are roots.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import inf, isqrt

from kansrijk_cli.compute.dividing.bounding import Claim, Limits, in_order

Signpost = Callable[[int], Fraction]
DECIMALS = 12

# The square of the signpost between n and n + 1.
SIGNPOSTS: Mapping[str, Signpost] = {
    "dhondt": lambda n: Fraction(n + 1) ** 2,
    "sainte-lague": lambda n: Fraction(2 * n + 1, 2) ** 2,
    "huntington-hill": lambda n: Fraction(n * (n + 1)),
    "adams": lambda n: Fraction(n) ** 2,
}


@dataclass(frozen=True, slots=True)
class Rounded:
    """Whole steps, and how they came about. `tied` are those between whom a rule decided."""

    units: Mapping[str, int]
    divisor: Decimal | None = None
    tied: frozenset[str] = frozenset()
    ranks: Mapping[str, int] = field(default_factory=dict)


def by_divisor(
    units: int,
    weights: Mapping[str, Fraction],
    limits: Mapping[str, Limits],
    shares: Mapping[str, Fraction],
    signpost: Signpost,
) -> Rounded:
    """Divide by a divisor method; `weights` are those of who takes part in rounding.

    Who does not take part keeps its share, which is whole. The others begin at their own share,
    rounded by the method, and then the best claims are added or the worst taken away until all
    fits. That is what handing out one by one would give, in far fewer steps.
    """

    def claim(name: str, unit: int) -> Fraction | float:
        post = signpost(unit)
        return weights[name] ** 2 / post if post else inf

    def order(name: str, unit: int) -> Claim:
        return in_order(claim(name, unit), weights[name], name)

    given = {name: int(share) for name, share in shares.items()}
    for name in weights:
        given[name] = _rounded(shares[name], limits[name], signpost)
    while sum(given.values()) < units:
        best = min(
            (n for n in weights if given[n] < limits[n].high), key=lambda n: order(n, given[n])
        )
        given[best] += 1
    while sum(given.values()) > units:
        held = (n for n in weights if given[n] > limits[n].low)
        given[max(held, key=lambda n: order(n, given[n] - 1))] -= 1
    had = {n: claim(n, given[n] - 1) for n in weights if given[n] > limits[n].low}
    missed = {n: claim(n, given[n]) for n in weights if given[n] < limits[n].high}
    lowest, highest = min(had.values(), default=inf), max(missed.values(), default=Fraction(0))
    even = lowest == highest
    tied = {n for claims in (had, missed) for n, c in claims.items() if even and c == lowest}
    return Rounded(given, _divisor(highest, lowest), frozenset(tied))


def _rounded(share: Fraction, limits: Limits, signpost: Signpost) -> int:
    """A share rounded by the method, within the limits."""
    whole = int(share)
    up = share > 0 and share**2 >= signpost(whole)
    return min(max(whole + int(up), limits.low), limits.high)


def _divisor(low: Fraction | float, high: Fraction | float) -> Decimal | None:
    """The shortest number whose square is between two others; none within twelve decimals.

    The number itself only equals the lower one when there is nothing between: a quotient on a
    signpost is rounded up, and at the lower one nobody is.
    """
    if not isinstance(low, Fraction):
        return None
    for decimals in range(DECIMALS + 1):
        scale = 10**decimals
        square = low * scale**2
        number = isqrt(square.numerator // square.denominator)
        number += number**2 < square or low < high
        if number and Fraction(number**2, scale**2) <= high:
            return Decimal(number).scaleb(-decimals)
    return None
