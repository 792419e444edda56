"""Values that a template shows in its own words: labels, money and lists of them."""

from collections.abc import Iterable, Iterator, Sequence
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
    """An amount in euros, to be shown in thousands of them, with at least so many decimals.

    Nothing is rounded.
    """

    amount: Decimal
    decimals: int = 0


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


def in_thousands(value: object, decimals: int = 0) -> object:
    """The same value with each amount in it in thousands of euros."""
    if isinstance(value, Euro):
        return Thousands(value.amount, decimals)
    if isinstance(value, tuple):
        return tuple(in_thousands(part, decimals) for part in value)
    if is_dataclass(value) and not isinstance(value, type) and type(value).__module__ == __name__:
        names = [field.name for field in fields(value)]
        return replace(value, **{n: in_thousands(getattr(value, n), decimals) for n in names})
    return value


def rows_in_thousands(rows: Iterable[Sequence[object]]) -> list[tuple[object, ...]]:
    """The rows of a table with their amounts in thousands of euros, alike within a column."""
    columns = []
    for column in zip(*rows, strict=True):
        decimals = max(map(_decimals, _euros(column)), default=0)
        columns.append([in_thousands(value, decimals) for value in column])
    return list(zip(*columns, strict=True))


def _euros(value: object) -> Iterator[Euro]:
    """Every amount in a value."""
    if isinstance(value, Euro):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _euros(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _euros(getattr(value, field.name))


def _decimals(value: Euro) -> int:
    """How many an amount has in thousands of euros."""
    exponent = value.amount.scaleb(-3).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
