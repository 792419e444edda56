"""How a plan stands as one table with one kind of row: for a spreadsheet, to sort and filter.

Every row: part, what, where, when, asked, reached, still needed, trend, how it stands, who. What is
open but is a row of its own already, such as an initiative that is late, is not told again.
"""

from collections.abc import Iterator

from kansrijk_cli.compute.progress.needs import Need
from kansrijk_cli.compute.progress.standing import Standing, TargetProgress
from kansrijk_cli.reports.context import Context
from kansrijk_cli.reports.standing import (
    Row,
    frequency_rows,
    moment_rows,
    open_rows,
    owner_of,
    progress_word,
)
from kansrijk_cli.reports.standing_targets import asked_of, reached, still, target_rows
from kansrijk_cli.reports.values import Remarked, Word

OWN_ROWS = frozenset(("initiative", "target", "frequency"))


def flat_rows(context: Context, found: Standing) -> Iterator[Row]:
    """All rows, part by part."""
    yield from _initiatives(context, found)
    for item, row in zip(found.targets, target_rows(found), strict=True):
        yield from _target(context, found, item, row)
    part = Word("chapter", "progress_frequencies")
    for times, row in zip(found.frequencies, frequency_rows(found), strict=True):
        title, asked, period, _, seen, state = row
        who = owner_of(context, found.owners.of_target(times.target.target))
        yield part, title, context.region.name, period, asked, seen, None, None, state, who
    part = Word("chapter", "progress_moments")
    for kind, title, when, asked, state, who in moment_rows(context, found, owner_of):
        yield part, Remarked(title, kind), None, when, asked, None, None, None, state, who
    part = Word("chapter", "progress_open")
    for what, kind, state, by, who in open_rows(context, found, owner_of):
        if isinstance(kind, Word) and kind.word not in OWN_ROWS:
            yield part, what, None, by, None, None, None, None, state, who


def _initiatives(context: Context, found: Standing) -> Iterator[Row]:
    part = Word("chapter", "progress_initiatives")
    for initiative in found.initiatives:
        activity = initiative.activity
        who = owner_of(context, found.owners.of_activity(activity))
        state = progress_word(initiative.progress)
        yield part, activity.title, activity.places, activity.when, *[None] * 4, state, who


def _target(context: Context, found: Standing, item: TargetProgress, row: Row) -> Iterator[Row]:
    """A target in the whole region, and then in each municipality and programme."""
    part = Word("chapter", "progress_targets")
    title, *numbers = row
    who = owner_of(context, found.owners.of_target(item.state.target))
    yield part, title, context.region.name, item.state.due, *numbers, who
    for name, need in item.needs.municipalities.items():
        yield part, title, name, item.state.due, *_numbers(need), who
    for id_, need in item.needs.programmes.items():
        yield part, title, context.programme(id_), item.state.due, *_numbers(need), who


def _numbers(need: Need) -> Row:
    state = Word("need", need.state)
    return asked_of(need.bounds, None), reached(need), still(need), None, state
