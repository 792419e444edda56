"""What is achieved of a target: numbers that may be shown, and what is known of hidden ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Achieved:
    """The observations added up. `units` counts the separate ones known to be more than zero.

    A number that may not be shown is not in here: it is `None`, and `hidden` says of each such
    municipality or programme whether the minimum is met (`None`: not known). A total is `None`
    when it is hidden as well; `least` is what is sure of it then: the sum of the parts that are
    shown, and of the minimums that hidden parts reach. `silent` is how many of those that a sum
    should have are not in it: with any, it is a lower bound.
    """

    total: Decimal | None
    municipalities: Mapping[str, Decimal | None] = field(default_factory=dict)
    programmes: Mapping[str, Decimal | None] = field(default_factory=dict)
    units: int = 0
    hidden: Mapping[str, bool | None] = field(default_factory=dict)
    total_hidden: bool = False
    total_met: bool | None = None
    least: Decimal = Decimal(0)
    silent: int = 0

    @property
    def sure(self) -> Decimal:
        """The total, or as much of it as is sure."""
        return self.least if self.total is None else self.total

    def shown(self, name: str) -> Decimal | None:
        """The value of a municipality or programme, `None` when it is too small to show."""
        return {**self.municipalities, **self.programmes}.get(name)


@dataclass(frozen=True, slots=True)
class Observation:
    """What figures say of a place and programme; `None` is hidden. `least` is sure of it.

    `partial`: a part of it is unknown, so that it is a lower bound.
    """

    value: Decimal | None
    met: bool | None
    least: Decimal
    partial: bool = False


Observations = Mapping[tuple[str, str | None], Observation]
Places = Mapping[str, tuple[str, ...]]
