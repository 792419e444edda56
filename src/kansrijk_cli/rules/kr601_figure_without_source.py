"""A figure, amount or target that no source and no assumption stands for."""

from collections.abc import Iterator

from kansrijk_cli.compute.sources import source_at
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File
from kansrijk_cli.model.budgets import BudgetLine, Budgets, Funding
from kansrijk_cli.model.results import Figure, Results, Target
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Budgets, Results)
NUMBERS = ("value", "range", "amount", "amounts", "fte", "minimum", "maximum", "exact", "total")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Looks at the nearest enclosing source, and at what the item itself assumes."""
    for _, _, entry in workspace.entries():
        for place, field in _figures(entry):
            if source_at(entry, place.route) is None:
                yield finding(place.at(field), field=field)


def files_without(workspace: Workspace) -> frozenset[str]:
    """The files in which no figure at all has a source."""
    return frozenset(
        entry.place.file
        for _, _, entry in workspace.entries()
        if all(source_at(entry, place.route) is None for place, _ in _figures(entry))
    )


def _figures(entry: Entry[File]) -> Iterator[tuple[Place, str]]:
    """The items with a number that they do not assume, each with the field of the first."""
    for visit in entry.visits:
        item = visit.value
        if isinstance(item, Figure | Target | BudgetLine | Funding):
            named = (field for field in NUMBERS if field in item.model_fields_set)
            unfounded = next((field for field in named if field not in item.assumed), None)
            if unfounded:
                yield visit.place, unfounded
