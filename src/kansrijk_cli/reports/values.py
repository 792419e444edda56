"""Values that a template shows in its own words: labels, money and lists of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
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
class Thousands:
    """An amount in euros, to be shown in thousands of them. Nothing is rounded."""

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
class Remarked:
    """A value with a remark behind it, between brackets."""

    value: object
    remark: object


@dataclass(frozen=True, slots=True)
class Phrase:
    """Values that read as one, with spaces between them."""

    parts: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit."""

    value: Decimal
    unit: str | Word | None


@dataclass(frozen=True, slots=True)
class Between:
    """The lowest and highest of a range, with their unit and what they differ between."""

    low: Decimal
    high: Decimal
    unit: str | Word | None
    over: str | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """Something with its weight in a key."""

    name: object
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Lines:
    """Values under each other."""

    values: tuple[object, ...]


def in_thousands(value: object) -> object:
    """The same value with each amount in it in thousands of euros."""
    if isinstance(value, Euro):
        return Thousands(value.amount)
    if isinstance(value, tuple):
        return tuple(map(in_thousands, value))
    if is_dataclass(value) and not isinstance(value, type) and type(value).__module__ == __name__:
        inner = {field.name: in_thousands(getattr(value, field.name)) for field in fields(value)}
        return replace(value, **inner)
    return value


def rows_in_thousands(rows: Iterable[Sequence[object]]) -> list[tuple[object, ...]]:
    """The rows of a table with their amounts in thousands of euros."""
    return [tuple(map(in_thousands, row)) for row in rows]
