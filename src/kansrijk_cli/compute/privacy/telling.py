"""Why a number must not be shown: which other numbers, or words, would tell it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kansrijk_cli.compute.privacy.cells import Cell, baseline_cell, cell_of, whole_of
from kansrijk_cli.compute.privacy.figures import SUPPRESSED, Privacy
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.results import Figure, Results, Target
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import YearFolder


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that is written down, or said to be hidden."""

    place: Place
    cell: Cell
    is_told: bool


def told_with(privacy: Privacy, place: Place, item: Figure | Target) -> tuple[Place, ...]:
    """The numbers that tell a hidden one together with that at a place, the hidden ones first."""
    subject = privacy.subject(item)
    numbers = tuple(_numbers(privacy, subject))
    own = next((number.cell for number in numbers if number.place == place), None)
    if own is None:
        return ()
    cells = _all_told_by(own, privacy.told_by(subject))
    found = [n for n in numbers if n.cell in cells and n.place != place]
    return tuple(number.place for number in sorted(found, key=lambda number: number.is_told))


def called_persons(privacy: Privacy, place: Place, item: Figure | Target) -> tuple[Place, ...]:
    """Where it is said elsewhere that a number counts persons, when it does not say so itself."""
    if item.persons:
        return ()
    subject = privacy.subject(item)
    said = [(at, other.persons) for at, other, _ in _figures(privacy, subject)]
    said += [(at, other.persons) for at, other, _ in _targets(privacy, subject)]
    return tuple(at.at("persons") for at, persons in said if persons and at != place)


def _all_told_by(cell: Cell, told_by: Mapping[Cell, frozenset[Cell]]) -> frozenset[Cell]:
    """What tells a cell, and what tells the hidden ones among that."""
    found, left = {cell}, [cell]
    while left:
        new = told_by.get(left.pop(), frozenset()) - found
        found |= new
        left += new
    return frozenset(found)


def _numbers(privacy: Privacy, subject: str) -> Iterator[_Number]:
    for place, figure, year in _figures(privacy, subject):
        cell = cell_of(figure, subject, privacy.territory, year.year)
        if figure.value not in (None, "unknown"):
            is_told = figure.value != SUPPRESSED and not privacy.is_small(subject, figure.value)
            yield _Number(place.at("value"), cell, is_told)
        if figure.of is not None:
            is_told = not privacy.is_small(subject, figure.of)
            yield _Number(place.at("of"), whole_of(cell), is_told)
    for place, target, year in _targets(privacy, subject):
        if target.baseline is not None:
            cell = baseline_cell(target, subject, privacy.territory, year.year)
            is_told = not privacy.is_small(subject, target.baseline)
            yield _Number(place.at("baseline"), cell, is_told)


def _figures(privacy: Privacy, subject: str) -> Iterator[tuple[Place, Figure, YearFolder]]:
    for year in _years(privacy):
        if entry := year.files.get(Results):
            for place, figure in each(entry.place.at("figures"), entry.content.figures):
                if not figure.forecast and privacy.subjects.of(figure, year) == subject:
                    yield place, figure, year


def _targets(privacy: Privacy, subject: str) -> Iterator[tuple[Place, Target, YearFolder]]:
    for year in _years(privacy):
        if entry := year.files.get(Results):
            for place, target in each(entry.place.at("targets"), entry.content.targets):
                if privacy.subjects.of_target(target) == subject:
                    yield place, target, year


def _years(privacy: Privacy) -> Iterator[YearFolder]:
    yield from {**privacy.region.years, privacy.year.year: privacy.year}.values()
