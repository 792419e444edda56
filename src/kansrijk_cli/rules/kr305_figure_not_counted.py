"""An observation of a target that is measured by deployments, and so counts nowhere."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Results,)
AFTER = ("KR105",)


def check(workspace: Workspace) -> Iterator[Finding]:
    """At the target of each figure; a forecast is no observation, and may stand."""
    for _, year in workspace.years():
        entry = year.files.get(Results)
        targets = {target.id: target for target in (entry.content.targets if entry else ())}
        for place, figure in (
            each(entry.place.at("figures"), entry.content.figures) if entry else ()
        ):
            target = targets.get(figure.target or "")
            if target and target.measured_by == "coverage" and not figure.forecast:
                yield finding(place.at("target"), title=target.title)
