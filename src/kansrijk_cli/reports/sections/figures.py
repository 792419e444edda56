"""What is observed: indicators with their ranges, and figures about targets."""

from decimal import Decimal

from kansrijk_cli.compute.privacy.figures import Privacy, Shown
from kansrijk_cli.model.results import Figure, Results
from kansrijk_cli.reports.context import Context, Data, marked, notes, suppressed
from kansrijk_cli.reports.trends import Seen, trends
from kansrijk_cli.reports.values import Between, Bounded, Measured, Phrase, Remarked, Word

ORDER, FILE = 110, Results


def build(context: Context) -> Data | None:
    """All figures; numbers of persons that must stay hidden are never shown."""
    figures = context.take(Results, lambda results: results.figures)
    if not figures:
        return None
    privacy = Privacy(context.workspace, context.folder, context.year)
    shown = [privacy.shown(figure) for figure in figures]
    return {
        "rows": [_row(context, f, may) for f, may in zip(figures, shown, strict=True)],
        "trends": trends(
            (_for_trend(context, f, may) for f, may in zip(figures, shown, strict=True)),
            context.year.year,
        ),
        "threshold": None if all(may.value for may in shown) else privacy.threshold,
        "notes": notes(figures, lambda figure: f"{_name(context, figure)}, {figure.place}"),
    }


def _name(context: Context, figure: Figure) -> str:
    name = context.indicator(figure.indicator)[0] or context.target(figure.target) or ""
    programme = context.programme(figure.programme) if figure.programme else None
    return f"{name} ({programme})" if programme else name


def _row(context: Context, figure: Figure, may: Shown) -> tuple[object, ...]:
    unit = context.indicator(figure.indicator)[1] or context.target_unit(figure.target)
    spread = figure.range if may.spread else None
    return (
        marked(figure, _name(context, figure), "indicator", "target"),
        marked(figure, figure.place, "place"),
        marked(figure, figure.period, "period"),
        marked(figure, _value(figure, unit, may), "value", "of"),
        Between(spread.low, spread.high, unit, spread.over) if spread else None,
        figure.printed if may.value else None,
        marked(figure, Word("trend", figure.trend), "trend") if figure.trend else None,
        True if figure.forecast else None,
    )


def _for_trend(context: Context, figure: Figure, may: Shown) -> Seen:
    unit = context.indicator(figure.indicator)[1] or context.target_unit(figure.target)
    instead: object = None
    if not may.value:
        instead = suppressed(may.met)
    elif isinstance(figure.value, str):
        instead = Word("figure", figure.value)
    return Seen(figure, _name(context, figure), unit, instead)


def _value(figure: Figure, unit: str | None, may: Shown) -> object:
    whole = None if figure.of is None or not may.whole else Measured(figure.of, unit)
    of_whole = Phrase((Word("head", "of"), whole)) if whole else None
    if not may.value:
        hidden = suppressed(may.met)
        return Remarked(hidden, of_whole) if of_whole else hidden
    value: object = Word("figure", str(figure.value)) if figure.value else None
    if isinstance(figure.value, Decimal):
        value = Phrase((figure.value, of_whole)) if of_whole else Measured(figure.value, unit)
    return Bounded(figure.bound, value) if figure.bound and value else value
