"""How the counts of the coverage matrix came about."""

from collections.abc import Iterator

from kansrijk_cli.compute.coverage.matrix import Coverage
from kansrijk_cli.compute.explain.explanation import Explanation, Parameter
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import RegionFolder


def explain_coverage(region: RegionFolder, table: Coverage) -> Iterator[Explanation]:
    """A line for the counts of each intervention, and one for the coalitions."""
    count = len(table.municipalities)
    params: dict[str, Parameter] = {"municipalities": count}
    params |= {"on": table.on} if table.on else {}
    year = table.on.year if table.on else None
    content = region.files.content(Interventions)
    is_complete = bool(content and content.inventory and content.inventory.complete)
    rule = "coverage-complete" if is_complete else "coverage"
    for item in table.interventions:
        inputs = deployment_places(region, item.id)
        yield Explanation("coverage", (item.name,), rule, inputs, params, year)
    coalitions = region.files.get(Coalitions)
    if coalitions:
        items = each(coalitions.place.at("coalitions"), coalitions.content.coalitions)
        local = tuple(place.at("status") for place, item in items if item.level == "local")
        yield Explanation("coalitions", (), "coalitions", local, params, year)


def deployment_places(region: RegionFolder, intervention: str) -> tuple[Place, ...]:
    """Where the data say something of an intervention, in the order of the file."""
    entry = region.files.get(Interventions)
    return tuple(
        entry.place.at("deployments", place, intervention)
        for place, row in (entry.content.deployments.items() if entry else ())
        if entry and intervention in row
    )
