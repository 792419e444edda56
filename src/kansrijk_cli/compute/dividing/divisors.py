"""The divisor methods: every weight is divided by one divisor and rounded, so that all fits.

A method is known by its signposts: between n and n + 1 a quotient is rounded up from signpost n
on. They are compared squared, because those of Huntington-Hill are roots.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import ceil, inf, isqrt
from typing import Literal

from kansrijk_cli.compute.dividing.bounding import Claim, Limits, in_order

Outcome = Literal["minimum", "maximum", "exact", "up", "down", "sum"]
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
    """Whole steps, and how they came about. `tied` are those between whom a rule decided.

    `outcomes` says of a quotient what decided, when there is a divisor.
    """

    units: Mapping[str, int]
    divisor: Decimal | None = None
    tied: frozenset[str] = frozenset()
    ranks: Mapping[str, int] = field(default_factory=dict)
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)


def by_divisor(
    units: int,
    weights: Mapping[str, Fraction],
    limits: Mapping[str, Limits],
    shares: Mapping[str, Fraction],
    signpost: Signpost,
    step: Fraction,
) -> Rounded:
    """Divide by a divisor method; `weights` are those of who takes part in rounding.

    The divisor gives quotients in the unit of the whole: a step is `step` of these.

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
        given[name] = _within(shares[name], limits[name], signpost)
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
    # When all are held at their limits no quotient decides anything.
    divisor = _divisor(highest / step**2, lowest / step**2) if had or missed else None
    outcomes: dict[str, Outcome] = {}
    if divisor is not None:
        units_each = {n: weight / (Fraction(divisor) * step) for n, weight in weights.items()}
        outcomes = {n: _outcome(q, given[n], limits[n], signpost) for n, q in units_each.items()}
    return Rounded(given, divisor, frozenset(tied), {}, outcomes)


def rounded(quotient: Fraction, signpost: Signpost) -> int:
    """A quotient as the method rounds it."""
    whole = int(quotient)
    return whole + int(quotient > 0 and quotient**2 >= signpost(whole))


def _outcome(quotient: Fraction, units: int, limits: Limits, signpost: Signpost) -> Outcome:
    """What decided: a limit when the rounded quotient is beyond it, else how it was rounded."""
    found = rounded(quotient, signpost)
    if found > limits.high:
        return "maximum"
    if found < limits.low:
        return "minimum"
    return "exact" if units == quotient else "up" if units > quotient else "down"


def _within(share: Fraction, limits: Limits, signpost: Signpost) -> int:
    """A share rounded by the method, within the limits."""
    return min(max(rounded(share, signpost), limits.low), limits.high)


def _divisor(low: Fraction | float, high: Fraction | float) -> Decimal | None:
    """The number with the fewest digits whose square is between two others, well within them.

    It only equals them when there is nothing between: then a rule decides, because a quotient is
    on a signpost. `None` when there is none within twelve decimals.
    """
    if not isinstance(low, Fraction):
        return None
    most = high if isinstance(high, Fraction) else max(low, Fraction(1)) * 100
    for exponent in range(len(str(int(most))) // 2 + 1, -DECIMALS - 1, -1):
        square = Fraction(100) ** exponent
        first = isqrt(int(low / square)) + 1
        last = isqrt(ceil(most / square) - 1)
        if low == high and Fraction(last + 1) ** 2 * square == low:
            first = last = last + 1
        if first <= last:
            number = (first + last) // 2
            return Decimal(number * 10 ** max(exponent, 0)).scaleb(min(exponent, 0))
    return None
