"""Any value of the data or of a section, as Dutch text."""

from datetime import date
from decimal import Decimal
from functools import singledispatch

from kansrijk_cli.model.period import Moment, Period, Span
from kansrijk_cli.output.dutch import MONTHS, day, euro, number
from kansrijk_cli.output.labels import label, labels
from kansrijk_cli.reports.values import (
    Assumed,
    Between,
    Bounded,
    Euro,
    Lines,
    Measured,
    Phrase,
    Remarked,
    Strong,
    Thousands,
    Weighed,
    Word,
)

_RELATIVE = {-1: "last-year", 0: "this-year", 1: "next-year"}


@singledispatch
def show(value: object) -> str:
    """A value as plain text, not yet escaped. Raises TypeError for what has no Dutch form."""
    raise TypeError(type(value).__name__)


@show.register
def _(_value: None) -> str:
    return ""


@show.register
def _(value: str) -> str:
    return value


@show.register
def _(value: bool) -> str:
    return label("flag", str(value).lower())


@show.register
def _(value: Decimal | int) -> str:
    return number(value)


@show.register
def _(value: date) -> str:
    return day(value)


@show.register
def _(value: Period) -> str:
    return " + ".join(_span(span) for span in value.spans)


@show.register
def _(value: Word) -> str:
    return label(value.group, value.word)


@show.register
def _(value: Euro) -> str:
    return euro(value.amount)


@show.register
def _(value: Thousands) -> str:
    return number(value.amount.scaleb(-3).normalize() + 0, value.decimals or None)


@show.register
def _(value: Measured) -> str:
    unit = show(value.unit)
    if value.value == 1:
        unit = labels()["singular"].get(unit, unit)
    return f"{number(value.value)}{'' if unit.startswith('%') else ' '}{unit}".strip()


@show.register
def _(value: Between) -> str:
    shown = f"{number(value.low)} - {show(Measured(value.high, value.unit))}"
    return f"{shown} ({label('text', 'between')} {value.over})" if value.over else shown


@show.register
def _(value: Bounded) -> str:
    return f"{label('bound', value.bound)} {show(value.value)}"


@show.register
def _(value: Assumed) -> str:
    return f"{show(value.value)} {label('mark', 'assumed')}"


@show.register
def _(value: Phrase) -> str:
    return " ".join(filter(None, map(show, value.parts)))


@show.register
def _(value: Remarked) -> str:
    return f"{show(value.value)} ({show(value.remark)})"


@show.register
def _(value: Strong) -> str:
    return show(value.value)


@show.register
def _(value: Lines) -> str:
    return "\n".join(filter(None, map(show, value.values)))


@show.register
def _(value: Weighed) -> str:
    return f"{show(value.name)} {number(value.weight)}"


@show.register
def _(value: tuple | list) -> str:  # type: ignore[type-arg]
    shown = [show(item) for item in value]
    return ("; " if any("," in text for text in shown) else ", ").join(shown)


def _span(span: Span) -> str:
    if span.start is None or span.end is None:
        open_side = "from" if span.start else "until"
        moment = span.start or span.end
        return f"{label('period', open_side)} {_moment(moment) if moment else ''}"
    if span.start == span.end:
        return _moment(span.start)
    return f"{_moment(span.start)} - {_moment(span.end)}"


def _moment(moment: Moment) -> str:
    year = _year(moment)
    if moment.quarter:
        return f"Q{moment.quarter} {year}".strip()
    if moment.month and moment.day and moment.year:
        return day(date(moment.year, moment.month, moment.day))
    return f"{MONTHS[moment.month - 1]} {year}" if moment.month else year


def _year(moment: Moment) -> str:
    """The year; with the words it was told in, if it was told from that of the document."""
    if moment.offset is None:
        return str(moment.year) if moment.year else ""
    word = _RELATIVE.get(moment.offset, "in-years")
    return f"{label('period', word).format(years=moment.offset)} ({moment.year})"
