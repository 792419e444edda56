"""How a plan stands on a date as rows of values, for documents and for the terminal alike."""

from collections.abc import Callable, Sequence
from datetime import date

from kansrijk_cli.compute.progress.activities import Initiative, MeasuringMoment, Progress
from kansrijk_cli.compute.progress.frequencies import Frequency
from kansrijk_cli.compute.progress.needs import Need
from kansrijk_cli.compute.progress.owners import OpenItem, Owner
from kansrijk_cli.compute.progress.standing import Standing, standing
from kansrijk_cli.model.budgets import BudgetLine
from kansrijk_cli.model.period import Moment, Period, Span
from kansrijk_cli.model.plan import Activity, OpenPoint
from kansrijk_cli.model.results import Figure
from kansrijk_cli.reports.context import Context, marked
from kansrijk_cli.reports.standing_targets import achieved_total, asked_of, reached
from kansrijk_cli.reports.values import Phrase, Remarked, Word

Row = tuple[object, ...]
Who = Callable[[Context, Owner], object]
UNKNOWN = Word("figure", "unknown")
NOBODY = Word("owner", "none")
URGENCY = {"late": 0, "missed": 0, "infeasible": 0, "behind": 1, "over": 1}


def standing_of(context: Context) -> Standing:
    """How the plan stands on the day that its document speaks of."""
    return standing(context.workspace, context.folder, context.year, context.on)


def initiative_rows(context: Context, found: Standing, quarters: bool = True) -> list[Row]:
    """Title, when, state and who; the first to end first.

    With `quarters` there is a mark in each quarter, and only then when if these do not say it.
    """
    ordered = sorted(
        found.initiatives, key=lambda i: (i.days.end or date.max, i.days.start or date.max)
    )
    return [_initiative(context, found, initiative, quarters) for initiative in ordered]


def _initiative(context: Context, found: Standing, initiative: Initiative, quarters: bool) -> Row:
    activity = initiative.activity
    told = quarters and _is_whole_quarters(activity, context.year.year)
    marks = ("x" if quarter in initiative.quarters else None for quarter in range(1, 5))
    return (
        marked(activity, activity.title, "title"),
        *(marks if quarters else ()),
        marked(activity, None if told else activity.when, "when"),
        marked(activity, progress_word(initiative.progress), "status", "when"),
        named_owner(context, found.owners.of_activity(activity)),
    )


def _is_whole_quarters(activity: Activity, year: int) -> bool:
    """Whether marks in the quarters of the year tell all of its period."""
    spans = activity.when.spans if activity.when else ()
    return all(
        moment is not None and moment.month is None and moment.year in (None, year)
        for span in spans
        for moment in (span.start, span.end)
    )


def progress_word(progress: Progress) -> Word:
    """The state of an activity; other words when only the planning says so."""
    group = "progress-planned" if progress.basis == "planned" else "progress"
    return Word(group, progress.state)


def frequency_rows(found: Standing) -> list[Row]:
    """Title, agreed, the period judged, expected by the date, seen and how it stands."""
    return [
        (
            marked(item.target.target, item.target.target.title, "title", "minimum", "maximum"),
            _agreed(item),
            _period(item.start, item.end) if item.start and item.end else None,
            item.expected,
            _seen(item),
            Word("frequency-status", item.state),
        )
        for item in found.frequencies
    ]


def _agreed(item: Frequency) -> object:
    asked, per = asked_of(item.agreed, item.target.target.unit), item.target.target.per
    return Phrase((asked, Word("per", str(per)))) if item.start else asked


def _seen(item: Frequency) -> object:
    """How often it was seen: "at least" when a part of it is unknown."""
    achieved = item.target.achieved
    if achieved is None or item.start is None:
        return UNKNOWN
    return Word("figure", "suppressed") if item.hidden else achieved_total(achieved)


def _period(start: date, end: date) -> Period:
    """Two days as the year, quarter or month that they are the ends of, if so."""
    first = Moment(start.year, month=start.month, day=start.day)
    last = Moment(end.year, month=end.month, day=end.day)
    quarter = (start.month + 2) // 3
    whole = (Moment(start.year), Moment(start.year, quarter), Moment(start.year, month=start.month))
    for moment in whole:
        if (moment.first(0), moment.last(0)) == (start, end):
            first = last = moment
            break
    return Period((Span(first, last),), "")


def moment_rows(context: Context, found: Standing, who: Who | None = None) -> list[Row]:
    """Which moment of measuring, title, when, what is asked and reached of it, state and who."""
    return [
        (
            Word("monitoring", moment.kind),
            marked(moment.activity, moment.activity.title, "title"),
            marked(moment.activity, Period((moment.span,), "") if moment.span else None, "when")
            or UNKNOWN,
            tuple(_counted(need, unit) for need, unit in _needs_of(moment, found)) or None,
            marked(moment.activity, progress_word(moment.progress), "status", "when"),
            (who or named_owner)(context, found.owners.of_activity(moment.activity)),
        )
        for moment in found.moments
    ]


def _needs_of(moment: MeasuringMoment, found: Standing) -> list[tuple[Need, str | None]]:
    """What the targets about an activity ask, such as a number of cycles."""
    about = found.about(moment.activity.id)
    return [(t.needs.region, t.state.target.unit) for t in about if t.needs.region]


def _counted(need: Need, unit: str | None) -> object:
    return Remarked(asked_of(need.bounds, unit), Phrase((Word("mark", "reached"), reached(need))))


def open_rows(context: Context, found: Standing, who: Who | None = None) -> list[Row]:
    """What is open, its kind, how it stands, by when and who acts; the urgent ones first."""
    ordered = sorted(found.open_items, key=lambda i: (URGENCY.get(i.state, 2), i.by or date.max))
    return [
        (
            _named(context, item),
            Word("item", item.kind),
            Word("item-state", item.state),
            item.by,
            (who or named_owner)(context, item.owner),
        )
        for item in ordered
    ]


def without_owner(found: Standing) -> Sequence[OpenItem]:
    """The open and unknown items of which nobody is named who is to act."""
    return [item for item in found.open_items if not item.owner.is_named]


def _named(context: Context, item: OpenItem) -> object:
    about = item.about
    if isinstance(about, Figure):
        name = context.indicator(about.indicator)[0] or context.target(about.target)
        return f"{name}, {about.place}"
    if isinstance(about, OpenPoint) and item.place:
        return f"{about.title}, {item.place}"
    if isinstance(about, BudgetLine):
        name = about.title or context.intervention(about.intervention) or about.place or about.id
        return marked(about, name, "title")
    return marked(about, about.title, "title")


def named_owner(context: Context, owner: Owner) -> object:
    """Who is to act, as far as the data name them. Whom else to ask is told once: see `asked`."""
    return owner_of(context, owner) if owner.is_named else NOBODY


def asked(context: Context, found: Standing) -> object:
    """Whom to ask about what nobody is named for, `None` when the plan does not say."""
    owner = found.owners.asked()
    return owner_of(context, Owner(owner.owners, owner.coalition)) if owner != Owner() else None


def owner_of(context: Context, owner: Owner) -> object:
    """Who is to act or can be asked, with what names them when the item itself does not."""
    coalition = context.coalition(owner.coalition)
    names = context.owners(owner.owners) or ((coalition,) if coalition else ())
    if not names:
        return NOBODY
    is_told = owner.via and (owner.owners or not owner.is_named)
    return Remarked(names, Word("via", str(owner.via))) if is_told else names
