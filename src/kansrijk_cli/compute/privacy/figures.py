"""Which observed numbers of persons of a region may be shown, and what to say of the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from functools import cached_property

from kansrijk_cli.compute.privacy.cells import Cell, cell_of, relations, whole_of, with_sums
from kansrijk_cli.compute.privacy.disclosure import protect
from kansrijk_cli.compute.privacy.linear import Limits
from kansrijk_cli.compute.privacy.territory import Territory
from kansrijk_cli.compute.targets.asked import asked
from kansrijk_cli.compute.targets.requirements import Required
from kansrijk_cli.model.catalog import Indicator, Indicators
from kansrijk_cli.model.results import Figure, Results, Target
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

SUPPRESSED = "suppressed"

# Numbers in such a unit are shares: those of municipalities do not add up to that of the region.
SHARES = ("%", "per ")


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of a figure. `met`: whether its number reaches the minimum asked there."""

    value: bool
    whole: bool
    spread: bool
    met: bool | None


@dataclass(frozen=True)
class Privacy:
    """The figures of a region, and which of them are hidden.

    A figure in another year of the same region counts as well when it is about the same indicator.
    """

    workspace: Workspace
    region: RegionFolder
    year: YearFolder

    def shown(self, figure: Figure) -> Shown:
        """What may be shown of a figure of this year. A forecast is no observation."""
        written_off = figure.value == SUPPRESSED
        if figure.forecast:
            return Shown(not written_off, True, not written_off, None)
        subject = self._subject(figure, self.year)
        cell = cell_of(figure, subject, self._territory, self.year.year)
        hidden = self._hidden(subject)
        value = not (written_off or cell in hidden)
        ends = (figure.range.low, figure.range.high) if figure.range else ()
        spread = value and not hidden and not any(self._is_small(subject, end) for end in ends)
        met = None if value else self._met(figure, self.year)
        return Shown(value, whole_of(cell) not in hidden, spread, met)

    def is_shown(self, figure: Figure) -> bool:
        """Whether all of a figure may be shown."""
        shown = self.shown(figure)
        return shown.value and shown.whole and (shown.spread or figure.range is None)

    def is_too_small(self, figure: Figure, value: object) -> bool:
        """Whether a number of a figure counts persons and is under the threshold, but not zero."""
        return not figure.forecast and self._is_small(self._subject(figure, self.year), value)

    def hides_baseline(self, target: Target) -> bool:
        """Whether the stand that a target begins with is an observation of too few persons.

        It was observed before: a figure of that target in another year may say `persons` as well.
        """
        if target.baseline is None or not 0 < target.baseline < self.threshold:
            return False
        contents = (year.files.content(Results) for year in self._years)
        figures = (figure for found in contents if found for figure in found.figures)
        return self._counts_persons(f"indicator {target.indicator}") or any(
            figure.persons for figure in figures if figure.target == target.id
        )

    def told(self, target: Target) -> Target:
        """A target as if a baseline that must be hidden was never written down."""
        return without_baseline(target) if self.hides_baseline(target) else target

    @cached_property
    def _territory(self) -> Territory:
        return Territory(self.workspace, self.region)

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        entries = reversed(self.workspace.catalog_entries(Indicators))
        return {i.id: i for entry in entries for i in entry.content.indicators}

    @cached_property
    def _years(self) -> tuple[YearFolder, ...]:
        return tuple({**self.region.years, self.year.year: self.year}.values())

    @cached_property
    def _targets(self) -> dict[tuple[int, str], Target]:
        contents = ((year.year, year.files.content(Results)) for year in self._years)
        return {(year, t.id): t for year, found in contents if found for t in found.targets}

    @cached_property
    def _by_subject(self) -> dict[str, list[tuple[YearFolder, Figure]]]:
        """What is observed, by what it is about."""
        found: dict[str, list[tuple[YearFolder, Figure]]] = {}
        for year in self._years:
            results = year.files.content(Results)
            for figure in results.figures if results else ():
                if not figure.forecast:
                    found.setdefault(self._subject(figure, year), []).append((year, figure))
        return found

    @cached_property
    def _found(self) -> dict[str, frozenset[Cell]]:
        return {}

    @cached_property
    def _needed(self) -> dict[tuple[int, str], Required]:
        return {}

    def _subject(self, figure: Figure, year: YearFolder) -> str:
        """What a figure is about: its indicator, that of its target, or the target itself."""
        target = self._targets.get((year.year, figure.target or ""))
        indicator = figure.indicator or (target.indicator if target else None)
        return f"indicator {indicator}" if indicator else f"target {year.year} {figure.target}"

    def _counts_persons(self, subject: str) -> bool:
        """Whether a subject is about persons: an indicator or any figure of it says so."""
        indicator = self._indicators.get(subject.removeprefix("indicator "))
        said = any(figure.persons for _, figure in self._by_subject.get(subject, ()))
        return said or (indicator is not None and indicator.persons)

    def _is_small(self, subject: str, value: object) -> bool:
        small = isinstance(value, Decimal) and 0 < value < self.threshold
        return small and self._counts_persons(subject)

    @property
    def threshold(self) -> int:
        """From which number of persons on a figure may be shown."""
        return self.region.region.threshold if self.region.region else 0

    def _hidden(self, subject: str) -> frozenset[Cell]:
        """The cells of a subject that must not be shown; worked out once."""
        if subject not in self._found:
            self._found[subject] = self._work_out(subject)
        return self._found[subject]

    def _work_out(self, subject: str) -> frozenset[Cell]:
        numbers = list(self._numbers(subject))
        small = {c for c, value in numbers if value is None or self._is_small(subject, value)}
        shown = {c: value for c, value in numbers if value is not None and c not in small}
        persons = self._counts_persons(subject)
        if self._is_share(subject) or not (small or persons):
            return frozenset(small)
        cells = with_sums((cell for cell, _ in numbers), self._territory)
        newest = subject.startswith("target ")
        links = relations(cells, shown, self._territory, newest=newest)
        judged = dict(self._judged(subject))
        return protect(shown, small, links, self.threshold, judged, untold_too=persons)

    def _numbers(self, subject: str) -> Iterator[tuple[Cell, Decimal | None]]:
        """The numbers of a subject by cell; `None` is one that was never written down."""
        for year, figure in self._by_subject.get(subject, ()):
            cell = cell_of(figure, subject, self._territory, year.year)
            if isinstance(figure.value, Decimal):
                yield cell, figure.value
            elif figure.value == SUPPRESSED:
                yield cell, None
            if figure.of is not None:
                yield whole_of(cell), figure.of

    def _is_share(self, subject: str) -> bool:
        indicator = self._indicators.get(subject.removeprefix("indicator "))
        figures = self._by_subject.get(subject, ())
        targets = (self._targets.get((year.year, f.target or "")) for year, f in figures)
        units = [indicator.unit if indicator else "", *(t.unit or "" for t in targets if t)]
        return any(unit.startswith(SHARES) for unit in units)

    def _judged(self, subject: str) -> Iterator[tuple[Cell, Limits]]:
        """What the judgement of a number tells of it: it reaches the minimum, or it does not."""
        for year, figure in self._by_subject[subject]:
            minimum, met = self.minimum(figure, year), self._met(figure, year)
            if minimum is not None and minimum > 0 and met is not None:
                least = Fraction(minimum.to_integral_value(ROUND_CEILING))
                cell = cell_of(figure, subject, self._territory, year.year)
                yield cell, Limits(least) if met else Limits(most=least - 1)

    def _met(self, figure: Figure, year: YearFolder) -> bool | None:
        minimum = self.minimum(figure, year)
        if minimum is None:
            return None
        return figure.value >= minimum if isinstance(figure.value, Decimal) else figure.minimum_met

    def minimum(self, figure: Figure, year: YearFolder) -> Decimal | None:
        """What the target of a figure asks at least of its programme, municipality or region."""
        target = self._targets.get((year.year, figure.target or ""))
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
            bounds = needed.municipalities.get(self._territory.municipality(figure.place))
        return bounds.minimum if bounds else None


def without_baseline(target: Target) -> Target:
    """A target without the stand that it begins with, and what is assumed of that."""
    assumed = {name: why for name, why in target.assumed.items() if name != "baseline"}
    return target.model_copy(update={"baseline": None, "assumed": assumed})


def is_too_small(
    workspace: Workspace, region: RegionFolder, year: YearFolder, figure: Figure
) -> bool:
    """Whether the number of a figure must stay hidden, also one that is not (yet) in the data."""
    threshold = region.region.threshold if region.region else 0
    value = figure.value
    small = figure.persons and isinstance(value, Decimal) and 0 < value < threshold
    return small or not Privacy(workspace, region, year).shown(figure).value
