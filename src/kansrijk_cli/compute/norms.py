"""National norms in a region: what they ask, what is known, and what is still missing.

A norm holds for every region. When a target of the region takes it over, the numbers of that
target count and its deviation is told; otherwise the norm itself is worked out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kansrijk_cli.compute.coverage.matrix import (
    PRESENT,
    local_coalitions,
    official_municipalities,
    status_on,
)
from kansrijk_cli.compute.dates import document_date
from kansrijk_cli.compute.targets.requirements import Asked, Bounds, Required, required
from kansrijk_cli.compute.targets.states import target_state
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.norms import Norm, Norms
from kansrijk_cli.model.results import Results, Target, TargetFields
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

COMPARED = ("kind", "minimum", "maximum", "exact", "total", "per", "of")


@dataclass(frozen=True, slots=True)
class Known:
    """What is observed: a total, and per municipality a number or that it is hidden.

    A total that is no more than the sum of some municipalities is not `complete`.
    """

    total: Decimal | None = None
    municipalities: Mapping[str, Decimal | None] = field(default_factory=dict)
    total_hidden: bool = False
    complete: bool = True


@dataclass(frozen=True, slots=True)
class NormState:
    """A norm in a region on a date.

    `short` are the municipalities that are known to have less than asked, `unknown` those of
    which nothing is known. `lacking` is what the region still needs for the minimum (at most that
    when not all is known), `None` when that is not known or not counted.
    """

    norm: Norm
    target: Target | None
    needed: Required
    known: Known
    short: tuple[str, ...]
    unknown: tuple[str, ...]
    lacking: Decimal | None

    @property
    def needs(self) -> str | None:
        """Which figure it still takes to compute the norm, `None` when it could be computed."""
        is_computed = self.needed.total is not None or self.needed.region != Bounds()
        return None if is_computed else self.norm.needs

    @property
    def deviates(self) -> bool:
        """Whether the region chose other numbers than the norm."""
        return self.target is not None and deviates(self.target, self.norm)


def deviates(target: TargetFields, norm: TargetFields) -> bool:
    """Whether a target asks something else than the norm that it takes over."""
    return any(getattr(target, field) != getattr(norm, field) for field in COMPARED)


def known_norms(workspace: Workspace) -> dict[str, Norm]:
    """The norms of the catalogue; those of the workspace itself replace the program's by id."""
    return {
        norm.id: norm
        for entry in reversed(workspace.catalog_entries(Norms))
        for norm in entry.content.norms
    }


def norm_states(
    workspace: Workspace, region: RegionFolder, year: YearFolder, on: date | None = None
) -> Iterator[NormState]:
    """Every norm; without `on` on the date of the document."""
    day = on or document_date(year)
    for norm in known_norms(workspace).values():
        yield norm_state(workspace, region, year, norm, day)


def norm_state(
    workspace: Workspace, region: RegionFolder, year: YearFolder, norm: Norm, on: date
) -> NormState:
    """One norm, with the first target of the year that takes it over."""
    place, target = taken_over(year, norm)
    if target is None or place is None:
        fields = {name: getattr(norm, name) for name in TargetFields.model_fields}
        members = official_municipalities(workspace, region, on)
        needed = required(Asked(workspace, Target(**fields), members, year.year))
        return _state(norm, None, needed, _counted(workspace, region, norm, on))
    state = target_state(workspace, region, year, target, place, on)
    found = state.achieved
    if found is None:
        return _state(norm, state.target, state.required, Known())
    values = found.municipalities
    some = [value for value in values.values() if value is not None]
    missing = any(name not in values for name in state.required.municipalities)
    complete = not (missing and found.total == sum(some, Decimal(0)))
    known = Known(found.total, values, found.total_hidden, complete)
    return _state(norm, state.target, state.required, known)


def taken_over(year: YearFolder, norm: Norm) -> tuple[Place | None, Target | None]:
    """The first target of a year that takes over a norm, with its place."""
    entry = year.files.get(Results)
    for place, target in each(entry.place.at("targets"), entry.content.targets) if entry else ():
        if target.norm == norm.id:
            return place, target
    return None, None


def _counted(workspace: Workspace, region: RegionFolder, norm: Norm, on: date) -> Known:
    """What the other files say of a norm that no target takes over: its coalitions."""
    if norm.counts == "local-coalitions":
        statuses = local_coalitions(workspace, region, on)
        each_one = {
            name: Decimal(status in PRESENT)
            for name, status in statuses.items()
            if status != "unknown"
        }
        total = sum(each_one.values(), Decimal(0)) if each_one else None
        return Known(total, each_one, complete=len(each_one) == len(statuses))
    if norm.counts == "regional-coalitions":
        return Known(_regional_coalitions(region, on))
    return Known()


def _regional_coalitions(region: RegionFolder, on: date) -> Decimal | None:
    """How many are there, `None` when the data names none and does not say that it is complete."""
    content = region.files.content(Coalitions)
    named = [c for c in (content.coalitions if content else ()) if c.level == "regional"]
    complete = bool(content and content.inventory and content.inventory.complete)
    statuses = [status_on(c.status, c.period, on, on.year) for c in named]
    if "unknown" in statuses or not (named or complete):
        return None
    return Decimal(sum(status in PRESENT for status in statuses))


def _state(norm: Norm, target: Target | None, needed: Required, known: Known) -> NormState:
    values = known.municipalities
    return NormState(
        norm,
        target,
        needed,
        known,
        tuple(m for m, b in needed.municipalities.items() if _is_short(b, values.get(m))),
        tuple(m for m in needed.municipalities if m not in values),
        _lacking(needed, known),
    )


def _is_short(bounds: Bounds, value: Decimal | None) -> bool:
    return value is not None and bounds.minimum is not None and value < bounds.minimum


def _lacking(needed: Required, known: Known) -> Decimal | None:
    """The shortfalls of the municipalities together: too many in one does not help another.

    Without a number for each municipality that has one, it is the shortfall of the region.
    """
    if known.total is None or known.total_hidden:
        return None
    values = known.municipalities
    minimums = {m: b.minimum for m, b in needed.municipalities.items() if b.minimum is not None}
    if minimums and values and None not in values.values():
        had = {name: values.get(name) or Decimal(0) for name in minimums}
        short = [name for name, low in minimums.items() if had[name] < low]
        exact = (needed.exact.get(name, needed.municipalities[name]).minimum for name in short)
        gaps = (low - had[name] for name, low in zip(short, exact, strict=True) if low is not None)
        lacking = sum(gaps, Decimal(0))
        return round(lacking, 2) if needed.exact else lacking
    least = needed.total if needed.total is not None else needed.region.minimum
    return None if least is None else max(least - known.total, Decimal(0))
