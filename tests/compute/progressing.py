"""How a plan stands, of files that a test writes as data."""

from collections.abc import Sequence
from datetime import date

from kansrijk_cli.compute.progress.standing import Standing, standing
from kansrijk_cli.model.agreements import Agreements
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.workspace import Files, Workspace, YearFolder
from tests.compute.building import DOCUMENT, Data, files, region_with

YEAR = 2025


def plan_year(
    plan: Data | None = None, targets: Sequence[Data] = (), figures: Sequence[Data] = ()
) -> YearFolder:
    """The year 2025 with a plan, targets and figures."""
    content = Plan.model_validate({"document": DOCUMENT, **(plan or {})})
    results = Results.model_validate({"targets": targets, "figures": figures})
    return YearFolder("voorbeeld", YEAR, files(content, results))


def standing_with(
    base: Workspace,
    plan: Data | None = None,
    targets: Sequence[Data] = (),
    figures: Sequence[Data] = (),
    *,
    on: date | None = date(YEAR, 6, 30),
    region: Data | None = None,
    agreements: Sequence[Data] = (),
) -> Standing:
    """How that plan stands on a day, in a region with Ede, Rhenen and Veenendaal."""
    year = plan_year(plan, targets, figures)
    folder = region_with(region, years=[year])
    own = files(Agreements.model_validate({"agreements": agreements}))
    folder = type(folder)(folder.id, Files({**folder.files.entries, **own.entries}), folder.years)
    return standing(base, folder, year, on)
