"""Regions and years built in memory, for tests of what is computed from them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import Files, RegionFolder, YearFolder

Data = Mapping[str, Any]
DOCUMENT: Data = {"kind": "werkagenda", "title": "Werkagenda"}


def decimals(*values: object) -> tuple[Decimal | None, ...]:
    """Numbers as computations give them."""
    return tuple(None if value is None else Decimal(str(value)) for value in values)


def entry(content: File) -> Entry[File]:
    """A file as if it was read."""
    return Entry(Place("in-memory.yaml"), content)


def files(*contents: File | None) -> Files:
    """The files of a folder."""
    return Files({type(content): entry(content) for content in contents if content})


def region_with(
    region: Data | None = None,
    interventions: Data | None = None,
    coalitions: Data | None = None,
    years: Sequence[YearFolder] = (),
) -> RegionFolder:
    """A region with Ede, Rhenen and Veenendaal, unless `region` says otherwise."""
    base: Data = {
        "name": "Voorbeeld",
        "kinds": ["IZA"],
        "municipalities": ["Ede", "Rhenen", "Veenendaal"],
    }
    return RegionFolder(
        "voorbeeld",
        files(
            Region.model_validate({**base, **(region or {})}),
            Interventions.model_validate(interventions) if interventions is not None else None,
            Coalitions.model_validate(coalitions) if coalitions is not None else None,
        ),
        {year.year: year for year in years},
    )


def year_with(
    targets: Sequence[Data] = (),
    figures: Sequence[Data] = (),
    activities: Sequence[Data] = (),
    document: Data | None = None,
    year: int = 2025,
) -> YearFolder:
    """A year with a plan, targets and figures."""
    plan = {"document": {**DOCUMENT, **(document or {})}, "activities": activities}
    results = {"targets": targets, "figures": figures}
    return YearFolder(
        "voorbeeld",
        year,
        files(Plan.model_validate(plan), Results.model_validate(results)),
    )


def without_plan(year: YearFolder) -> YearFolder:
    """The same year, whose plan is not there."""
    kept = {kind: content for kind, content in year.files.entries.items() if kind is not Plan}
    return replace(year, files=Files(kept))
