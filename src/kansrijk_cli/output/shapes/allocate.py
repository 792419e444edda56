"""`kansrijk/allocate/1`. Amounts are in euros; `unit` is `null` then."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from kansrijk_cli.compute.dividing.allocation import Allocated, Decision, Share
from kansrijk_cli.compute.dividing.apportion import Refusal
from kansrijk_cli.model.keys import Method
from kansrijk_cli.output.explanations import explained
from kansrijk_cli.output.shapes.base import Number, Part, Shape, State


class RefusalShape(Part):
    """Waarom iets niet verdeeld kan worden: een woord, de getallen, en om wie het gaat."""

    why: str
    numbers: dict[str, Number]
    names: list[str]


class ShareShape(Part):
    """Wat een gemeente krijgt. `share` is naar verhouding, `bounded` is dat na de grenzen."""

    municipality: str
    participates: bool
    value: Number
    decided_by: Decision
    share: Number | None
    bounded: Number | None
    rank: int | None
    tied: bool
    minimum: Number | None
    maximum: Number | None
    reason: str | None
    equal: Number
    inhabitants: int | None
    inhabitants_state: State | None
    births: int | None
    births_state: State | None
    per_inhabitant: Number | None
    per_birth: Number | None
    explanation: str


class AllocateShape(Shape):
    """De uitkomst van `kansrijk allocate`. `shares` telt precies op tot `total`."""

    name: ClassVar = "allocate"

    region: str
    year: int
    target: str
    unit: str | None
    key: str
    method: Method
    on: date
    key_years: dict[str, int]
    total: Number
    step: Number
    divisor: Number | None
    feasible: bool
    refusals: list[RefusalShape]
    shares: dict[str, Number]
    weights: dict[str, Number]
    municipalities: list[ShareShape]


def allocate_shape(
    region: str, year: int, target: str, found: Allocated, key: str
) -> AllocateShape:
    """An outcome in its published shape; `key` is the title of the key."""
    request, weights = found.request, found.weights
    return AllocateShape(
        region=region,
        year=year,
        target=target,
        unit=request.unit,
        key=request.key,
        method=request.method,
        on=request.on,
        key_years={str(measure): year for measure, year in sorted(weights.years.items())},
        total=request.total,
        step=request.step,
        divisor=found.divisor,
        feasible=not found.refusals,
        refusals=[refusal_shape(refusal) for refusal in found.refusals],
        shares={share.municipality: share.value for share in found.shares},
        weights={name: rounded(w) for name, w in sorted(weights.weights.items())},
        municipalities=[_share(found, share, key) for share in found.shares],
    )


def refusal_shape(refusal: Refusal) -> RefusalShape:
    """A refusal in its published shape."""
    numbers = {name: Decimal(value) for name, value in sorted(refusal.numbers.items())}
    return RefusalShape(why=refusal.why, numbers=numbers, names=list(refusal.names))


def rounded(value: Fraction) -> Decimal:
    """A fraction in as many digits as decimals have."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _share(found: Allocated, share: Share, key: str) -> ShareShape:
    part, per = share.part, {measure: share.per(measure) for measure in share.people}
    return ShareShape(
        municipality=share.municipality,
        participates=part is not None,
        value=share.value,
        decided_by=share.decided_by,
        share=rounded(part.share) if part and share.weight is not None else None,
        bounded=rounded(part.bounded) if part else None,
        rank=part.rank if part else None,
        tied=part.tied if part else False,
        minimum=share.bounds.minimum,
        maximum=share.bounds.maximum,
        reason=share.deviation.reason if share.deviation else None,
        equal=rounded(share.equal),
        inhabitants=share.people.get("inhabitants"),
        inhabitants_state=None if "inhabitants" in share.people else "unknown",
        births=share.people.get("births"),
        births_state=None if "births" in share.people else "unknown",
        per_inhabitant=_optional(per.get("inhabitants")),
        per_birth=_optional(per.get("births")),
        explanation=explained(found, share, key),
    )


def _optional(value: Fraction | None) -> Decimal | None:
    return None if value is None else rounded(value)
