"""Values that a template shows in its own words: labels, money and lists of them."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Word:
    """A fixed word of the data, to be shown by its Dutch label."""

    group: str
    word: str


@dataclass(frozen=True, slots=True)
class Euro:
    """An amount in euros."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Assumed:
    """A value that is not in a source, and must be shown so."""

    value: object


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number that is a lower bound, an upper bound or about right."""

    bound: str
    value: object


@dataclass(frozen=True, slots=True)
class Strong:
    """A value that must stand out, such as a total."""

    value: object


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit."""

    value: Decimal
    unit: str | None


@dataclass(frozen=True, slots=True)
class Between:
    """The lowest and highest of a range, with their unit and what they differ between."""

    low: Decimal
    high: Decimal
    unit: str | None
    over: str | None
