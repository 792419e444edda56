"""The initiatives of a plan by the quarter in which they are to be finished, as rows of values."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kansrijk_cli.compute.progress.activities import STATES, Initiative, Progress
from kansrijk_cli.compute.progress.quarters import DueGroup, by_quarter
from kansrijk_cli.compute.progress.standing import Standing
from kansrijk_cli.model.period import Moment, Period, Span
from kansrijk_cli.reports.context import Context
from kansrijk_cli.reports.standing import Row, initiative_rows, progress_word
from kansrijk_cli.reports.values import Phrase, Strong, Word


@dataclass(frozen=True, slots=True)
class DueRows:
    """The initiatives that end together, under what their quarter is called.

    `states` has the same rows once more, by how far they are.
    """

    name: object
    rows: list[Row]
    states: tuple[tuple[Word, list[Row]], ...]


@dataclass(frozen=True, slots=True)
class DueCounts:
    """How many are how far in each quarter: the states that occur, and a row for each group."""

    states: tuple[Word, ...]
    rows: list[Row]


def due_rows(context: Context, found: Standing, quarters: bool = True) -> Iterator[DueRows]:
    """The groups with their initiatives; with `quarters` a mark in each quarter that is planned."""
    year = context.year.year

    def rows(kept: tuple[Initiative, ...]) -> list[Row]:
        return initiative_rows(context, replace(found, initiatives=kept), quarters)

    for group in by_quarter(found.initiatives, year):
        states = (
            (progress_word(p), rows(tuple(i for i in group.initiatives if i.progress == p)))
            for p in _ordered(group.counts)
        )
        yield DueRows(_name(group, year), rows(group.initiatives), tuple(states))


def due_counts(context: Context, found: Standing) -> DueCounts:
    """A row for each group: its name, how many, and how many of each state."""
    year = context.year.year
    groups = by_quarter(found.initiatives, year)
    whole = sum((group.counts for group in groups), Counter[Progress]())
    states = _ordered(whole)
    rows = [(_name(g, year), *_numbers(g.counts, states)) for g in groups]
    if len(groups) > 1:
        rows.append(tuple(map(Strong, (Word("text", "together"), *_numbers(whole, states)))))
    return DueCounts(tuple(map(progress_word, states)), rows)


def _numbers(counts: Counter[Progress], states: list[Progress]) -> tuple[int, ...]:
    return (counts.total(), *(counts[state] for state in states))


def _ordered(counts: Counter[Progress]) -> list[Progress]:
    """What asks for attention first; what is said before what only the planning says."""
    return sorted(counts, key=lambda p: (STATES.index(p.state), p.basis == "planned"))


def _name(group: DueGroup, year: int) -> object:
    if group.quarter:
        moment = Moment(year, group.quarter)
        return Period((Span(moment, moment),), "")
    word = Word("due", group.due)
    return Phrase((word, str(year))) if group.due in ("before", "after") else word
