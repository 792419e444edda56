"""What pictures show: the numbers and words of a table, ready to be drawn."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kansrijk_cli.reports.values import Word


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a period, from its first day through its last; `None` leaves that side open."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An activity: when it is in words, and which days that are."""

    title: object
    when: object
    state: Word | None
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Activities by time, over whole years. `without` is how many have no period.

    `busy` is how many there are in each quarter, when it is about one year.
    """

    first: int
    last: int
    rows: tuple[TimelineRow, ...]
    without: int
    busy: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FundingPart:
    """What a source pays of a line; without a `value` the amount is still open."""

    title: object
    amount: object
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class FundingBar:
    """What is planned from a source in a period, line by line, and `shown` as a sum."""

    period: object
    parts: tuple[FundingPart, ...]
    shown: object


@dataclass(frozen=True, slots=True)
class FundingGroup:
    """A source of money: what is planned from it, and what it gives at most if that is known."""

    source: object
    bars: tuple[FundingBar, ...]
    available: object
    most: Decimal | None


@dataclass(frozen=True, slots=True)
class Funding:
    """A budget by source of money."""

    groups: tuple[FundingGroup, ...]


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A municipality of a target. Without a `value` the words say why there is no number."""

    name: str
    shown: object
    value: Decimal | None
    minimum: Decimal | None
    maximum: Decimal | None


@dataclass(frozen=True, slots=True)
class Goal:
    """A target by municipality, and all of them together against what is asked in all."""

    title: object
    asked: object
    rows: tuple[GoalRow, ...]
    total_shown: object
    total: Decimal | None
    needed: Decimal | None

    @property
    def is_alike(self) -> bool:
        """Whether every municipality is asked the same."""
        return len({(row.minimum, row.maximum) for row in self.rows}) == 1


@dataclass(frozen=True, slots=True)
class Goals:
    """Targets by municipality. `silent` are those of which nothing is known yet."""

    goals: tuple[Goal, ...]
    silent: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A moment of an indicator; without a `value` the words say why there is no number.

    One without words is a year of which nothing is known.
    """

    period: object
    shown: object
    value: Decimal | None
    forecast: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator in one place, in the order of time."""

    place: object
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """An indicator over time, by place. `left` is how many places are not drawn."""

    title: object
    lines: tuple[Line, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class Shade:
    """How a part of a map is filled, and what that means."""

    fill: str
    meaning: object


@dataclass(frozen=True, slots=True)
class Part:
    """A municipality that is over, of which the land is in another one now."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A municipality of a map, by its code; without one it is not in the register.

    `shown` is its number in words; `is_marked` puts a dot before it. `parts` became part of it,
    `until` is its own last day and `others` are those that have its land since.
    """

    name: str
    code: str | None
    shade: Shade
    shown: object = None
    is_marked: bool = False
    parts: tuple[Part, ...] = ()
    until: date | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegionMap:
    """The municipalities of a region, shaded by something; `mark` is what a dot means."""

    title: object
    places: tuple[MapPlace, ...]
    shades: tuple[Shade, ...]
    mark: object = None
    remark: object = None
