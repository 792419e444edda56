"""Shares in proportion to weights that keep within bounds, and the order of equal claims."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Limits:
    """At least and at most, in whole steps."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Bounded:
    """Shares within limits. `asked` is the share at which a limit was applied, else the same."""

    shares: dict[str, Fraction]
    asked: dict[str, Fraction]


Claim = tuple[Fraction | float, Fraction, str]


def in_order(claim: Fraction | float, weight: Fraction, name: str) -> Claim:
    """Sorts the best claim first: the largest, then the largest weight, then the first name."""
    return (-claim, -weight, name)


def bounded(units: int, weights: Mapping[str, Fraction], limits: Mapping[str, Limits]) -> Bounded:
    """The shares in proportion to weights that keep within limits and add up to `units`.

    Shares below their minimum or above their maximum are moved to it, and what is left is
    divided again among the others, until nothing changes. When both happen in one round, only
    the side that moves most is fixed: the other may come back within its limits. So the result
    does not depend on the order, and every share that is not at a limit has the same ratio to
    its weight. The limits must leave room for `units`.
    """
    fixed: dict[str, Fraction] = {}
    asked: dict[str, Fraction] = {}
    while True:
        free = [name for name in weights if name not in fixed]
        shares = _in_proportion(Fraction(units) - sum(fixed.values()), weights, free)
        # Who is fixed in this round keeps the share of it; all others get another below.
        asked |= shares
        under = {n: limits[n].low - shares[n] for n in free if shares[n] < limits[n].low}
        over = {n: shares[n] - limits[n].high for n in free if shares[n] > limits[n].high}
        if not under and not over:
            return Bounded({name: {**fixed, **shares}[name] for name in weights}, asked)
        balance = sum(under.values()) - sum(over.values())
        if balance >= 0:
            fixed |= {name: Fraction(limits[name].low) for name in under}
        if balance <= 0:
            fixed |= {name: Fraction(limits[name].high) for name in over}


def _in_proportion(
    units: Fraction, weights: Mapping[str, Fraction], free: list[str]
) -> dict[str, Fraction]:
    whole = sum((weights[name] for name in free), Fraction(0))
    if not whole:
        return {name: units / len(free) for name in free}
    return {name: units * weights[name] / whole for name in free}
