"""What the newest plans of its regions ask of a municipality, and what happens there."""

from collections.abc import Iterator

from kansrijk_cli.compute.coverage.cells import ABSENT, status_on
from kansrijk_cli.compute.explain.targets import stated_places
from kansrijk_cli.compute.progress.needs import Need
from kansrijk_cli.compute.progress.standing import TargetProgress
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.coalitions import Coalition
from kansrijk_cli.model.results import Results, Target
from kansrijk_cli.output.dutch import listing
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Linked
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.pages.beside import TARGETS
from kansrijk_cli.output.site.pages.contacts import Contacts
from kansrijk_cli.output.site.pages.local import Local
from kansrijk_cli.output.site.pages.regions import coalitions_of
from kansrijk_cli.output.site.pages.rows import initiative_row, open_row
from kansrijk_cli.reports.context import marked
from kansrijk_cli.reports.standing_targets import asked_of, reached, still, unit_of
from kansrijk_cli.reports.values import Word
from kansrijk_cli.workspace.entry import each

Row = tuple[object, ...]


def targets(local: Local) -> Iterator[Row]:
    """Per target: region and year, what is asked here, reached, still needed, and how it stands."""
    for facts, year in local.plans:
        for item in year.standing.targets:
            need = item.needs.municipalities.get(local.name)
            if need:
                yield _target(local, facts, year, item, need)


def _target(
    local: Local, facts: RegionFacts, year: YearFacts, item: TargetProgress, need: Need
) -> Row:
    target, address = item.state.target, local.site.lines.address
    stated = address(stated_places(target, item.state.place)[0])
    return (
        Linked(marked(target, target.title, "title"), region_page(facts.id, TARGETS, year.year)),
        Linked(f"{facts.region.name} {year.year}", region_page(facts.id)),
        Linked(_asked(target, need), stated),
        Linked(_reached(target, need), address(_observed(local, facts, year, item))),
        Linked(still(need), stated) if need.needed else None,
        Word("need", need.state),
    )


def _asked(target: Target, need: Need) -> object:
    """What is asked here; of "in every municipality" that it is there."""
    is_there = target.kind == "every-municipality"
    return Word("site", "present") if is_there else asked_of(need.bounds, unit_of(target))


def _reached(target: Target, need: Need) -> object:
    """What is reached here; of "in every municipality" whether it is there."""
    if target.kind == "every-municipality" and need.value is not None:
        return bool(need.value)
    return reached(need)


def _observed(
    local: Local, facts: RegionFacts, year: YearFacts, item: TargetProgress
) -> Place | None:
    """Where the newest observation of a target in the municipality stands."""
    target, results = item.state.target, year.folder.files.get(Results)
    if target.measured_by == "coverage":
        cell = facts.table.cells.get((local.name, target.intervention or ""))
        return facts.place_of(cell) if cell else None
    figures = each(results.place.at("figures"), results.content.figures) if results else ()
    found = [
        place.at("value")
        for place, figure in figures
        if figure.target == target.id and facts.official(figure.place) == local.name
    ]
    return found[-1] if found else None


def coalitions(local: Local, contacts: Contacts) -> Iterator[Row]:
    """The coalitions that the municipality is in: its own, shared ones and those of the region."""
    for facts in local.regions:
        for place, coalition in coalitions_of(facts):
            members = {facts.official(name) for name in coalition.municipalities}
            if local.name not in members and not (coalition.level == "regional" and not members):
                continue
            lead = facts.owners([coalition.lead]) if coalition.lead else ()
            if lead:
                contacts.add(facts, lead, coalition.name)
            elif _is_at_work(facts, coalition):
                contacts.add(facts, [coalition.name], _together_in(facts, coalition))
            yield (
                marked(coalition, coalition.name, "name"),
                Word("coalition-level", coalition.level),
                local.region_link(facts),
                Linked(
                    marked(coalition, Word("status", coalition.status), "status"),
                    local.site.lines.address(place.at("status")),
                ),
                lead,
                facts.owners(coalition.partners),
            )


def _is_at_work(facts: RegionFacts, coalition: Coalition) -> bool:
    """Whether there is anybody in a coalition to ask, as far as the data tell."""
    on = facts.table.on
    status = status_on(coalition.status, coalition.period, on, on.year if on else 0)
    return status not in ABSENT


def _together_in(facts: RegionFacts, coalition: Coalition) -> str:
    """What a coalition without a lead is asked about."""
    place = listing(coalition.municipalities) or facts.region.name
    return label("site", "together-in").format(place=place)


def activities(local: Local, contacts: Contacts) -> Iterator[Row]:
    """What the plans do in the municipality itself."""
    for facts, year in local.plans:
        for found in year.standing.initiatives:
            activity = found.activity
            if local.name in {m for name in activity.places for m in facts.inside(name)}:
                contacts.add(facts, facts.owners(activity.owners), activity.title)
                line = local.site.lines.address(found.place)
                title, when, state, who = initiative_row(year, found, quarters=False)
                yield (
                    Linked(title, line),
                    Linked(f"{facts.region.name} {year.year}", region_page(facts.id)),
                    Linked(when, line),
                    state,
                    who,
                )


def turn(local: Local) -> Iterator[Row]:
    """What waits for the municipality itself."""
    for facts, year in local.plans:
        for item in year.standing.open_items:
            if local.name in map(facts.official, item.owner.owners):
                name, kind, state, by, _ = open_row(year, item)
                yield (
                    Linked(name, local.site.lines.address(year.place_of(item.about))),
                    Linked(f"{facts.region.name} {year.year}", region_page(facts.id)),
                    kind,
                    state,
                    by,
                )
