"""`kansrijk/coverage/1`."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal

from kansrijk_cli.compute.coverage.agreements import Gap
from kansrijk_cli.compute.coverage.depth import Depth
from kansrijk_cli.compute.coverage.groups import By, Group
from kansrijk_cli.compute.coverage.matrix import Coverage
from kansrijk_cli.compute.coverage.neighbours import Relation
from kansrijk_cli.model.types import Prevention, Status
from kansrijk_cli.output.shapes.base import Part, Shape


class CellShape(Part):
    """Een cel van de matrix; `counted_from` zijn gemeenten die in deze zijn opgegaan."""

    municipality: str
    intervention: str
    status: Status
    note: str | None
    source: str | None
    counted_from: list[str]


class CountShape(Part):
    """Hoe vaak elke status voorkomt, en op hoeveel."""

    active: int
    starting: int
    planned: int
    ended: int
    none: int
    unknown: int
    of: int


class GroupShape(Part):
    """Een fase, niveau enzovoort; zonder `key` wat nergens is ingevuld. Telt gemeenten."""

    key: str | None
    title: str | None
    interventions: list[str]
    agreements: list[str]
    counts: CountShape


class SpotShape(Part):
    """Een witte vlek, met de dichtstbijzijnde gemeente waar het actief is, als die er is.

    `distance` is in kilometers; `null` als die niet bekend is. `region` alleen buiten de regio.
    """

    municipality: str
    intervention: str
    status: Status
    nearest: str | None
    relation: Relation | None
    distance: float | None
    region: str | None


class AgreementShape(Part):
    """Een afspraak waarvan de regionale of de lokale kant niet in de gegevens staat."""

    agreement: str
    gap: Gap
    municipalities: list[str]


class RecognitionShape(Part):
    """Een erkenning: voorbij (`day` is de laatste dag), oud (`day` is het begin) of `undated`.

    Van die laatste noemen de gegevens geen dag.
    """

    intervention: str
    state: Literal["expired", "old", "undated"]
    day: date | None


class PreventionShape(Part):
    """Een interventie bij een doel en een preventieniveau; `null` als dat niet bekend is."""

    goal: str | None
    level: Prevention | None
    interventions: list[str]


class CoverageShape(Shape):
    """De uitkomst van `kansrijk coverage`.

    `elsewhere` is er alleen voor de regio als geheel of een andere plek: per gemeente onbekend.
    """

    name: ClassVar = "coverage"

    region: str
    on: date | None
    municipalities: list[str]
    interventions: list[str]
    coalitions: dict[str, Status]
    cells: list[CellShape]
    by_intervention: dict[str, CountShape]
    by_municipality: dict[str, CountShape]
    groups: dict[By, list[GroupShape]]
    white_spots: list[SpotShape]
    agreements: list[AgreementShape]
    recognitions: list[RecognitionShape]
    prevention: list[PreventionShape]
    merged: dict[str, list[str]]
    unplaced: list[str]
    elsewhere: list[str]


def coverage_shape(depth: Depth) -> CoverageShape:
    """The matrix and what follows from it in its published shape; lists are sorted."""
    table = depth.table
    untranslated = sorted(depth.untranslated, key=lambda found: found.agreement.id)
    return CoverageShape(
        region=table.region,
        on=table.on,
        municipalities=sorted(table.municipalities),
        interventions=sorted(i.id for i in table.interventions),
        coalitions=dict(sorted(table.coalitions.items())),
        cells=_cells(table),
        by_intervention=_counts(table.by_intervention),
        by_municipality=_counts(table.by_municipality),
        groups={by: _groups(found) for by, found in sorted(depth.groups.items())},
        white_spots=_spots(depth),
        agreements=[
            AgreementShape(
                agreement=found.agreement.id,
                gap=found.gap,
                municipalities=sorted(found.municipalities),
            )
            for found in untranslated
        ],
        recognitions=[
            RecognitionShape(intervention=found.intervention.id, state=found.state, day=found.day)
            for found in sorted(depth.lapsed, key=lambda found: found.intervention.id)
        ],
        prevention=_prevention(depth),
        merged={name: list(olds) for name, olds in depth.merged.items()},
        unplaced=sorted(depth.unplaced),
        elsewhere=sorted(table.elsewhere),
    )


def _cells(table: Coverage) -> list[CellShape]:
    cells = sorted(table.cells.values(), key=lambda cell: (cell.municipality, cell.intervention))
    return [
        CellShape(
            municipality=cell.municipality,
            intervention=cell.intervention,
            status=cell.status,
            note=cell.deployment.note if cell.deployment else None,
            source=cell.source,
            counted_from=sorted(cell.counted_from),
        )
        for cell in cells
    ]


def _spots(depth: Depth) -> list[SpotShape]:
    return [
        SpotShape(
            municipality=spot.municipality,
            intervention=spot.intervention,
            status=spot.status,
            nearest=spot.near.municipality if spot.near else None,
            relation=spot.near.relation if spot.near else None,
            distance=_rounded(spot.near.distance) if spot.near else None,
            region=spot.region,
        )
        for spot in sorted(depth.spots, key=lambda spot: (spot.municipality, spot.intervention))
    ]


def _rounded(distance: float | None) -> float | None:
    return None if distance is None else round(distance, 1)


def _groups(groups: list[Group]) -> list[GroupShape]:
    """Sorted by key; what is not filled in stands last."""
    return [
        GroupShape(
            key=group.key,
            title=group.title,
            interventions=sorted(group.interventions),
            agreements=sorted(group.agreements),
            counts=CountShape.model_validate(group.counts),
        )
        for group in sorted(groups, key=lambda group: (group.key is None, group.key or ""))
    ]


def _prevention(depth: Depth) -> list[PreventionShape]:
    """Sorted by goal and level; what is not known stands last."""

    def order(key: tuple[str | None, Prevention | None]) -> tuple[bool, str, bool, str]:
        goal, level = key
        return goal is None, goal or "", level is None, level or ""

    cells = depth.prevention.cells
    return [
        PreventionShape(goal=goal, level=level, interventions=sorted(i.id for i in found))
        for (goal, level), found in sorted(cells.items(), key=lambda item: order(item[0]))
    ]


def _counts(counts: Mapping[str, Mapping[str, int]]) -> dict[str, CountShape]:
    return {key: CountShape.model_validate(counts[key]) for key in sorted(counts)}
