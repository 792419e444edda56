"""Which observed numbers of persons of a region may be shown, and what to say of the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from functools import cached_property

from kansrijk_cli.compute.privacy.cells import (
    Cell,
    baseline_cell,
    cell_of,
    relations,
    whole_of,
    with_sums,
)
from kansrijk_cli.compute.privacy.disclosure import protect
from kansrijk_cli.compute.privacy.linear import Limits
from kansrijk_cli.compute.privacy.subjects import Subjects
from kansrijk_cli.compute.privacy.sums import Relation
from kansrijk_cli.compute.privacy.territory import Territory
from kansrijk_cli.compute.targets.asked import asked
from kansrijk_cli.compute.targets.requirements import Required
from kansrijk_cli.model.results import Figure, Target
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

SUPPRESSED = "suppressed"

# By year of the folder what is observed there; `None` is a number that was never written down.
Numbers = dict[int, list[tuple[Cell, Decimal | None]]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of a figure. `met`: whether its number reaches the minimum asked there."""

    value: bool
    whole: bool
    spread: bool
    met: bool | None


@dataclass(frozen=True)
class Privacy:
    """The observed numbers of a region, and which of them are hidden.

    Figures in other years of the region count as well when they are about the same.
    """

    workspace: Workspace
    region: RegionFolder
    year: YearFolder

    @property
    def threshold(self) -> int:
        """From which number of persons on a figure may be shown."""
        return self.region.region.threshold if self.region.region else 0

    def shown(self, figure: Figure) -> Shown:
        """What may be shown of a figure of this year. A forecast is no observation."""
        written_off = figure.value == SUPPRESSED
        if figure.forecast:
            return Shown(not written_off, True, not written_off, None)
        subject = self.subject(figure)
        cell = cell_of(figure, subject, self.territory, self.year.year)
        hidden = self.told_by(subject)
        value = not (written_off or cell in hidden)
        ends = (figure.range.low, figure.range.high) if figure.range else ()
        spread = value and not hidden and not any(self.is_small(subject, end) for end in ends)
        met = None if value else self._met(figure, self.year)
        return Shown(value, whole_of(cell) not in hidden, spread, met)

    def is_shown(self, figure: Figure) -> bool:
        """Whether all of a figure may be shown."""
        shown = self.shown(figure)
        return shown.value and shown.whole and (shown.spread or figure.range is None)

    def is_too_small(self, item: Figure | Target, value: object) -> bool:
        """Whether a number of a figure or target counts persons and is too small, but not zero."""
        observed = isinstance(item, Target) or not item.forecast
        return observed and self.is_small(self.subject(item), value)

    def hides_baseline(self, target: Target) -> bool:
        """Whether the stand that a target begins with must be hidden: it was observed once."""
        if target.baseline is None:
            return False
        subject = self.subject(target)
        cell = baseline_cell(target, subject, self.territory, self.year.year)
        return self.is_small(subject, target.baseline) or cell in self.told_by(subject)

    def told(self, target: Target) -> Target:
        """A target as if a baseline that must be hidden was never written down."""
        return without_baseline(target) if self.hides_baseline(target) else target

    def subject(self, item: Figure | Target) -> str:
        """What a figure or target of this year is about."""
        if isinstance(item, Target):
            return self.subjects.of_target(item)
        return self.subjects.of(item, self.year)

    def hidden(self, subject: str) -> frozenset[Cell]:
        """The cells of a subject, of all years, that must not be shown."""
        return frozenset(self.told_by(subject))

    def told_by(self, subject: str) -> Mapping[Cell, frozenset[Cell]]:
        """The same, each with the cells that would tell what is hidden; worked out once."""
        if subject not in self._found:
            self._found[subject] = self._work_out(subject)
        return self._found[subject]

    @cached_property
    def territory(self) -> Territory:
        """Which places of the region lie in which."""
        return Territory(self.workspace, self.region)

    @cached_property
    def subjects(self) -> Subjects:
        """What the figures of the region are about."""
        return Subjects(self.workspace, self.region, self.year)

    @cached_property
    def _found(self) -> dict[str, Mapping[Cell, frozenset[Cell]]]:
        return {}

    @cached_property
    def _needed(self) -> dict[tuple[int, str], Required]:
        return {}

    def is_small(self, subject: str, value: object) -> bool:
        """Whether a number is one of persons, when it is about this, and too small."""
        small = isinstance(value, Decimal) and 0 < value < self.threshold
        return small and self.subjects.counts_persons(subject)

    def _work_out(self, subject: str) -> Mapping[Cell, frozenset[Cell]]:
        by_year = self._numbers(subject)
        numbers = [pair for pairs in by_year.values() for pair in pairs]
        small = {c for c, value in numbers if value is None or self.is_small(subject, value)}
        shown = {c: value for c, value in numbers if value is not None and c not in small}
        persons = self.subjects.counts_persons(subject)
        if self.subjects.is_share(subject) or not (small or persons):
            return dict.fromkeys(small, frozenset())
        links = self._links(subject, by_year, shown)
        judged = dict(self._judged(subject))
        return protect(shown, small, links, self.threshold, judged, untold_too=persons)

    def _links(
        self, subject: str, by_year: Numbers, shown: dict[Cell, Decimal]
    ) -> Iterator[Relation]:
        """What adds up, over all years. A target compares within its year with older figures."""
        everything = {cell for pairs in by_year.values() for cell, _ in pairs}
        cells = with_sums(everything, self.territory)
        yield from relations(cells, shown, self.territory, newest=False)
        if subject.startswith("target "):
            for pairs in by_year.values():
                own = with_sums((cell for cell, _ in pairs), self.territory)
                yield from relations(own, shown, self.territory, newest=True)

    def _numbers(self, subject: str) -> Numbers:
        found: Numbers = {}
        for year, figure in self.subjects.figures(subject):
            numbers = found.setdefault(year.year, [])
            cell = cell_of(figure, subject, self.territory, year.year)
            if isinstance(figure.value, Decimal):
                numbers.append((cell, figure.value))
            elif figure.value == SUPPRESSED:
                numbers.append((cell, None))
            if figure.of is not None:
                numbers.append((whole_of(cell), figure.of))
        for year, target in self.subjects.about(subject):
            if target.baseline is not None:
                cell = baseline_cell(target, subject, self.territory, year.year)
                found.setdefault(year.year, []).append((cell, target.baseline))
        return found

    def _judged(self, subject: str) -> Iterator[tuple[Cell, Limits]]:
        """What the judgement of a number tells of it: it reaches the minimum, or it does not."""
        for year, figure in self.subjects.figures(subject):
            minimum, met = self.minimum(figure, year), self._met(figure, year)
            if minimum is not None and minimum > 0 and met is not None:
                least = Fraction(minimum.to_integral_value(ROUND_CEILING))
                cell = cell_of(figure, subject, self.territory, year.year)
                yield cell, Limits(least) if met else Limits(most=least - 1)

    def _met(self, figure: Figure, year: YearFolder) -> bool | None:
        minimum = self.minimum(figure, year)
        if minimum is None:
            return None
        return figure.value >= minimum if isinstance(figure.value, Decimal) else figure.minimum_met

    def minimum(self, figure: Figure, year: YearFolder) -> Decimal | None:
        """What the target of a figure asks at least of its programme, municipality or region."""
        target = self.subjects.targets.get((year.year, figure.target or ""))
        if target is None:
            return None
        key = (year.year, target.id)
        if key not in self._needed:
            self._needed[key] = asked(self.workspace, self.region, year, target)
        needed = self._needed[key]
        if figure.programme:
            bounds = needed.programmes.get(figure.programme)
        elif figure.place in (target.places or (self.region.name,)) and len(target.places) < 2:
            floors = [n for n in (needed.total, needed.region.minimum) if n is not None]
            return max(floors, default=None)
        else:
            bounds = needed.municipalities.get(self.territory.municipality(figure.place))
        return bounds.minimum if bounds else None


def without_baseline(target: Target) -> Target:
    """A target without the stand that it begins with, and what is assumed of that."""
    assumed = {name: why for name, why in target.assumed.items() if name != "baseline"}
    return target.model_copy(update={"baseline": None, "assumed": assumed})
