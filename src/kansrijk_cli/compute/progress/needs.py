"""What a target still needs on a date: in each municipality, each programme and the whole region.

What is unknown stays unknown, and what is too small to show stays hidden: for both there is no
number, with a word for why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kansrijk_cli.compute.targets.achieved import Achieved
from kansrijk_cli.compute.targets.requirements import Bounds
from kansrijk_cli.compute.targets.states import TargetState

NeedState = Literal["enough", "short", "over", "unknown", "suppressed"]
NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Need:
    """What is there and what is still needed, up to the minimum that is asked, if one is.

    `at_least` and `at_most`: part of the observations is missing, so there may well be more, and
    less may be needed. Of a number that is too small to show, `met` says whether it reaches the
    minimum, when that is known and may be told.
    """

    bounds: Bounds
    value: Decimal | None
    needed: Decimal | None
    state: NeedState
    at_least: bool = False
    at_most: bool = False
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Needs:
    """The needs of one target. `region` is `None` for what is judged and not counted."""

    region: Need | None
    municipalities: Mapping[str, Need]
    programmes: Mapping[str, Need]

    @property
    def parts(self) -> tuple[Need, ...]:
        """Those of municipalities and programmes together."""
        return (*self.municipalities.values(), *self.programmes.values())


def needs(state: TargetState) -> Needs:
    """What a target still needs."""
    asked, achieved = state.required, state.achieved
    municipalities = {m: _need(m, b, achieved) for m, b in asked.municipalities.items()}
    programmes = {p: _need(p, b, achieved) for p, b in asked.programmes.items()}
    parts = (*municipalities.values(), *programmes.values())
    return Needs(_region(state, parts), municipalities, programmes)


def _need(name: str, bounds: Bounds, achieved: Achieved | None) -> Need:
    if achieved is not None and name in achieved.hidden:
        return Need(bounds, None, None, "suppressed", met=achieved.hidden[name])
    value = achieved.shown(name) if achieved else None
    if value is None:
        return Need(bounds, None, None, "unknown")
    needed = None if bounds.minimum is None else max(NONE, bounds.minimum - value)
    return Need(bounds, value, needed, _state(bounds, value, needed))


def _state(bounds: Bounds, value: Decimal, needed: Decimal | None) -> NeedState:
    if needed:
        return "short"
    return "over" if bounds.maximum is not None and value > bounds.maximum else "enough"


def _region(state: TargetState, parts: tuple[Need, ...]) -> Need | None:
    """Of the whole region: up to the total, and at least what the parts need together."""
    asked, achieved = state.required, state.achieved
    goal = asked.total if asked.total is not None else asked.region.minimum
    bounds = Bounds(goal, asked.region.maximum)
    if goal is None and bounds.maximum is None:
        return None
    if achieved is not None and achieved.total_hidden:
        return Need(bounds, None, None, "suppressed", met=achieved.total_met)
    if achieved is None or achieved.total is None:
        return Need(bounds, None, None, "unknown")
    if goal is None:
        return Need(bounds, achieved.total, None, _state(bounds, achieved.total, None))
    short = sum((part.needed or NONE for part in parts), NONE)
    # A hidden part that is known to reach its minimum needs nothing.
    unsure = [part for part in parts if part.value is None and not part.met]
    unseen = sum((part.bounds.minimum or NONE for part in unsure), NONE)
    least = asked.total if asked.total is not None else asked.reachable.minimum
    lacking = goal - achieved.total if least is None or achieved.total < least else NONE
    needed = max(NONE, lacking, short + unseen)
    at_least = achieved.silent > 0
    at_most = (at_least or bool(unsure)) and needed > 0
    word = _state(bounds, achieved.total, needed)
    word = "unknown" if at_most and not short else word
    return Need(bounds, achieved.total, needed, word, at_least, at_most)
