"""What each kind of target asks for, and whether that can be met at all (design: target rules).

Each function turns a target into numbers: for the whole region, per municipality and, for
`per-programme`, per programme. A reason says why a target cannot be met, with the numbers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kansrijk_cli.compute.population import population
from kansrijk_cli.model.results import Target
from kansrijk_cli.workspace.workspace import Workspace

# The kinds that are judged and not counted.
JUDGED = frozenset(("milestone", "narrative"))


@dataclass(frozen=True, slots=True)
class Bounds:
    """At least and at most; `None` is no bound."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None

    def holds(self, value: Decimal) -> bool:
        """Whether a value is within the bounds."""
        return (self.minimum is None or value >= self.minimum) and (
            self.maximum is None or value <= self.maximum
        )


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a target cannot be met: a word and the numbers that clash."""

    why: str
    numbers: Mapping[str, Decimal | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Required:
    """What a target asks for. `total` is exact, `region` holds the bounds of the whole region.

    `exact` are the bounds of municipalities before they were rounded, if they were. Those of the
    region are added up from these, and rounded once.
    """

    total: Decimal | None = None
    region: Bounds = Bounds()
    municipalities: Mapping[str, Bounds] = field(default_factory=dict)
    programmes: Mapping[str, Bounds] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()
    exact: Mapping[str, Bounds] = field(default_factory=dict)

    @property
    def reachable(self) -> Bounds:
        """The bounds of the region, as wide as those of the municipalities together.

        Who all meet their own, rounded, are not short together by rounding.
        """
        if not self.exact:
            return self.region
        low = _sum_of([bounds.minimum for bounds in self.municipalities.values()])
        high = _sum_of([bounds.maximum for bounds in self.municipalities.values()])
        lows = [n for n in (self.region.minimum, low) if n is not None]
        highs = [n for n in (self.region.maximum, high) if n is not None]
        return Bounds(
            min(lows) if self.region.minimum is not None else None,
            max(highs) if self.region.maximum is not None else None,
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """A target with the municipalities it is about and the year in which it is due."""

    workspace: Workspace
    target: Target
    municipalities: tuple[str, ...]
    year: int


def required(asked: Asked) -> Required:
    """What a target asks for, by its kind."""
    return KINDS[asked.target.kind](asked)


def _own_bounds(target: Target) -> Bounds:
    if target.exact is not None:
        return Bounds(target.exact, target.exact)
    return Bounds(target.minimum, target.maximum)


def _each(asked: Asked, bounds: Bounds) -> Required:
    """The same bounds in every municipality, and what that makes for the region."""
    count, target = len(asked.municipalities), asked.target
    low = None if bounds.minimum is None else bounds.minimum * count
    high = None if bounds.maximum is None else bounds.maximum * count
    reasons = [
        *_no_municipalities(asked),
        *_order(bounds),
        *_too_low(target, bounds, count),
        *_too_high(target, bounds, count),
    ]
    each = dict.fromkeys(asked.municipalities, bounds)
    return Required(target.total, Bounds(low, high), each, reasons=tuple(reasons))


def _too_low(target: Target, bounds: Bounds, count: int) -> list[Reason]:
    """A total that is less than all minimums together."""
    needed = None if bounds.minimum is None else bounds.minimum * count
    if bounds.minimum is None or needed is None or target.total is None or needed <= target.total:
        return []
    numbers: dict[str, Decimal | int] = {
        "count": count,
        "each": bounds.minimum,
        "needed": needed,
        "total": target.total,
    }
    return [Reason("total-too-low", numbers)]


def _too_high(target: Target, bounds: Bounds, count: int) -> list[Reason]:
    """A total that is more than all maximums together."""
    reach = None if bounds.maximum is None else bounds.maximum * count
    if bounds.maximum is None or reach is None or target.total is None or reach >= target.total:
        return []
    numbers: dict[str, Decimal | int] = {
        "count": count,
        "most": bounds.maximum,
        "reach": reach,
        "total": target.total,
    }
    return [Reason("total-too-high", numbers)]


def _no_municipalities(asked: Asked) -> list[Reason]:
    return [] if asked.municipalities else [Reason("no-municipalities")]


def _order(bounds: Bounds) -> list[Reason]:
    if bounds.minimum is None or bounds.maximum is None or bounds.minimum <= bounds.maximum:
        return []
    return [Reason("minimum-above-maximum", {"least": bounds.minimum, "upmost": bounds.maximum})]


def _per_municipality(asked: Asked) -> Required:
    return _each(asked, _own_bounds(asked.target))


def _every_municipality(asked: Asked) -> Required:
    once = Bounds(Decimal(1), Decimal(1))
    found = _each(asked, Bounds(Decimal(1)))
    reasons = (*found.reasons, *_too_high(asked.target, once, len(asked.municipalities)))
    total = Decimal(len(asked.municipalities)) if found.total is None else found.total
    return Required(total, found.region, found.municipalities, reasons=reasons)


def _per_programme(asked: Asked) -> Required:
    target, bounds = asked.target, _own_bounds(asked.target)
    count = len(target.programmes)
    low = None if bounds.minimum is None else bounds.minimum * count
    reasons = [] if count else [Reason("no-programmes")]
    reasons += [*_order(bounds), *_too_low(target, bounds, count)]
    programmes = dict.fromkeys(target.programmes, bounds)
    return Required(target.total, Bounds(low), programmes=programmes, reasons=tuple(reasons))


def _whole_region(asked: Asked) -> Required:
    bounds = _own_bounds(asked.target)
    return Required(asked.target.total, bounds, reasons=tuple(_order(bounds)))


def _growth(asked: Asked) -> Required:
    target = asked.target
    goal = _on_path(target, asked.year) or _own_bounds(target)
    reasons = _order(goal)
    if target.baseline is not None and goal.minimum is not None and goal.minimum < target.baseline:
        reasons.append(Reason("shrinks", {"baseline": target.baseline, "goal": goal.minimum}))
    return Required(target.total, goal, reasons=tuple(reasons))


def _on_path(target: Target, year: int) -> Bounds | None:
    """What the growth path asks in a year: its last step not later than that."""
    steps = [(step, value) for step, value in target.path.items() if int(step) <= year]
    return Bounds(max(steps)[1]) if steps else None


def _sum(asked: Asked) -> Required:
    target = asked.target
    parts = sum(target.parts.values(), Decimal(0))
    total = parts if target.total is None else target.total
    differs = target.total is not None and target.total != parts
    reason = Reason("parts-differ", {"stated": total, "parts": parts})
    return Required(total, Bounds(total), reasons=(reason,) if differs else ())


def _per_population(asked: Asked) -> Required:
    target, bounds = asked.target, _own_bounds(asked.target)
    exact: dict[str, Bounds] = {}
    for municipality in asked.municipalities:
        people = population(asked.workspace, municipality, target.of or "inhabitants", asked.year)
        if people is not None and isinstance(target.per, Decimal) and target.per:
            share = Decimal(people) / target.per
            exact[municipality] = Bounds(
                _times(bounds.minimum, share), _times(bounds.maximum, share)
            )
    complete = len(exact) == len(asked.municipalities)
    low = _sum_of([b.minimum for b in exact.values()]) if complete else None
    high = _sum_of([b.maximum for b in exact.values()]) if complete else None
    each = {name: _rounded(own) for name, own in exact.items()}
    reasons = (*_no_municipalities(asked), *_order(bounds))
    return Required(target.total, _rounded(Bounds(low, high)), each, reasons=reasons, exact=exact)


def _times(bound: Decimal | None, share: Decimal) -> Decimal | None:
    return None if bound is None else bound * share


def _rounded(bounds: Bounds) -> Bounds:
    low, high = bounds.minimum, bounds.maximum
    return Bounds(None if low is None else round(low, 2), None if high is None else round(high, 2))


def _sum_of(bounds: list[Decimal | None]) -> Decimal | None:
    known = [bound for bound in bounds if bound is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(bounds) else None


def _judged(_asked: Asked) -> Required:
    return Required()


KINDS: Mapping[str, Callable[[Asked], Required]] = {
    "per-municipality": _per_municipality,
    "every-municipality": _every_municipality,
    "per-programme": _per_programme,
    "count": _whole_region,
    "growth": _growth,
    "sum": _sum,
    "per-population": _per_population,
    "region-spread": _whole_region,
    "frequency": _whole_region,
    "milestone": _judged,
    "narrative": _judged,
}
