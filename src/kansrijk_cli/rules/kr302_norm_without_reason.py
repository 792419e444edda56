"""A target that differs from the national norm it names, and does not say why."""

from collections.abc import Iterator

from kansrijk_cli.compute.norms import deviates
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.norms import Norms
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Norms, Results)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Compares the numbers of a target with those of its norm."""
    entries = reversed(workspace.catalog_entries(Norms))
    norms = {norm.id: norm for entry in entries for norm in entry.content.norms}
    for _, year in workspace.years():
        entry = year.files.get(Results)
        for place, target in (
            each(entry.place.at("targets"), entry.content.targets) if entry else ()
        ):
            norm = norms.get(target.norm or "")
            if norm and target.deviation is None and deviates(target, norm):
                yield finding(place.at("norm"), title=target.title, norm=norm.title)
