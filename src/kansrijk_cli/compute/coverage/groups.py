"""The coverage by phase, level, chain element, support level or target group."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from kansrijk_cli.compute.coverage.matrix import STATUSES, Coverage, combined, status_on
from kansrijk_cli.model.agreements import Agreement, Agreements
from kansrijk_cli.model.interventions import Intervention
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.programmes import Programmes
from kansrijk_cli.model.region import Term
from kansrijk_cli.model.types import Level, Phase, Status
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace

By = Literal["phase", "level", "element", "support", "target-group"]
WAYS: tuple[By, ...] = get_args(By)


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs to one phase, level and so on. Without a `key`: where the data says nothing.

    `title` is the name in the words of the data, `None` for the fixed words of phase and level. A
    municipality has the status of what it has furthest along in the group.
    """

    key: str | None
    title: str | None
    interventions: tuple[str, ...]
    agreements: tuple[str, ...]
    municipalities: Mapping[str, Status]

    @property
    def counts(self) -> dict[str, int]:
        """How many municipalities have each status, and of how many."""
        found = list(self.municipalities.values())
        return {status: found.count(status) for status in STATUSES} | {"of": len(found)}


def groups(workspace: Workspace, region: RegionFolder, table: Coverage, by: By) -> list[Group]:
    """All groups of one way to look, in the order of the words of the data.

    An intervention belongs to a level or an element through an agreement that names it; to a
    phase, support level or target group as it says itself, to a support level also through an
    agreement.
    """
    content = region.files.content(Agreements)
    agreements = tuple(a for a in (content.agreements if content else ()) if holds(a, table.on))
    titles: dict[str, str | None] = {}
    for word, name in _titles(workspace, region, table, agreements, by):
        titles.setdefault(word, name)
    of_interventions = {i.id: set(_of_intervention(i, agreements, by)) for i in table.interventions}
    of_agreements = {a.id: set(_of_agreement(a, by)) for a in agreements}
    found = []
    for key in (*titles, None):
        inside = tuple(i for i, keys in of_interventions.items() if _is_in(key, keys))
        agreed = tuple(a for a, keys in of_agreements.items() if _is_in(key, keys))
        statuses = {
            m: combined(table.cells[m, i].status for i in inside) for m in table.municipalities
        }
        if key is not None or inside or (agreed and by != "target-group"):
            title = titles[key] if key is not None else None
            found.append(Group(key, title, inside, agreed, statuses))
    return found


def holds(agreement: Agreement, on: date | None) -> bool:
    """Whether an agreement is not over on a day."""
    status = agreement.status or "active"
    return status_on(status, agreement.period, on, on.year if on else 1) not in ("ended", "none")


def _is_in(key: str | None, keys: set[str]) -> bool:
    return key in keys if key is not None else not keys


def _of_intervention(
    intervention: Intervention, agreements: tuple[Agreement, ...], by: By
) -> Iterator[str]:
    if by == "phase":
        yield from intervention.phases
    elif by == "target-group":
        yield from filter(None, (intervention.target_group,))
    else:
        if by == "support":
            yield from filter(None, (intervention.support,))
        for agreement in agreements:
            if agreement.intervention == intervention.id:
                yield from _of_agreement(agreement, by)


def _of_agreement(agreement: Agreement, by: By) -> Iterator[str]:
    if by == "phase":
        yield from agreement.phases
    named = {"level": agreement.level, "element": agreement.element, "support": agreement.support}
    found = named.get(by)
    if found:
        yield found


def _titles(
    workspace: Workspace,
    region: RegionFolder,
    table: Coverage,
    agreements: tuple[Agreement, ...],
    by: By,
) -> Iterator[tuple[str, str | None]]:
    """The keys of all groups with their names; also of those that have nothing in them."""
    if by in ("phase", "level"):
        yield from ((word, None) for word in get_args(Phase if by == "phase" else Level))
    elif by == "support":
        yield from ((t.id, t.name) for t in (region.region.support if region.region else ()))
    elif by == "element":
        used = {a.element for a in agreements}
        yield from _elements(workspace, region, used)
    else:
        texts = (i.target_group for i in table.interventions)
        yield from ((text, text) for text in texts if text)


def _elements(
    workspace: Workspace, region: RegionFolder, used: set[str | None]
) -> Iterator[tuple[str, str]]:
    """The region's own elements, and of the programmes those of its plans or that it uses."""
    own: list[Term] = list(region.region.elements) if region.region else []
    plans = (year.files.content(Plan) for year in region.years.values())
    programmes = {p for plan in plans if plan for p in plan.document.programmes}
    for entry in workspace.catalog_entries(Programmes):
        for programme in entry.content.programmes:
            own += (t for t in programme.elements if programme.id in programmes or t.id in used)
    yield from ((term.id, term.name) for term in own)
