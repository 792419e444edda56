"""Any value that a template may hold, as Dutch text."""

from datetime import date
from decimal import Decimal

from kansrijk_cli.model.period import Moment, Period, Span
from kansrijk_cli.output.dutch import MONTHS, day, euro, number
from kansrijk_cli.output.labels import label
from kansrijk_cli.reports.values import (
    Assumed,
    Bounded,
    Euro,
    Measured,
    Percent,
    Strong,
    Word,
)


def show(value: object) -> str:
    """A value as plain text, not yet escaped. `None` is an empty text. Raises TypeError."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return label("flag", str(value).lower())
        case Decimal() | int():
            return number(value)
        case date():
            return day(value)
        case Period():
            return period(value)
        case Word(group, word):
            return label(group, word)
        case Euro(amount):
            return euro(amount)
        case Percent(amount):
            return f"{number(amount)}%"
        case Measured(amount, unit):
            return _with_unit(amount, unit)
        case Bounded(bound, inner):
            return f"{label('bound', bound)} {show(inner)}"
        case Assumed(inner):
            return f"{show(inner)} {label('mark', 'assumed')}"
        case Strong(inner):
            return show(inner)
        case tuple() | list():
            return _several(value)
    raise TypeError(type(value).__name__)


def period(value: Period) -> str:
    """A period in words: `28 mei 2024`, `Q1 - Q4`, `vanaf 2025`."""
    return " + ".join(_span(span) for span in value.spans)


def _span(span: Span) -> str:
    if span.start is None or span.end is None:
        open_side = "from" if span.start else "until"
        moment = span.start or span.end
        return f"{label('period', open_side)} {_moment(moment) if moment else ''}"
    if span.start == span.end:
        return _moment(span.start)
    return f"{_moment(span.start)} - {_moment(span.end)}"


def _moment(moment: Moment) -> str:
    year = str(moment.year) if moment.year else ""
    if moment.quarter:
        return f"Q{moment.quarter} {year}".strip()
    if moment.month and moment.day and moment.year:
        return day(date(moment.year, moment.month, moment.day))
    return f"{MONTHS[moment.month - 1]} {year}" if moment.month else year


def _with_unit(amount: Decimal, unit: str | None) -> str:
    if unit and unit.startswith("%"):
        return f"{number(amount)}{unit}"
    return f"{number(amount)} {unit}" if unit else number(amount)


def _several(values: tuple[object, ...] | list[object]) -> str:
    if len(values) == 2 and all(isinstance(value, Measured) for value in values):
        low, high = values
        return f"{number(low.value)} - {show(high)}"  # type: ignore[union-attr]
    return ", ".join(show(value) for value in values)
