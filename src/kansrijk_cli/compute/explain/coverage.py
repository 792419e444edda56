"""How the counts of the coverage matrix came about, in each way to look at it."""

from collections.abc import Iterable, Iterator

from kansrijk_cli.compute.coverage.depth import Depth
from kansrijk_cli.compute.coverage.groups import WAYS, By, Group
from kansrijk_cli.compute.coverage.matrix import Cell
from kansrijk_cli.compute.coverage.prevention import plan_year, ties
from kansrijk_cli.compute.coverage.spots import Spot
from kansrijk_cli.compute.explain.explanation import About, Explanation, Fixed, Parameter
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.agreements import Agreements
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import RegionFolder

FIXED = frozenset(("phase", "level"))


def explain_coverage(depth: Depth, view: str) -> Iterator[Explanation]:
    """The figures of one view: per intervention, municipality or group, spots or prevention."""
    by = next((way for way in WAYS if way == view), None)
    if by:
        yield from _groups(depth, by)
    elif view == "white-spots":
        yield from (_spot(depth, spot) for spot in depth.spots)
    elif view == "prevention-matrix":
        yield from _prevention(depth)
    elif view == "municipality":
        yield from _municipalities(depth)
        yield from _coalitions(depth)
    else:
        yield from _interventions(depth)
        yield from _coalitions(depth)


def _interventions(depth: Depth) -> Iterator[Explanation]:
    rule, params = _counted(depth, "coverage"), _params(depth)
    for item in depth.table.interventions:
        inputs = deployment_places(depth.region, item.id)
        yield Explanation("coverage", (item.name,), rule, inputs, params, _year(depth))


def _municipalities(depth: Depth) -> Iterator[Explanation]:
    rule, params = _counted(depth, "coverage-municipality"), _params(depth)
    for name in depth.table.municipalities:
        cells = (depth.table.cells[name, i.id] for i in depth.table.interventions)
        inputs = _rows(depth.region, cells)
        yield Explanation("coverage", (name,), rule, inputs, params, _year(depth))


def _coalitions(depth: Depth) -> Iterator[Explanation]:
    entry = depth.region.files.get(Coalitions)
    if entry:
        items = each(entry.place.at("coalitions"), entry.content.coalitions)
        local = tuple(place.at("status") for place, item in items if item.level == "local")
        yield Explanation("coalitions", (), "coalitions", local, _params(depth), _year(depth))


def _groups(depth: Depth, by: By) -> Iterator[Explanation]:
    """Where the offer of a group is, and the agreements that are counted in it."""
    entry = depth.region.files.get(Agreements)
    items = each(entry.place.at("agreements"), entry.content.agreements) if entry else ()
    agreed = {item.id: place for place, item in items}
    for group in depth.group(by):
        cells = (
            depth.table.cells[name, id_]
            for id_ in group.interventions
            for name in depth.table.municipalities
        )
        inputs = (*_rows(depth.region, cells), *(agreed[id_] for id_ in group.agreements))
        about = (_group(group, by),)
        yield Explanation(f"by-{by}", about, "coverage-group", inputs, _params(depth), _year(depth))


def _group(group: Group, by: By) -> About:
    if group.key is None:
        return Fixed("coverage-group", "none")
    return Fixed(by, group.key) if by in FIXED else group.title or group.key


def _spot(depth: Depth, spot: Spot) -> Explanation:
    """Why a cell is a white spot, and where the one to ask says that it has it."""
    cells, near = depth.table.cells, spot.near
    names = {i.id: i.name for i in depth.table.interventions}
    inputs = _rows(depth.region, [cells[spot.municipality, spot.intervention]])
    if spot.region:
        inputs += deployment_places(depth.workspace.regions[spot.region], spot.intervention)
    elif near:
        inputs += _rows(depth.region, [cells[near.municipality, spot.intervention]])
    known = "unknown" if spot.status == "unknown" else "none"
    return Explanation(
        f"spot-{known}",
        (names[spot.intervention], spot.municipality),
        f"spot-{near.relation if near else 'nobody'}",
        inputs,
        {},
        _year(depth),
    )


def _prevention(depth: Depth) -> Iterator[Explanation]:
    """Per cell the interventions in it: where they run, and what ties them to the goal."""
    titles = {goal.id: goal.title for goal in depth.prevention.goals}
    year = plan_year(depth.region, depth.table)
    tied = list(ties(year)) if year else []
    for (goal, level), found in depth.prevention.cells.items():
        for item in found:
            about: tuple[About, ...] = (
                titles.get(goal, goal) if goal else Fixed("goal", "none"),
                Fixed("prevention", level or "unknown"),
                item.name,
            )
            inputs = (
                *deployment_places(depth.region, item.id),
                *(tie.place for tie in tied if (tie.goal, tie.intervention) == (goal, item.id)),
            )
            rule = "prevention" if goal else "prevention-no-goal"
            yield Explanation("prevention", about, rule, inputs, {}, year.year if year else None)


def _counted(depth: Depth, rule: str) -> str:
    """The rule, with what an empty cell is when somebody asked about all of them."""
    content = depth.region.files.content(Interventions)
    is_complete = bool(content and content.inventory and content.inventory.complete)
    return f"{rule}-complete" if is_complete else rule


def _params(depth: Depth) -> dict[str, Parameter]:
    table = depth.table
    params: dict[str, Parameter] = {
        "municipalities": len(table.municipalities),
        "interventions": len(table.interventions),
    }
    return params | ({"on": table.on} if table.on else {})


def _year(depth: Depth) -> int | None:
    return depth.table.on.year if depth.table.on else None


def _rows(region: RegionFolder, cells: Iterable[Cell]) -> tuple[Place, ...]:
    """Where cells are filled in, in the order of the file; a row for more of them once."""
    wanted = {id(cell.deployment) for cell in cells if cell.deployment}
    entry = region.files.get(Interventions)
    return tuple(
        entry.place.at("deployments", place, intervention)
        for place, row in (entry.content.deployments.items() if entry else ())
        for intervention, deployment in row.items()
        if entry and id(deployment) in wanted
    )


def deployment_places(region: RegionFolder, intervention: str) -> tuple[Place, ...]:
    """Where the data say something of an intervention, in the order of the file."""
    entry = region.files.get(Interventions)
    return tuple(
        entry.place.at("deployments", place, intervention)
        for place, row in (entry.content.deployments.items() if entry else ())
        if entry and intervention in row
    )
