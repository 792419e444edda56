"""What is observed: indicators with their ranges, and figures about targets."""

from decimal import Decimal

from kansrijk_cli.compute.privacy import is_too_small
from kansrijk_cli.model.results import Figure, Results
from kansrijk_cli.reports.context import Context, Data, marked, notes
from kansrijk_cli.reports.values import Between, Bounded, Measured, Word

ORDER, FILE = 110, Results


def build(context: Context) -> Data | None:
    """All figures; those under the region's threshold are never shown."""
    figures = context.take(Results, lambda results: results.figures)
    if not figures:
        return None
    return {
        "rows": [_row(context, figure) for figure in figures],
        "notes": notes(figures, lambda figure: f"{_name(context, figure)}, {figure.place}"),
    }


def _name(context: Context, figure: Figure) -> str:
    name = context.indicator(figure.indicator)[0] or context.target(figure.target) or ""
    programme = context.programme(figure.programme) if figure.programme else None
    return f"{name} ({programme})" if programme else name


def _row(context: Context, figure: Figure) -> tuple[object, ...]:
    unit = context.indicator(figure.indicator)[1] or context.target_unit(figure.target)
    hidden = is_too_small(context.workspace, context.folder, context.year, figure)
    value = Word("figure", "suppressed") if hidden else _value(figure, unit)
    spread = None if hidden else figure.range
    return (
        marked(figure, _name(context, figure), "indicator", "target"),
        marked(figure, figure.place, "place"),
        marked(figure, figure.period, "period"),
        marked(figure, Bounded(figure.bound, value) if figure.bound else value, "value"),
        Between(spread.low, spread.high, unit, spread.over) if spread else None,
        None if hidden else figure.printed,
        marked(figure, Word("trend", figure.trend), "trend") if figure.trend else None,
        True if figure.forecast else None,
    )


def _value(figure: Figure, unit: str | None) -> object:
    if isinstance(figure.value, Decimal):
        return Measured(figure.value, unit)
    return Word("figure", figure.value) if figure.value else None
