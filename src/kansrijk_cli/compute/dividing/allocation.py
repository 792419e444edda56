"""Dividing a target or an amount over municipalities, with for each what explains its share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from kansrijk_cli.compute.dividing.apportion import METHODS, Division, Part, Refusal, apportion
from kansrijk_cli.compute.dividing.keys import Asking, Weights, reference_year, weights_of
from kansrijk_cli.compute.population import Measure, counts_of_year, known_years
from kansrijk_cli.compute.targets.requirements import Bounds
from kansrijk_cli.model.keys import Deviation, Method
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace

CENT = Decimal("0.01")
MEASURES: tuple[Measure, ...] = ("inhabitants", "births")
Decision = Literal["absent", "deviation", "minimum", "maximum", "exact", "up", "down", "sum"]


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be divided, over whom and how. `unit` is `None` for euros.

    `bounds` may leave out municipalities. `on` is the day whose figures count; with `insists` a
    key with a day of its own does not keep that.
    """

    title: str
    unit: str | None
    total: Decimal
    key: str
    on: date
    municipalities: tuple[str, ...]
    bounds: Mapping[str, Bounds] = field(default_factory=dict)
    method: Method = METHODS[0]
    step: Decimal = Decimal(1)
    without: frozenset[str] = frozenset()
    deviations: Mapping[str, Deviation] = field(default_factory=dict)
    insists: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """What one municipality gets, and against what to hold it.

    `equal` is its part if all that take part got the same. `people` has the counts that are
    known, per measure. `part` is `None` for who does not take part.
    """

    municipality: str
    weight: Fraction | None
    part: Part | None
    bounds: Bounds
    equal: Fraction
    people: Mapping[Measure, int]
    deviation: Deviation | None = None

    @property
    def value(self) -> Decimal:
        """What it gets; nothing when it does not take part."""
        return self.part.value if self.part else Decimal(0)

    @property
    def decided_by(self) -> Decision:
        """The word for what decided the value."""
        if self.part is None:
            return "absent"
        return "deviation" if self.deviation else self.part.outcome

    def per(self, measure: Measure) -> Fraction | None:
        """What it gets for each inhabitant or birth, `None` when their number is not known."""
        people = self.people.get(measure)
        return Fraction(self.value) / people if people else None


@dataclass(frozen=True, slots=True)
class Allocated:
    """An outcome: the shares in the order of the request, or the refusals that left none.

    `years` has per measure the year of the people that the shares are held against.
    """

    request: Request
    weights: Weights
    shares: tuple[Share, ...] = ()
    years: Mapping[Measure, int] = field(default_factory=dict)
    divisor: Decimal | None = None
    refusals: tuple[Refusal, ...] = ()

    def per(self, measure: Measure) -> Fraction | None:
        """The average of all that take part, `None` when of one the number is not known."""
        counts = [share.people.get(measure, 0) for share in self.shares if share.part]
        return Fraction(self.request.total) / sum(counts) if counts and all(counts) else None


def allocate(workspace: Workspace, region: RegionFolder, request: Request) -> Allocated:
    """Divide. A deviation is a value that is fixed beforehand; the others divide the rest."""
    joining = tuple(m for m in request.municipalities if m not in request.without)
    asked = tuple(m for m in joining if m not in request.deviations)
    asking = Asking(workspace, region, joining, request.on, request.insists)
    found = weights_of(asking, request.key)
    if found.refusals and asked != joining:
        # Whoever has a value of its own needs no figure.
        found = weights_of(
            Asking(workspace, region, asked, request.on, request.insists), request.key
        )
    weights = found.of_total(request.total)
    refusals = (*_bad_deviations(request, joining), *(weights.refusals if asked else ()))
    if refusals:
        return Allocated(request, weights, refusals=refusals)
    division = apportion(
        request.total,
        {m: weights.weights.get(m, Fraction(0)) for m in joining},
        {m: _bounds(request, m) for m in joining},
        request.method,
        request.step,
    )
    if division.refusals:
        return Allocated(request, weights, refusals=division.refusals)
    return _explained(workspace, request, weights, division)


def _bounds(request: Request, municipality: str) -> Bounds:
    deviation = request.deviations.get(municipality)
    if deviation:
        return Bounds(deviation.value, deviation.value)
    return request.bounds.get(municipality, Bounds())


def _bad_deviations(request: Request, joining: tuple[str, ...]) -> list[Refusal]:
    """Values chosen by hand that cannot be: of who does not take part, or outside the bounds."""
    found: list[Refusal] = []
    for name, deviation in request.deviations.items():
        bounds = request.bounds.get(name, Bounds())
        if name not in joining:
            found.append(Refusal("deviation-absent", names=(name,)))
        elif deviation.value < 0 or deviation.value % request.step:
            numbers = {"value": deviation.value, "step": request.step}
            found.append(Refusal("deviation-not-in-steps", numbers, (name,)))
        elif bounds.minimum is not None and deviation.value < bounds.minimum:
            numbers = {"value": deviation.value, "minimum": bounds.minimum}
            found.append(Refusal("deviation-too-low", numbers, (name,)))
        elif bounds.maximum is not None and deviation.value > bounds.maximum:
            numbers = {"value": deviation.value, "maximum": bounds.maximum}
            found.append(Refusal("deviation-too-high", numbers, (name,)))
    return found


def _explained(
    workspace: Workspace, request: Request, weights: Weights, division: Division
) -> Allocated:
    years = {measure: _year_of(workspace, request, weights, measure) for measure in MEASURES}
    counts = {
        measure: counts_of_year(workspace, request.municipalities, measure, year)
        for measure, year in years.items()
        if year is not None
    }
    joining = len(division.parts)
    shares = tuple(
        Share(
            name,
            weights.weights.get(name),
            division.parts.get(name),
            request.bounds.get(name, Bounds()),
            Fraction(request.total) / joining if name in division.parts else Fraction(0),
            {measure: found[name] for measure, found in counts.items() if name in found},
            request.deviations.get(name),
        )
        for name in request.municipalities
    )
    used = {measure: year for measure, year in years.items() if year is not None}
    return Allocated(request, weights, shares, used, division.divisor)


def _year_of(
    workspace: Workspace, request: Request, weights: Weights, measure: Measure
) -> int | None:
    """The year of the figures to hold the outcome against: that of the key, else the newest."""
    if measure in weights.years:
        return weights.years[measure]
    for year in known_years(workspace, reference_year(measure, request.on)):
        if counts_of_year(workspace, request.municipalities, measure, year):
            return year
    return None
