"""How a plan stands, in the published shape of `status`."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from kansrijk_cli.compute.progress.activities import STATES, Initiative, MeasuringMoment
from kansrijk_cli.compute.progress.frequencies import Frequency
from kansrijk_cli.compute.progress.needs import Need
from kansrijk_cli.compute.progress.owners import OpenItem, Owner
from kansrijk_cli.compute.progress.quarters import DueGroup, by_quarter
from kansrijk_cli.compute.progress.standing import Standing, TargetProgress
from kansrijk_cli.model.results import Figure
from kansrijk_cli.output.shapes.base import State
from kansrijk_cli.output.shapes.status import (
    FrequencyShape,
    InitiativeShape,
    MomentShape,
    NeedShape,
    OpenItemShape,
    OwnerShape,
    QuarterShape,
    StatusShape,
    TargetShape,
)


def status_shape(region: str, year: int, found: Standing) -> StatusShape:
    """How a plan stands in its published shape; lists are sorted."""
    owners = found.owners
    open_ = [_open(item) for item in found.open_items]
    return StatusShape(
        region=region,
        year=year,
        on=found.on,
        initiatives=sorted(
            (_initiative(i, owners.of_activity(i.activity)) for i in found.initiatives),
            key=lambda shape: shape.id,
        ),
        quarters=[_quarter(group) for group in by_quarter(found.initiatives, year)],
        targets=sorted(
            (_target(t, owners.of_target(t.state.target)) for t in found.targets),
            key=lambda shape: shape.id,
        ),
        frequencies=sorted(
            (_frequency(f, owners.of_target(f.target.target)) for f in found.frequencies),
            key=lambda shape: shape.id,
        ),
        moments=sorted(
            (_moment(m, found) for m in found.moments),
            key=lambda shape: (shape.activity, shape.start or date.min),
        ),
        open=sorted(
            open_,
            key=lambda s: (s.kind, s.id or s.target or s.indicator or "", s.place or "", s.state),
        ),
    )


def _owner(owner: Owner) -> OwnerShape:
    return OwnerShape(owners=list(owner.owners), coalition=owner.coalition, via=owner.via)


def _initiative(initiative: Initiative, owner: Owner) -> InitiativeShape:
    return InitiativeShape(
        id=initiative.activity.id,
        title=initiative.activity.title,
        start=initiative.days.start,
        end=initiative.days.end,
        quarters=list(initiative.quarters),
        state=initiative.progress.state,
        basis=initiative.progress.basis,
        owner=_owner(owner),
    )


def _quarter(group: DueGroup) -> QuarterShape:
    counts = Counter(initiative.progress.state for initiative in group.initiatives)
    return QuarterShape(
        due=group.due,
        quarter=group.quarter,
        states={state: counts[state] for state in STATES if counts[state]},
        initiatives=sorted(initiative.activity.id for initiative in group.initiatives),
    )


def _target(item: TargetProgress, owner: Owner) -> TargetShape:
    target, found = item.state.target, item.needs
    return TargetShape(
        id=target.id,
        title=target.title,
        kind=target.kind,
        unit=target.unit,
        due=item.state.due,
        status=item.state.status,
        trend=item.trend,
        region=_need(found.region) if found.region else None,
        municipalities=_needs(found.municipalities),
        programmes=_needs(found.programmes),
        owner=_owner(owner),
    )


def _needs(found: Mapping[str, Need]) -> dict[str, NeedShape]:
    return {name: _need(found[name]) for name in sorted(found)}


def _need(need: Need) -> NeedShape:
    why: State = "suppressed" if need.state == "suppressed" else "unknown"
    # With a maximum only nothing is needed.
    lacking: State = "nvt" if need.bounds.minimum is None else why
    return NeedShape(
        minimum=need.bounds.minimum,
        maximum=need.bounds.maximum,
        value=need.value,
        value_state=why if need.value is None else None,
        needed=need.needed,
        needed_state=lacking if need.needed is None else None,
        at_least=need.at_least,
        at_most=need.at_most,
        minimum_met=need.met,
        state=need.state,
    )


def _frequency(found: Frequency, owner: Owner) -> FrequencyShape:
    target = found.target.target
    why: State = "suppressed" if found.hidden else "unknown"
    return FrequencyShape(
        id=target.id,
        title=target.title,
        unit=target.unit,
        per=None if found.start is None else str(target.per),
        start=found.start,
        end=found.end,
        minimum=found.agreed.minimum,
        maximum=found.agreed.maximum,
        expected=found.expected,
        observed=found.observed,
        observed_state=why if found.observed is None else None,
        state=found.state,
        owner=_owner(owner),
    )


def _moment(moment: MeasuringMoment, found: Standing) -> MomentShape:
    return MomentShape(
        activity=moment.activity.id,
        kind=moment.kind,
        start=moment.days.start,
        end=moment.days.end,
        state=moment.progress.state,
        basis=moment.progress.basis,
        targets=sorted(t.state.target.id for t in found.about(moment.activity.id)),
        owner=_owner(found.owners.of_activity(moment.activity)),
    )


def _open(item: OpenItem) -> OpenItemShape:
    about = item.about
    return OpenItemShape(
        kind=item.kind,
        id=None if isinstance(about, Figure) else about.id,
        target=about.target if isinstance(about, Figure) else None,
        indicator=about.indicator if isinstance(about, Figure) else None,
        place=about.place if isinstance(about, Figure) else item.place,
        state=item.state,
        by=item.by,
        owner=_owner(item.owner),
    )
