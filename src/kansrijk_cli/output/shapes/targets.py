"""`kansrijk/targets/1`."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from kansrijk_cli.compute.targets.achieved import Achieved
from kansrijk_cli.compute.targets.requirements import Bounds, Required
from kansrijk_cli.compute.targets.states import TargetState, TargetStatus
from kansrijk_cli.model.results import TargetKind
from kansrijk_cli.output.shapes.base import Number, Part, Shape, State


class BoundsShape(Part):
    """Minimum en maximum; `null` is geen grens."""

    minimum: Number | None
    maximum: Number | None


class RequiredShape(BoundsShape):
    """Wat een doel vraagt: in de hele regio, per gemeente en per programma."""

    total: Number | None
    municipalities: dict[str, BoundsShape]
    programmes: dict[str, BoundsShape]


class AchievedShape(Part):
    """Wat er is waargenomen; wat om de privacy niet getoond wordt is `null`, met de toestand erbij.

    Met `at_least` is het totaal een som waar niet alles in zit: het kan meer zijn.
    """

    total: Number | None
    total_state: State | None
    at_least: bool
    municipalities: dict[str, Number | None]
    municipalities_state: dict[str, State]
    programmes: dict[str, Number | None]
    programmes_state: dict[str, State]


class TargetShape(Part):
    """Een doel."""

    id: str
    title: str
    kind: TargetKind
    unit: str | None
    feasible: bool
    required: RequiredShape
    achieved: AchievedShape | None
    missing: list[str]
    status: TargetStatus


class TargetsShape(Shape):
    """De uitkomst van `kansrijk targets`."""

    name: ClassVar = "targets"

    region: str
    year: int
    targets: list[TargetShape]


def targets_shape(region: str, year: int, states: Iterable[TargetState]) -> TargetsShape:
    """The targets in their published shape, sorted by id."""
    shapes = [_target(state) for state in sorted(states, key=lambda state: state.target.id)]
    return TargetsShape(region=region, year=year, targets=shapes)


def _target(state: TargetState) -> TargetShape:
    target = state.target
    return TargetShape(
        id=target.id,
        title=target.title,
        kind=target.kind,
        unit=target.unit,
        feasible=state.feasible,
        required=required_shape(state.required),
        achieved=_achieved(state.achieved) if state.achieved else None,
        missing=sorted(state.missing),
        status=state.status,
    )


def required_shape(needed: Required) -> RequiredShape:
    """What is asked, with what that is per municipality and programme."""
    return RequiredShape(
        total=needed.total,
        minimum=needed.region.minimum,
        maximum=needed.region.maximum,
        municipalities=_bounds(needed.municipalities),
        programmes=_bounds(needed.programmes),
    )


def _bounds(bounds: Mapping[str, Bounds]) -> dict[str, BoundsShape]:
    return {
        name: BoundsShape(minimum=bounds[name].minimum, maximum=bounds[name].maximum)
        for name in sorted(bounds)
    }


def _achieved(achieved: Achieved) -> AchievedShape:
    hidden: dict[str, State] = dict.fromkeys(sorted(achieved.hidden), "suppressed")
    return AchievedShape(
        total=None if achieved.total_hidden else achieved.total,
        total_state="suppressed" if achieved.total_hidden else None,
        at_least=achieved.silent > 0,
        municipalities={m: achieved.shown(m) for m in sorted(achieved.municipalities)},
        municipalities_state={m: s for m, s in hidden.items() if m in achieved.municipalities},
        programmes={p: achieved.shown(p) for p in sorted(achieved.programmes)},
        programmes_state={p: s for p, s in hidden.items() if p in achieved.programmes},
    )
