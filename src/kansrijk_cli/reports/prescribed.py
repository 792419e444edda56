"""A plan beside a prescribed document, for the sections that show it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kansrijk_cli.compute.budget.tables import BudgetTable, budget_tables
from kansrijk_cli.compute.prescribed import Part, Prescribed, prescribed
from kansrijk_cli.model.agreements import Agreement, Agreements
from kansrijk_cli.model.budgets import BudgetLine
from kansrijk_cli.model.coalitions import Coalition, Coalitions
from kansrijk_cli.model.parties import Parties, Party
from kansrijk_cli.model.plan import LEADERS, OFFICES, Activity, OpenPoint
from kansrijk_cli.model.results import Results, Target
from kansrijk_cli.reports.context import Context
from kansrijk_cli.reports.values import Remarked, Word

UNKNOWN = Word("figure", "unknown")
NOT_YET = Word("answer", "none")
NOBODY = Word("answer", "nobody")
Row = tuple[object, ...]
# The year in which what the format asks must be there in every region.
COMPLETE = 2030
# Of these kinds of parts it asks numbers, a growth path, money and agreements.
ASKED = ("basic", "running")


@dataclass(frozen=True)
class View:
    """A plan beside a format.

    `roles` are the roles of the document that are asked about any part, in order of preference.
    `offices` are roles, or ids of parties, that are asked about the programme of the plan.
    """

    context: Context
    found: Prescribed
    roles: Sequence[str]
    offices: Sequence[str]

    def owner(self, part: Part) -> object:
        """Who is asked to fill in what is not known of a part.

        The owners that the plan names for it; of the programme that the plan is about its office
        or regional coalition; else who leads the whole document.
        """
        upward = self.found.upward(part.part.id)
        known = {found.part.id: found.component for found in self.found.parts}
        for id_ in upward:
            component = known[id_]
            if component and component.owners:
                return self.context.owners(component.owners)
        if set(upward) & set(self.context.plan.document.programmes):
            office = self._role(self.offices) or self._office() or self._coalition()
            if office:
                return office
        return self._role(self.roles) or NOBODY

    def _role(self, names: Sequence[str]) -> object:
        roles = self.context.plan.document.roles
        return next((Remarked(self.context.owner(roles[n]), n) for n in names if n in roles), None)

    def _office(self) -> str | None:
        ids = {party.id: party.name for party in self._parties()}
        return next((ids[name] for name in self.offices if name in ids), None)

    def _coalition(self) -> str | None:
        for coalition in self.coalitions():
            if coalition.level == "regional":
                return self.context.owner(coalition.lead) if coalition.lead else coalition.name
        return None

    def _parties(self) -> tuple[Party, ...]:
        content = self.context.file(Parties)
        return content.parties if content else ()

    def boards(self) -> list[Party]:
        """The bodies that decide."""
        return [party for party in self._parties() if party.level == "board"]

    def coalitions(self) -> tuple[Coalition, ...]:
        """All coalitions of the region."""
        content = self.context.file(Coalitions)
        return content.coalitions if content else ()

    def agreements(self) -> list[Agreement]:
        """What is agreed in the region."""
        content = self.context.file(Agreements)
        return [a for a in (content.agreements if content else ()) if a.regional]

    def activities(self, part: Part) -> list[Activity]:
        """The activities of a part."""
        return [
            activity
            for activity in self.context.plan.activities
            if self.found.part_of(activity.component, activity.intervention) == part.part.id
        ]

    def targets(self, part: Part) -> list[Target]:
        """The targets of a part."""
        return [
            target
            for target in self._targets
            if self.found.part_of(target.component, target.intervention, target.norm)
            == part.part.id
        ]

    @cached_property
    def _targets(self) -> tuple[Target, ...]:
        content = self.context.file(Results)
        return content.targets if content else ()

    def points(self, part: Part) -> list[OpenPoint]:
        """The open questions and decisions that name a part, or something in it."""
        return [
            point
            for point in self.context.plan.open_points
            if (point.component or point.intervention)
            and self.found.part_of(point.component, point.intervention) == part.part.id
        ]

    def loose(self) -> tuple[int, int]:
        """How many activities and targets of the plan belong to no part."""
        of = self.found.part_of
        activities = [of(a.component, a.intervention) for a in self.context.plan.activities]
        targets = [of(t.component, t.intervention, t.norm) for t in self._targets]
        return activities.count(None), targets.count(None)

    def figures(self, part: Part) -> bool:
        """Whether the figures of the plan are about a part: those of the programme it is about."""
        content = self.context.file(Results)
        return bool(content and content.figures and self.found.programme == part.part.id)

    def money(self, part: Part) -> list[tuple[BudgetTable, BudgetLine]]:
        """The lines of budgets of a part, without totals; of a part on its own the last totals."""
        whole = part.level == "whole"
        return [
            (table, line)
            for table in self.tables
            for line in table.budget.lines
            if (
                line.total and line.under is None
                if whole
                else not line.total
                and self.found.part_of(line.component, line.intervention) == part.part.id
            )
        ]

    @cached_property
    def tables(self) -> list[BudgetTable]:
        """The budgets of the year."""
        context = self.context
        return list(budget_tables(context.workspace, context.folder, context.year))

    def sources(self, *references: str | None) -> tuple[str, ...]:
        """The titles of sources, each once."""
        titles = {source.id: source.title for source in self.context.region.sources}
        ids = dict.fromkeys(r.partition("/")[0] for r in references if r)
        return tuple(titles.get(id_, id_) for id_ in ids)


def view_of(
    context: Context, format: str, roles: Sequence[str] = LEADERS, offices: Sequence[str] = OFFICES
) -> View | None:
    """The plan beside a format, `None` when there is no such format."""
    found = prescribed(context.workspace, context.plan, format)
    return View(context, found, roles, offices) if found else None


def called(part: Part) -> str:
    """The number and title of a part."""
    return f"{part.part.number} {part.part.title}"


def stage_words(part: Part) -> Iterator[object]:
    """What kind of part it is, that it is a choice, and that the region does not make it."""
    if part.part.stage:
        yield Word("stage", part.part.stage)
    if part.part.optional:
        yield Word("answer", "optional")
    if not part.included:
        yield Word("answer", "left-out")
