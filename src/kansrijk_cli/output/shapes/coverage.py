"""`kansrijk/coverage/1`."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from kansrijk_cli.compute.coverage import Coverage
from kansrijk_cli.model.types import Status
from kansrijk_cli.output.shapes.base import Part, Shape


class CellShape(Part):
    """Een cel van de matrix."""

    municipality: str
    intervention: str
    status: Status
    note: str | None
    source: str | None


class CountShape(Part):
    """Hoe vaak elke status voorkomt, en op hoeveel."""

    active: int
    starting: int
    planned: int
    ended: int
    none: int
    unknown: int
    of: int


class CoverageShape(Shape):
    """De uitkomst van `kansrijk coverage`."""

    name: ClassVar = "coverage"

    region: str
    on: date | None
    municipalities: list[str]
    interventions: list[str]
    coalitions: dict[str, Status]
    cells: list[CellShape]
    by_intervention: dict[str, CountShape]
    by_municipality: dict[str, CountShape]


def coverage_shape(table: Coverage) -> CoverageShape:
    """The matrix in its published shape; lists are sorted."""
    cells = sorted(table.cells.values(), key=lambda cell: (cell.municipality, cell.intervention))
    return CoverageShape(
        region=table.region,
        on=table.on,
        municipalities=sorted(table.municipalities),
        interventions=sorted(i.id for i in table.interventions),
        coalitions=dict(sorted(table.coalitions.items())),
        cells=[
            CellShape(
                municipality=cell.municipality,
                intervention=cell.intervention,
                status=cell.status,
                note=cell.deployment.note if cell.deployment else None,
                source=cell.source,
            )
            for cell in cells
        ],
        by_intervention=_counts(table.by_intervention),
        by_municipality=_counts(table.by_municipality),
    )


def _counts(counts: Mapping[str, Mapping[str, int]]) -> dict[str, CountShape]:
    return {key: CountShape.model_validate(counts[key]) for key in sorted(counts)}
