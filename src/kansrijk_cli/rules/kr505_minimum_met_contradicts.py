"""`minimum_met` where it says nothing, or says what the number is."""

from collections.abc import Iterator

from kansrijk_cli.compute.privacy.figures import SUPPRESSED, Privacy
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Municipalities, Region, Results)
AFTER = ("KR105", "KR106", "KR110")


def check(workspace: Workspace) -> Iterator[Finding]:
    """The first thing that is wrong with each."""
    for region, year in workspace.years():
        entry = year.files.get(Results)
        privacy = Privacy(workspace, region, year)
        for place, figure in (
            each(entry.place.at("figures"), entry.content.figures) if entry else ()
        ):
            here = place.at("minimum_met")
            if figure.minimum_met is None:
                continue
            minimum = privacy.minimum(figure, year)
            if figure.value != SUPPRESSED:
                yield finding(here, only=SUPPRESSED)
            elif minimum is None:
                yield finding(here, nothing=figure.place)
            elif minimum <= 1 and not figure.minimum_met:
                yield finding(here, minimum=minimum)
