"""What figures are about, which figures are about the same, and whether that counts people."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kansrijk_cli.compute.privacy.people import counts_people, is_share
from kansrijk_cli.model.catalog import Indicator, Indicators
from kansrijk_cli.model.results import Figure, Results, Target
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

# What is judged or met, and not counted: a 1 is "yes" there.
_NOT_COUNTED = frozenset(("narrative", "milestone", "frequency", "every-municipality"))

Of = tuple[YearFolder, Figure]


@dataclass(frozen=True)
class Subjects:
    """The observed figures and targets of all years of a region, by what they are about."""

    workspace: Workspace
    region: RegionFolder
    year: YearFolder

    def of(self, figure: Figure, year: YearFolder) -> str:
        """What a figure is about: its indicator, that of its target, or the target itself."""
        target = self.targets.get((year.year, figure.target or ""))
        indicator = figure.indicator or (target.indicator if target else None)
        return f"indicator {indicator}" if indicator else f"target {figure.target}"

    @staticmethod
    def of_target(target: Target) -> str:
        """What a target is about. In another year the same id is the same target."""
        return f"indicator {target.indicator}" if target.indicator else f"target {target.id}"

    def counts_persons(self, subject: str) -> bool:
        """Whether a subject is about persons.

        It is when anything says so, and by itself when it counts people; unless its indicator, a
        target or every figure of it says that it is not. Who says nothing is safe.
        """
        figures = [figure.persons for _, figure in self.figures(subject)]
        indicator, targets = self._indicator(subject), self.about(subject)
        said = [indicator.persons] if indicator else []
        said += [target.persons for _, target in targets]
        if True in said or True in figures:
            return True
        if False in said or (figures and all(word is False for word in figures)):
            return False
        return self._counts_people(subject)

    def is_share(self, subject: str) -> bool:
        """Whether its numbers are shares, which do not add up."""
        indicator = self._indicator(subject)
        units = [
            indicator.unit if indicator else "",
            *(t.unit or "" for _, t in self.about(subject)),
        ]
        return any(is_share(unit) for unit in units)

    def figures(self, subject: str) -> tuple[Of, ...]:
        """The figures about a subject, with the year that they stand in; no forecasts."""
        return self._figures.get(subject, ())

    def about(self, subject: str) -> tuple[tuple[YearFolder, Target], ...]:
        """The targets about a subject, with the year that they stand in."""
        return self._about.get(subject, ())

    @cached_property
    def targets(self) -> Mapping[tuple[int, str], Target]:
        """Every target by its year and id."""
        return {(year.year, t.id): t for year, found in self._results for t in found.targets}

    def _counts_people(self, subject: str) -> bool:
        indicator = self._indicator(subject)
        targets = (target for _, target in self.about(subject) if _is_counted(target))
        return (indicator is not None and counts_people(indicator.unit, indicator.name)) or any(
            counts_people(target.unit, target.title)
            for target in targets
            # The title of a target with an indicator does not say in what it is counted.
            if target.unit or indicator is None
        )

    def _indicator(self, subject: str) -> Indicator | None:
        return self._indicators.get(subject.removeprefix("indicator "))

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        entries = reversed(self.workspace.catalog_entries(Indicators))
        return {i.id: i for entry in entries for i in entry.content.indicators}

    @cached_property
    def _results(self) -> tuple[tuple[YearFolder, Results], ...]:
        years = {**self.region.years, self.year.year: self.year}.values()
        found = ((year, year.files.content(Results)) for year in years)
        return tuple((year, results) for year, results in found if results)

    @cached_property
    def _figures(self) -> Mapping[str, tuple[Of, ...]]:
        found: dict[str, list[Of]] = {}
        for year, results in self._results:
            for figure in results.figures:
                if not figure.forecast:
                    found.setdefault(self.of(figure, year), []).append((year, figure))
        return {subject: tuple(figures) for subject, figures in found.items()}

    @cached_property
    def _about(self) -> Mapping[str, tuple[tuple[YearFolder, Target], ...]]:
        found: dict[str, list[tuple[YearFolder, Target]]] = {}
        for year, results in self._results:
            for target in results.targets:
                found.setdefault(self.of_target(target), []).append((year, target))
        return {subject: tuple(targets) for subject, targets in found.items()}


def _is_counted(target: Target) -> bool:
    return target.kind not in _NOT_COUNTED and target.measured_by == "figures"
