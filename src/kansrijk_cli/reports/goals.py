"""What targets reach in each municipality, for a table and for a picture."""

from collections.abc import Iterable, Sequence

from kansrijk_cli.compute.targets.achieved import Achieved
from kansrijk_cli.compute.targets.requirements import Bounds
from kansrijk_cli.compute.targets.states import TargetState
from kansrijk_cli.reports.context import marked, suppressed
from kansrijk_cli.reports.pictures import Goal, GoalRow, Goals
from kansrijk_cli.reports.standing_targets import achieved_total, asked_of, unit_of
from kansrijk_cli.reports.values import Phrase, Remarked, Word

UNKNOWN = Word("figure", "unknown")
Row = tuple[object, ...]


def goals(states: Iterable[TargetState]) -> Goals | None:
    """The targets that say something of municipalities; `None` when nothing is observed there."""
    found, silent = list[Goal](), list[object]()
    for state in states:
        if state.achieved and state.achieved.municipalities:
            found.append(_goal(state, state.achieved))
        elif state.required.municipalities:
            silent.append(_title(state))
    return Goals(tuple(found), tuple(silent)) if found else None


def goal_rows(found: Goals) -> list[Row]:
    """A row for each municipality and one for all together, with a cell for each target."""
    names = dict.fromkeys(row.name for goal in found.goals for row in goal.rows)
    cells = [{row.name: _cell(goal, row) for row in goal.rows} for goal in found.goals]
    rows = [(name, *(of.get(name) for of in cells)) for name in names]
    return [*rows, (Word("picture", "together"), *(_total(goal) for goal in found.goals))]


def _cell(goal: Goal, row: GoalRow) -> object:
    """What a municipality reaches, with what it is asked when that is not the same for all."""
    if goal.is_alike:
        return row.shown
    asked = asked_of(Bounds(row.minimum, row.maximum), None)
    return Remarked(row.shown, asked) if asked else row.shown


def _total(goal: Goal) -> object:
    of = (Word("head", "of"), goal.needed) if goal.needed is not None else ()
    return Phrase((goal.total_shown, *of))


def _goal(state: TargetState, achieved: Achieved) -> Goal:
    needed = state.required
    others = dict.fromkeys(achieved.municipalities, Bounds())
    bounds = {**needed.municipalities, **(others | dict(needed.municipalities))}
    rows = tuple(_row(state, achieved, name, bound) for name, bound in bounds.items())
    least = needed.total if needed.total is not None else needed.region.minimum
    shown, total = achieved_total(achieved), None if achieved.total_hidden else achieved.total
    return Goal(_title(state), _asked(state, list(bounds.values())), rows, shown, total, least)


def _row(state: TargetState, achieved: Achieved, name: str, bounds: Bounds) -> GoalRow:
    value = achieved.shown(name)
    # Of what is there or not, "ja" says more than "1".
    is_there = state.target.measured_by == "coverage"
    asked = Bounds() if is_there else bounds
    shown: object = value
    if name in achieved.hidden:
        shown = suppressed(achieved.hidden[name])
    elif value is None:
        shown = UNKNOWN
    elif is_there:
        shown = value > 0
    return GoalRow(name, shown, value, asked.minimum, asked.maximum)


def _title(state: TargetState) -> object:
    target = state.target
    return marked(target, target.title, "title", "minimum", "maximum", "exact", "total")


def _asked(state: TargetState, bounds: Sequence[Bounds]) -> object:
    if state.target.kind == "every-municipality":
        return Word("picture", "every")
    if len(set(bounds)) > 1:
        return Phrase((Word("all", "different"), Word("picture", "each")))
    asked = asked_of(bounds[0], unit_of(state.target))
    return Phrase((asked, Word("picture", "each"))) if asked else unit_of(state.target)
