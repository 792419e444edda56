"""The initiatives of a plan by the quarter in which they are to be finished."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kansrijk_cli.compute.progress.activities import Initiative, Progress

# Before, in or after the year of the plan; with no last day; with no period at all.
Due = Literal["before", "quarter", "after", "open", "none"]
ORDER: tuple[Due, ...] = ("before", "quarter", "after", "open", "none")


@dataclass(frozen=True, slots=True)
class DueGroup:
    """The initiatives that end together; `quarter` is set when that is in the year of the plan."""

    due: Due
    quarter: int | None
    initiatives: tuple[Initiative, ...]

    @property
    def counts(self) -> Counter[Progress]:
        """How many are how far."""
        return Counter(initiative.progress for initiative in self.initiatives)


def by_quarter(found: Iterable[Initiative], year: int) -> tuple[DueGroup, ...]:
    """Every initiative once, in the order of the quarters; without a last day they come last."""
    groups: dict[tuple[Due, int | None], list[Initiative]] = {}
    for initiative in found:
        groups.setdefault(_due(initiative, year), []).append(initiative)
    ordered = sorted(groups, key=lambda key: (ORDER.index(key[0]), key[1] or 0))
    return tuple(DueGroup(*key, tuple(groups[key])) for key in ordered)


def _due(initiative: Initiative, year: int) -> tuple[Due, int | None]:
    end = initiative.days.end
    if end is None:
        return ("open" if initiative.days.given else "none"), None
    if end.year == year:
        return "quarter", (end.month + 2) // 3
    return ("before" if end.year < year else "after"), None
