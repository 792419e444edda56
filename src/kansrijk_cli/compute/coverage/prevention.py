"""The prevention matrix: which intervention serves which goal, at which level of prevention."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import get_args

from kansrijk_cli.compute.coverage.matrix import Coverage
from kansrijk_cli.compute.dates import document_date
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.interventions import Intervention
from kansrijk_cli.model.plan import Component, Plan
from kansrijk_cli.model.results import Results
from kansrijk_cli.model.types import Prevention
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import RegionFolder, YearFolder

LEVELS: tuple[Prevention, ...] = get_args(Prevention)


@dataclass(frozen=True, slots=True)
class PreventionMatrix:
    """Goals by levels of prevention. `None` as goal or level: the data names none."""

    goals: tuple[Component, ...]
    cells: Mapping[tuple[str | None, Prevention | None], tuple[Intervention, ...]]

    @property
    def has_levels(self) -> bool:
        """Whether the data names the level of prevention of any intervention."""
        return any(level is not None for _, level in self.cells)

    @property
    def has_unknown_levels(self) -> bool:
        """Whether there are interventions without a level of prevention."""
        return any(level is None for _, level in self.cells)

    @property
    def without_goal(self) -> bool:
        """Whether there are interventions that the plan ties to no goal."""
        return any(goal is None for goal, _ in self.cells)


@dataclass(frozen=True, slots=True)
class Tie:
    """A goal with an intervention that serves it, and the place that names both."""

    goal: str
    intervention: str
    place: Place


def prevention_matrix(table: Coverage, year: YearFolder | None) -> PreventionMatrix:
    """The matrix of the interventions of a region and the goals of a plan.

    An intervention serves a goal when a part of the plan, an activity or a target names both: the
    part itself, or what it serves or belongs to. Of a goal with smaller goals only those stand in
    the matrix, unless an intervention serves it directly.
    """
    plan = year.files.content(Plan) if year else None
    served = dict.fromkeys((t.goal, t.intervention) for t in ties(year)) if year else {}
    cells: dict[tuple[str | None, Prevention | None], list[Intervention]] = {}
    for intervention in table.interventions:
        named = [goal for goal, id_ in served if id_ == intervention.id]
        for key in product(named or (None,), intervention.prevention or (None,)):
            cells.setdefault(key, []).append(intervention)
    shown = {goal for goal, _ in cells}
    goals = _goals(plan)
    above = {g.part_of for g in goals} | {other for g in goals for other in g.serves}
    return PreventionMatrix(
        tuple(g for g in goals if g.id in shown or g.id not in above),
        {key: tuple(found) for key, found in cells.items()},
    )


def plan_year(region: RegionFolder, table: Coverage) -> YearFolder | None:
    """The year of the last plan that there is on the day of the matrix, if there is one.

    A plan for next year is there from the day of its document.
    """

    def is_there(year: YearFolder) -> bool:
        on = table.on
        return on is None or year.year <= on.year or document_date(year) <= on

    years = [year for _, year in sorted(region.years.items()) if year.files.content(Plan)]
    return next(filter(is_there, reversed(years)), None)


def _goals(plan: Plan | None) -> list[Component]:
    return [c for c in (plan.components if plan else ()) if c.kind == "goal" and c.included]


def ties(year: YearFolder) -> Iterator[Tie]:
    """Every goal with an intervention that serves it, by every place that says so."""
    plan, results = year.files.get(Plan), year.files.get(Results)
    if plan is None:
        return
    components, activities = plan.content.components, plan.content.activities
    known = {component.id: component for component in components}
    named = [
        *((p, c.id, c.intervention) for p, c in each(plan.place.at("components"), components)),
        *(
            (p, a.component, a.intervention)
            for p, a in each(plan.place.at("activities"), activities)
        ),
        *(
            (p, t.component, t.intervention)
            for p, t in (
                each(results.place.at("targets"), results.content.targets) if results else ()
            )
        ),
    ]
    for place, component, intervention in named:
        if intervention and component in known:
            for goal in _goals_of(component, known, frozenset()):
                yield Tie(goal, intervention, place)


def _goals_of(id_: str, known: Mapping[str, Component], seen: frozenset[str]) -> Iterator[str]:
    """The nearest goals on the way up from a part of the plan."""
    component = known.get(id_)
    if component is None or id_ in seen:
        return
    if component.kind == "goal":
        yield id_
        return
    for other in (*component.serves, *filter(None, (component.part_of,))):
        yield from _goals_of(other, known, seen | {id_})
