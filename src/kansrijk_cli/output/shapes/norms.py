"""`kansrijk/norms/1`."""

from collections.abc import Iterable
from typing import ClassVar

from kansrijk_cli.compute.norms import Known, NormState
from kansrijk_cli.model.results import TargetKind
from kansrijk_cli.output.shapes.base import Number, Part, Shape, State
from kansrijk_cli.output.shapes.targets import RequiredShape, required_shape


class KnownShape(Part):
    """Wat er bekend is; `complete` zegt of dat alles is."""

    total: Number | None
    total_state: State | None
    complete: bool
    municipalities: dict[str, Number | None]
    municipalities_state: dict[str, State]


class NormShape(Part):
    """Een landelijke norm in deze regio; `target` is het doel dat de norm overneemt.

    `needs` zegt welk getal er nog niet is, als de norm daardoor niet te berekenen is.
    """

    id: str
    title: str
    kind: TargetKind
    unit: str | None
    target: str | None
    deviation: str | None
    needs: str | None
    required: RequiredShape
    known: KnownShape
    short: list[str]
    unknown: list[str]
    lacking: Number | None
    lacking_state: State | None


class NormsShape(Shape):
    """De uitkomst van `kansrijk targets --norms`."""

    name: ClassVar = "norms"

    region: str
    year: int
    norms: list[NormShape]


def norms_shape(region: str, year: int, states: Iterable[NormState]) -> NormsShape:
    """The norms in their published shape, sorted by id."""
    found = sorted(map(_norm, states), key=lambda shape: shape.id)
    return NormsShape(region=region, year=year, norms=found)


def _norm(state: NormState) -> NormShape:
    norm, target, why = state.norm, state.target, _why(state.known)
    return NormShape(
        id=norm.id,
        title=norm.title,
        kind=norm.kind,
        unit=norm.unit,
        target=target.id if target else None,
        deviation=target.deviation if target else None,
        needs=state.needs,
        required=required_shape(state.needed),
        known=_known(state.known),
        short=sorted(state.short),
        unknown=sorted(state.unknown),
        lacking=state.lacking,
        lacking_state=why if state.lacking is None else None,
    )


def _known(known: Known) -> KnownShape:
    values = known.municipalities
    return KnownShape(
        total=None if known.total_hidden else known.total,
        total_state=_why(known) if known.total_hidden or known.total is None else None,
        complete=known.complete,
        municipalities={name: values[name] for name in sorted(values)},
        municipalities_state={
            name: "suppressed" for name in sorted(values) if values[name] is None
        },
    )


def _why(known: Known) -> State:
    return "suppressed" if known.total_hidden else "unknown"
