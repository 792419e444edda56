"""Who is to act on everything that is open or unknown on a date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from kansrijk_cli.compute.progress.activities import Initiative
from kansrijk_cli.compute.progress.frequencies import Frequency
from kansrijk_cli.compute.targets.states import TargetState
from kansrijk_cli.model.agreements import Agreements
from kansrijk_cli.model.budgets import BudgetLine, Budgets
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.model.plan import LEADERS, OFFICES, Activity, OpenPoint, Plan
from kansrijk_cli.model.results import Figure, Results, Target
from kansrijk_cli.workspace.workspace import RegionFolder, YearFolder

ItemKind = Literal[
    "initiative", "target", "frequency", "question", "decision", "vote", "figure", "amount"
]
Via = Literal["activity", "agreement", "component", "coalition", "document", "region"]
# Where somebody is found who is not named for an item, but may know who is.
FALLBACK: frozenset[Via | None] = frozenset(("document", "region"))
ItemState = Literal[
    "late",
    "open",
    "pending",
    "unknown",
    "not-measured",
    "behind",
    "missed",
    "infeasible",
    "over",
]
# The votes that a decision still waits for.
WAITING: Mapping[str, ItemState] = {"pending": "pending", "unknown": "unknown"}
# What is met or on schedule is not open.
OPEN: Mapping[str, ItemState] = {state: state for state in get_args(ItemState)}


@dataclass(frozen=True, slots=True)
class Owner:
    """Who is to act: parties or places. `via` is what names them when the item does not.

    A coalition stands for itself: then its id is in `coalition` and there are no `owners`.
    """

    owners: tuple[str, ...] = ()
    coalition: str | None = None
    via: Via | None = None

    @property
    def is_named(self) -> bool:
        """Whether the data name who is to act, and not only whom to ask."""
        return bool(self.owners or self.coalition) and self.via not in FALLBACK


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something open or unknown. `about` is the item of the data; `place` is set for a vote."""

    kind: ItemKind
    about: Activity | Target | OpenPoint | Figure | BudgetLine
    state: ItemState
    owner: Owner
    by: date | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Owners:
    """Finds the owners of items of a plan, from near to far."""

    region: RegionFolder
    year: YearFolder

    def of_activity(self, activity: Activity) -> Owner:
        """Those it names itself, else of its component, else its coalition."""
        if activity.owners:
            return Owner(activity.owners)
        named = self._of_component(activity.component) or _of_coalition(activity.coalition)
        return named or self.asked()

    def of_target(self, target: Target) -> Owner:
        """Its party, else who owns what it is about: activity, agreement, component, coalition."""
        if target.party:
            return Owner((target.party,))
        plan = self.year.files.content(Plan)
        for activity in plan.activities if plan else ():
            found = self.of_activity(activity)
            if activity.id == target.activity and found.is_named:
                return Owner(found.owners, found.coalition, found.via or "activity")
        return (
            self._of_agreement(target.agreement)
            or self._of_component(target.component)
            or _of_coalition(target.coalition)
            or self.asked()
        )

    def of_point(self, point: OpenPoint) -> Owner:
        """Those it names itself, else of its component."""
        if point.owners:
            return Owner(point.owners)
        return self._of_component(point.component) or self.asked()

    def of_figure(self, figure: Figure) -> Owner:
        """Who owns its target."""
        results = self.year.files.content(Results)
        targets = results.targets if results else ()
        found = (self.of_target(target) for target in targets if target.id == figure.target)
        return next(found, None) or self.asked()

    def of_line(self, line: BudgetLine) -> Owner:
        """Its party, else of its component."""
        if line.party:
            return Owner((line.party,))
        return self._of_component(line.component) or self.asked()

    def asked(self) -> Owner:
        """Whom to ask when nobody is named: the programme's office, else the region's coalition.

        Else who leads the whole document; the same order as in a prescribed document.
        """
        plan, parties = self.year.files.content(Plan), self.region.files.content(Parties)
        roles = plan.document.roles if plan else {}
        known = {party.id for party in (parties.parties if parties else ())}
        offices = [roles[name] for name in OFFICES if name in roles]
        offices += [name for name in OFFICES if name in known]
        leaders = [roles[name] for name in LEADERS if name in roles]
        if offices:
            return Owner((offices[0],), via="document")
        return self._of_region() or (Owner((leaders[0],), via="document") if leaders else Owner())

    def _of_region(self) -> Owner | None:
        """The coalition of the region, or who leads it."""
        content = self.region.files.content(Coalitions)
        for coalition in content.coalitions if content else ():
            if coalition.level == "regional" and coalition.status not in ("ended", "none"):
                lead = (coalition.lead,) if coalition.lead else ()
                return Owner(lead, None if lead else coalition.id, via="region")
        return None

    def _of_component(self, id_: str | None) -> Owner | None:
        """Of a component, or of the nearest one that it is a part of."""
        plan = self.year.files.content(Plan)
        known = {c.id: c for c in plan.components} if plan else {}
        passed: set[str] = set()
        while id_ in known and id_ not in passed:
            passed.add(id_)
            if known[id_].owners:
                return Owner(known[id_].owners, via="component")
            id_ = known[id_].part_of
        return None

    def _of_agreement(self, id_: str | None) -> Owner | None:
        content = self.region.files.content(Agreements)
        owners = [a.owners for a in (content.agreements if content else ()) if a.id == id_]
        return Owner(owners[0], via="agreement") if owners and owners[0] else None


def _of_coalition(id_: str | None) -> Owner | None:
    return Owner(coalition=id_, via="coalition") if id_ else None


def open_items(
    owners: Owners,
    on: date,
    initiatives: Iterable[Initiative],
    targets: Iterable[TargetState],
    frequencies: Sequence[Frequency],
) -> Iterator[OpenItem]:
    """All that is late, open or unknown, from initiatives to the lines of budgets."""
    for initiative in initiatives:
        state = OPEN.get(initiative.progress.state)
        if state:
            owner = owners.of_activity(initiative.activity)
            yield OpenItem("initiative", initiative.activity, state, owner, initiative.days.end)
    for target in targets:
        state = OPEN.get(target.status)
        if state:
            owner = owners.of_target(target.target)
            yield OpenItem("target", target.target, state, owner, target.due)
    for found in frequencies:
        state, about = OPEN.get(found.state), found.target.target
        if state:
            yield OpenItem("frequency", about, state, owners.of_target(about), found.end)
    yield from _points(owners, on)
    yield from _figures(owners)
    yield from _amounts(owners)


def _points(owners: Owners, on: date) -> Iterator[OpenItem]:
    """Questions and decisions without an answer, and the votes that a decision still waits for."""
    plan = owners.year.files.content(Plan)
    for point in plan.open_points if plan else ():
        by = point.by.end(owners.year.year) if point.by else None
        late = by is not None and by < on
        waits = [(p, s) for p, v in point.places.items() if (s := WAITING.get(v.status))]
        if point.answer is None and (waits or not point.places):
            state: ItemState = "late" if late else "open"
            yield OpenItem(point.kind, point, state, owners.of_point(point), by)
        for place, waiting in waits:
            yield OpenItem("vote", point, waiting, Owner((place,)), by, place)


def _figures(owners: Owners) -> Iterator[OpenItem]:
    results = owners.year.files.content(Results)
    for figure in results.figures if results else ():
        if figure.value == "unknown":
            yield OpenItem("figure", figure, "unknown", owners.of_figure(figure))


def _amounts(owners: Owners) -> Iterator[OpenItem]:
    """Lines that say that an amount is still to come; a total is open by its lines."""
    content = owners.year.files.content(Budgets)
    for budget in content.budgets if content else ():
        totals = {line.under for line in budget.lines}
        for line in budget.lines:
            amounts = (line.amount, *line.amounts.values())
            if line.id not in totals and any(a and a.value in ("PM", "ntb") for a in amounts):
                yield OpenItem("amount", line, "open", owners.of_line(line))
