"""Divides a whole over parts: exactly, within bounds, in steps, by a published method.

The methods, with the names they have elsewhere:

- `largest-remainder`: Hamilton, Hare-Niemeyer; the Dutch "grootste overschotten";
- `dhondt`: Jefferson, greatest divisors; the Dutch "grootste gemiddelden";
- `sainte-lague`: Webster, major fractions;
- `huntington-hill`: equal proportions;
- `adams`: smallest divisors.

Source of the formulas: M.L. Balinski and H.P. Young, "The quota method of apportionment", The
American Mathematical Monthly 82 (1975), 701-730. For bounds each method gives what it would give
without them, moved to the nearest bound, for the one size of a share at which the total fits.

Nothing here is rounded before the end: shares are fractions, and parts are whole steps.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import get_args

from kansrijk_cli.compute.dividing.bounding import Limits, bounded, in_order
from kansrijk_cli.compute.dividing.divisors import SIGNPOSTS, Outcome, Rounded, by_divisor
from kansrijk_cli.compute.targets.requirements import Bounds
from kansrijk_cli.model.keys import Method

METHODS: tuple[Method, ...] = get_args(Method)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something cannot be divided: a word, the numbers that clash, and whom it is about."""

    why: str
    numbers: Mapping[str, Decimal | int] = field(default_factory=dict)
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What one gets and why.

    `share` is in proportion to the whole total, `bounded` is it after the bounds. `asked` is what
    it was when its own bound was applied: others at theirs may have made it more or less. `rank` is
    the place of its remainder, from large to small, only for `largest-remainder`. `outcome` is
    about the quotient when there is a divisor, else about the share. `tied` says that the rule for
    equal remainders or quotients has decided. The outcome `sum` is of a whole whose lines are
    divided each by itself.
    """

    value: Decimal
    share: Fraction
    bounded: Fraction
    asked: Fraction
    outcome: Outcome
    rank: int | None = None
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Division:
    """A whole that is divided. For divisor methods a weight divided by `divisor` is its quotient.

    That is in the unit of the whole, and is rounded to a step by the method.
    """

    parts: Mapping[str, Part] = field(default_factory=dict)
    divisor: Decimal | None = None
    refusals: tuple[Refusal, ...] = ()


def apportion(
    total: Decimal,
    weights: Mapping[str, Fraction],
    bounds: Mapping[str, Bounds] | None = None,
    method: Method = "largest-remainder",
    step: Decimal = Decimal(1),
) -> Division:
    """Divide a total in proportion to weights that are not negative.

    Without a minimum nobody gets less than nothing. Equal remainders or quotients go to the
    largest weight first, then to the first name in alphabetical order. Who has no weight only
    gets what is left when all others have their maximum. What cannot be divided is refused.
    """
    refusals = _refused(total, weights, bounds or {}, step)
    if refusals:
        return Division(refusals=refusals)
    units = int(total / step)
    limits = {name: _limits((bounds or {}).get(name, Bounds()), units, step) for name in weights}
    effective, within = _with_weight(units, weights, limits), bounded(units, weights, limits)
    shares = within.shares
    if method == "largest-remainder":
        rounded = _by_remainder(units, shares, weights)
    else:
        post, size = SIGNPOSTS[method], Fraction(step)
        rounded = by_divisor(units, effective, limits, shares, post, size)
        if not all(weights[name] for name in effective):
            # Nobody has a weight to divide.
            rounded = replace(rounded, divisor=None, outcomes={})
    free = bounded(units, weights, dict.fromkeys(weights, Limits(0, units))).shares
    parts = {
        name: _part(rounded, name, (free[name], shares[name], within.asked[name]), step)
        for name in weights
    }
    return Division(parts, rounded.divisor)


def _refused(
    total: Decimal, weights: Mapping[str, Fraction], bounds: Mapping[str, Bounds], step: Decimal
) -> tuple[Refusal, ...]:
    """Every reason why no division exists; none when one does."""
    if not weights:
        return (Refusal("nobody"),)
    if total < 0:
        return (Refusal("negative-total", {"total": total}),)
    if total % step:
        return (Refusal("not-in-steps", {"total": total, "step": step}),)
    limits = {name: _wide(bounds.get(name, Bounds()), step) for name in weights}
    crossed = tuple(
        Refusal("crossed", {"minimum": low, "maximum": high}, (name,))
        for name, (low, high) in limits.items()
        if high is not None and low > high
    )
    return crossed or _too_narrow(total, list(limits.values()))


def _too_narrow(
    total: Decimal, limits: list[tuple[Decimal, Decimal | None]]
) -> tuple[Refusal, ...]:
    """That all minimums together are more than the total, or all maximums less."""
    needed = sum((low for low, _ in limits), Decimal(0))
    if needed > total:
        numbers = {"needed": needed, "total": total, "short": needed - total}
        return (Refusal("too-low", numbers),)
    highs = [high for _, high in limits if high is not None]
    reach = sum(highs, Decimal(0))
    if len(highs) == len(limits) and reach < total:
        return (Refusal("too-high", {"reach": reach, "total": total, "over": total - reach}),)
    return ()


def _wide(bounds: Bounds, step: Decimal) -> tuple[Decimal, Decimal | None]:
    """Bounds in whole steps: the lowest and highest that can be given."""
    low = max(bounds.minimum or Decimal(0), Decimal(0))
    low = (low / step).to_integral_value(ROUND_CEILING) * step
    if bounds.maximum is None:
        return low, None
    return low, (bounds.maximum / step).to_integral_value(ROUND_FLOOR) * step


def _limits(bounds: Bounds, units: int, step: Decimal) -> Limits:
    low, high = _wide(bounds, step)
    # Without a maximum there is always room for one more, or its claim would not be weighed.
    return Limits(int(low / step), units + 1 if high is None else min(units + 1, int(high / step)))


def _with_weight(
    units: int, weights: Mapping[str, Fraction], limits: Mapping[str, Limits]
) -> dict[str, Fraction]:
    """Who takes part in rounding: those with a weight, unless they cannot take it all."""
    having = {name: weight for name, weight in weights.items() if weight}
    without = [name for name in weights if name not in having]
    room = sum(limits[n].high for n in having) + sum(limits[n].low for n in without)
    return having if room >= units else dict.fromkeys(without, Fraction(1))


def _by_remainder(
    units: int, shares: Mapping[str, Fraction], weights: Mapping[str, Fraction]
) -> Rounded:
    """Every share rounded down; what is left goes to the largest remainders."""
    whole = {name: int(share) for name, share in shares.items()}
    rest = {name: share - whole[name] for name, share in shares.items()}
    order = sorted(rest, key=lambda name: in_order(rest[name], weights[name], name))
    left = units - sum(whole.values())
    even = 0 < left < len(order) and rest[order[left - 1]] == rest[order[left]]
    return Rounded(
        whole | {name: whole[name] + 1 for name in order[:left]},
        None,
        frozenset(n for n in order if even and rest[n] == rest[order[left]]),
        {name: rank for rank, name in enumerate(order, 1) if rest[name]},
    )


def _part(
    rounded: Rounded,
    name: str,
    shares: tuple[Fraction, Fraction, Fraction],
    step: Decimal,
) -> Part:
    """What one gets, with what decided it: a bound, or the way it was rounded."""
    before, after, asked = shares
    units = rounded.units[name]
    outcome = rounded.outcomes.get(name) or _outcome(units, after, asked)
    rank = rounded.ranks.get(name) if outcome in ("up", "down") else None
    size = Fraction(step)
    tied = name in rounded.tied
    return Part(units * step, before * size, after * size, asked * size, outcome, rank, tied)


def _outcome(units: int, after: Fraction, asked: Fraction) -> Outcome:
    if units == after:
        if asked == after:
            return "exact"
        return "minimum" if asked < after else "maximum"
    return "up" if units > after else "down"
