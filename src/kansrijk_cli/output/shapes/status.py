"""`kansrijk/status/1`."""

from datetime import date
from typing import ClassVar

from kansrijk_cli.compute.progress.activities import Basis
from kansrijk_cli.compute.progress.activities import State as ProgressState
from kansrijk_cli.compute.progress.frequencies import FrequencyState
from kansrijk_cli.compute.progress.needs import NeedState
from kansrijk_cli.compute.progress.owners import ItemKind, ItemState, Via
from kansrijk_cli.compute.progress.quarters import Due
from kansrijk_cli.compute.progress.trends import Trend
from kansrijk_cli.compute.targets.states import TargetStatus
from kansrijk_cli.model.plan import Monitoring
from kansrijk_cli.model.results import TargetKind
from kansrijk_cli.output.shapes.base import Number, Part, Shape, State


class OwnerShape(Part):
    """Wie aan zet is: partijen of plekken, of een coalitie. `via` zegt waar dat staat."""

    owners: list[str]
    coalition: str | None
    via: Via | None


class InitiativeShape(Part):
    """Een initiatief; `basis` is `stated` (de gegevens zeggen het) of `planned` (de planning)."""

    id: str
    title: str
    start: date | None
    end: date | None
    quarters: list[int]
    state: ProgressState
    basis: Basis | None
    owner: OwnerShape


class QuarterShape(Part):
    """Initiatieven die samen eindigen: in een kwartaal van het jaar van het plan, of erbuiten.

    `due` is `quarter`, `before` of `after` (in een ander jaar), `open` (geen einde) of `none` (geen
    periode). `states` telt hoeveel er hoe ver zijn.
    """

    due: Due
    quarter: int | None
    states: dict[ProgressState, int]
    initiatives: list[str]


class NeedShape(Part):
    """Wat er is en wat nog nodig is.

    Met `at_least` is een deel niet bekend en kan `value` hoger zijn, met `at_most` `needed` lager.
    Bij een getal dat om de privacy niet getoond wordt zegt `minimum_met` of het minimum is gehaald.
    """

    minimum: Number | None
    maximum: Number | None
    value: Number | None
    value_state: State | None
    needed: Number | None
    needed_state: State | None
    at_least: bool
    at_most: bool
    minimum_met: bool | None
    state: NeedState


class TargetShape(Part):
    """Een doel dat geen frequentie is; `region` is `null` als er niets te tellen is."""

    id: str
    title: str
    kind: TargetKind
    unit: str | None
    due: date
    status: TargetStatus
    trend: Trend
    region: NeedShape | None
    municipalities: dict[str, NeedShape]
    programmes: dict[str, NeedShape]
    owner: OwnerShape


class FrequencyShape(Part):
    """Een afgesproken frequentie in de periode die op de datum telt."""

    id: str
    title: str
    unit: str | None
    per: str | None
    start: date | None
    end: date | None
    minimum: Number | None
    maximum: Number | None
    expected: int | None
    observed: Number | None
    observed_state: State | None
    state: FrequencyState
    owner: OwnerShape


class MomentShape(Part):
    """Een meetmoment, met de doelen die erover gaan."""

    activity: str
    kind: Monitoring
    start: date | None
    end: date | None
    state: ProgressState
    basis: Basis | None
    targets: list[str]
    owner: OwnerShape


class OpenItemShape(Part):
    """Wat open of onbekend is; een cijfer heeft geen `id`, maar een doel of indicator."""

    kind: ItemKind
    id: str | None
    target: str | None
    indicator: str | None
    place: str | None
    state: ItemState
    by: date | None
    owner: OwnerShape


class StatusShape(Shape):
    """De uitkomst van `kansrijk status`."""

    name: ClassVar = "status"

    region: str
    year: int
    on: date
    initiatives: list[InitiativeShape]
    quarters: list[QuarterShape]
    targets: list[TargetShape]
    frequencies: list[FrequencyShape]
    moments: list[MomentShape]
    open: list[OpenItemShape]
