"""Targets: what is asked, what is achieved, and where it stands on the document's date."""

from dataclasses import dataclass

from kansrijk_cli.compute.targets.achieved import Achieved
from kansrijk_cli.compute.targets.states import TargetState, target_states
from kansrijk_cli.model.results import Results, Target
from kansrijk_cli.reports.context import Context, Data, marked, notes, suppressed
from kansrijk_cli.reports.goals import goal_rows, goals
from kansrijk_cli.reports.standing_targets import reached_in_all

ORDER, FILE = 30, Results


@dataclass(frozen=True, slots=True)
class Row:
    """A target for a template: its numbers, and its subject under the names readers know."""

    target: Target
    state: TargetState
    title: object
    due: object
    subjects: tuple[str, ...]
    programmes: tuple[str, ...]
    norm: str | None
    by_programme: dict[str, object]

    @property
    def total(self) -> object:
        """What is achieved in all."""
        return reached_in_all(self.state)

    @property
    def is_hidden(self) -> bool:
        """Whether a number of it may not be shown."""
        achieved = self.state.achieved
        return achieved is not None and (achieved.total_hidden or bool(achieved.hidden))

    @property
    def is_unknown(self) -> bool:
        """Whether there is something to count, and nobody did."""
        return self.state.achieved is None and self.total is not None

    @property
    def is_partly(self) -> bool:
        """Whether what is achieved is a sum in which somebody is missing."""
        achieved = self.state.achieved
        return achieved is not None and achieved.silent > 0 and not achieved.total_hidden


def build(context: Context, component: str | None = None) -> Data | None:
    """All targets of the year, or those of one component."""
    taken = context.take(
        Results, lambda r: r.targets, lambda t: component is None or t.component == component
    )
    wanted = {target.id for target in taken}
    states = target_states(context.workspace, context.folder, context.year, context.on)
    rows = [_row(context, state) for state in states if state.target.id in wanted]
    if not rows:
        return None
    is_hidden = any(row.is_hidden for row in rows)
    threshold = context.region.threshold if is_hidden else None
    reached = goals(row.state for row in rows)
    return {
        "rows": rows,
        "goals": reached,
        "reached": goal_rows(reached) if reached else [],
        "threshold": threshold,
        # The day to which was counted, when there is anything to count.
        "on": context.on if any(row.state.achieved for row in rows) else None,
        "notes": notes(taken, lambda target: target.title),
    }


def _row(context: Context, state: TargetState) -> Row:
    target, achieved = state.target, state.achieved
    names = achieved.programmes if achieved else ()
    values = {context.programme(name): _shown(achieved, name) for name in names if achieved}
    return Row(
        target,
        state,
        marked(target, target.title, "title", "minimum", "maximum", "exact", "total"),
        marked(target, state.due, "by"),
        tuple(_subjects(context, target)),
        tuple(context.programme(programme) for programme in target.programmes),
        context.norm(target.norm),
        values,
    )


def _shown(achieved: Achieved, name: str) -> object:
    if name in achieved.hidden:
        return suppressed(achieved.hidden[name])
    return achieved.shown(name)


def _subjects(context: Context, target: Target) -> list[str]:
    names = (
        context.intervention(target.intervention),
        context.component(target.component),
        context.activity(target.activity),
        context.agreement(target.agreement),
        context.owner(target.party) if target.party else None,
        context.coalition(target.coalition),
        context.indicator(target.indicator)[0],
    )
    return [name for name in names if name and name.casefold() != target.title.casefold()]
