"""Which edits break a promise: a target lowered, a municipality dropped, an agreement gone.

Each gives a word for the group `breaking` of the labels. A target with only a maximum is a ceiling:
a higher one asks less. Of other targets any lower number asks less.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from pydantic import BaseModel

from kansrijk_cli.compute.changes.sides import RUNNING, Pair, Side
from kansrijk_cli.compute.changes.steps import Edit
from kansrijk_cli.compute.coverage.mergers import standing
from kansrijk_cli.compute.targets.asked import due_date, municipalities_of
from kansrijk_cli.compute.targets.requirements import Asked, required
from kansrijk_cli.model.agreements import Agreement, Agreements
from kansrijk_cli.model.coalitions import Coalition, Coalitions
from kansrijk_cli.model.interventions import Deployment, Interventions
from kansrijk_cli.model.keys import Allocation
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results, Spread, Target

LOWERED, RELAXED, TARGET_GONE = "target-lowered", "target-relaxed", "target-removed"
DROPPED, STOPPED, COALITION = "municipality-dropped", "deployment-lost", "coalition-ended"
AGREEMENT, REGION = "agreement-removed", "region-removed"

NUMBERS = frozenset(("minimum", "exact", "total", "path", "parts"))
# From often to seldom.
OFTEN = ("week", "month", "quarter", "year")
OVER = frozenset(("ended", "none"))


def breaking(edit: Edit, pair: Pair) -> str | None:
    """The promise that an edit breaks, if any."""
    if not edit.steps:
        return _file(edit.old) if edit.kind == "removed" else None
    check = CHECKS.get(_about(edit))
    return check(edit, pair) if check else None


def _about(edit: Edit) -> type | None:
    """What kind of entity an edit is about; a part such as a spread is of its entity."""
    models = [
        type(model)
        for step in edit.steps
        for model in (step.before or step.after,)
        if isinstance(model, BaseModel) and not isinstance(model, Spread | Allocation)
    ]
    return models[-1] if models else edit.steps[0].owner


def _file(old: object) -> str | None:
    """A whole file that is gone, with all that it promised."""
    if isinstance(old, Results) and old.targets:
        return TARGET_GONE
    if isinstance(old, Agreements) and old.agreements:
        return AGREEMENT
    if isinstance(old, Coalitions) and any(c.status in RUNNING for c in old.coalitions):
        return COALITION
    if isinstance(old, Interventions):
        rows = (deployment for row in old.deployments.values() for deployment in row.values())
        return STOPPED if any(deployment.status in RUNNING for deployment in rows) else None
    return REGION if isinstance(old, Region) else None


def _region(edit: Edit, _pair: Pair) -> str | None:
    return DROPPED if edit.steps[0].key == "municipalities" and edit.kind == "removed" else None


def _agreement(edit: Edit, _pair: Pair) -> str | None:
    return AGREEMENT if _is_gone(edit) or _is_over(edit) else None


def _coalition(edit: Edit, _pair: Pair) -> str | None:
    if edit.steps[-1].key == "municipalities" and _dropped(edit):
        return DROPPED
    was = edit.old.status if isinstance(edit.old, Coalition) else edit.old
    return COALITION if was in RUNNING and (_is_gone(edit) or _is_over(edit)) else None


def _is_gone(edit: Edit) -> bool:
    """Whether the entity itself is removed, and not something in it."""
    return edit.kind == "removed" and edit.steps[-1].is_item


def _is_over(edit: Edit) -> bool:
    return edit.steps[-1].key == "status" and edit.new in OVER


def _dropped(edit: Edit) -> bool:
    """Whether a list of places lost one; an empty list is the whole region."""
    return edit.kind == "removed" or (edit.kind == "changed" and not edit.old)


def _deployment(edit: Edit, pair: Pair) -> str | None:
    """Stopped where it ran or was planned, unless another row says that it still does."""
    place, intervention = (step.key for step in edit.steps[1:3])
    lost = {m for m, i in pair.before.running - pair.after.running if i == intervention}
    if edit.steps[-1].key == "everywhere":
        return STOPPED if lost else None
    if edit.steps[-1].key != "status" and len(edit.steps) > 3:
        return None
    if pair.days:
        # One file on two days: what no longer runs is a row that is over.
        return STOPPED if _runs(edit.steps[2].before) and not _runs(edit.steps[2].after) else None
    official = pair.official(place)
    if official in {m for m, _ in pair.before.running}:
        return STOPPED if official in lost else None
    return STOPPED if _runs(edit.steps[2].before) and not _runs(edit.steps[2].after) else None


def _runs(cell: object) -> bool:
    return isinstance(cell, Deployment) and cell.status in RUNNING


def _target(edit: Edit, pair: Pair) -> str | None:
    if _is_gone(edit):
        return TARGET_GONE
    item = next(step for step in edit.steps if step.is_item)
    old, new = item.before, item.after
    if not isinstance(old, Target) or not isinstance(new, Target):
        return None
    field = edit.steps[2].key
    if field in ("places", "allocation"):
        return DROPPED if _fewer_places(old, new, pair) else None
    if field in ("kind", "per", "of"):
        asks_less = _is_rarer(edit) if field == "per" else _asks_less(old, new, pair)
        return LOWERED if asks_less else None
    if field == "maximum":
        return _maximum(old, new)
    return LOWERED if field in NUMBERS | {"over"} and _is_less(edit) else None


def _is_less(edit: Edit) -> bool:
    """Whether a number is lower than it was, or gone."""
    if edit.old is None:
        return False
    if isinstance(edit.old, Decimal) and isinstance(edit.new, Decimal):
        return edit.new < edit.old
    return edit.new is None


def _maximum(old: Target, new: Target) -> str | None:
    if old.maximum is None:
        return None
    if old.minimum is None and old.exact is None and old.total is None:
        return RELAXED if new.maximum is None or new.maximum > old.maximum else None
    return LOWERED if new.maximum is None or new.maximum < old.maximum else None


def _is_rarer(edit: Edit) -> bool:
    """Whether the same number is asked per a longer time, or per more people."""
    if isinstance(edit.old, Decimal) and isinstance(edit.new, Decimal):
        return edit.new > edit.old
    if edit.old in OFTEN and edit.new in OFTEN:
        return OFTEN.index(str(edit.new)) > OFTEN.index(str(edit.old))
    return False


def _fewer_places(old: Target, new: Target, pair: Pair) -> bool:
    """Whether a municipality that still is in the region is not asked for any more."""
    if pair.before.region is None or pair.after.region is None or pair.after.year is None:
        return False
    # On one day for both: what merged meanwhile is not dropped.
    day = due_date(pair.after.year, new)
    was = municipalities_of(pair.before.workspace, pair.before.region, old, day)
    now = municipalities_of(pair.after.workspace, pair.after.region, new, day)
    here = standing(
        pair.after.workspace.register, {pair.official(name) for name in pair.after.members}, day
    )
    return bool((set(was) - set(now)) & set(here))


def _asks_less(old: Target, new: Target, pair: Pair) -> bool:
    """Whether another kind of target asks for a lower number in the region, or for none."""
    was, now = _asked(old, pair.before), _asked(new, pair.after)
    return was is not None and (now is None or now < was)


def _asked(target: Target, side: Side) -> Decimal | None:
    if side.region is None or side.year is None:
        return None
    places = municipalities_of(side.workspace, side.region, target, due_date(side.year, target))
    needed = required(Asked(side.workspace, target, places, side.year.year))
    return needed.total if needed.total is not None else needed.region.minimum


CHECKS: Mapping[type | None, Callable[[Edit, Pair], str | None]] = {
    Region: _region,
    Agreement: _agreement,
    Coalition: _coalition,
    Deployment: _deployment,
    Target: _target,
}
