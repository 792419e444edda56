"""What targets ask, reach and still need, as rows of values."""

from kansrijk_cli.compute.progress.needs import Need
from kansrijk_cli.compute.progress.standing import Standing, TargetProgress
from kansrijk_cli.compute.targets.achieved import Achieved
from kansrijk_cli.compute.targets.requirements import Bounds
from kansrijk_cli.compute.targets.states import JUDGED, TargetState
from kansrijk_cli.model.results import TargetFields
from kansrijk_cli.reports.context import Context, marked, suppressed
from kansrijk_cli.reports.values import Between, Bounded, Measured, Remarked, Word

Row = tuple[object, ...]


def reached_in_all(state: TargetState) -> object:
    """What a target reaches in all; where nobody observed anything that is unknown, not empty.

    Of what is judged there is no number to know.
    """
    if state.achieved is None:
        return None if state.target.kind in JUDGED else Word("figure", "unknown")
    return achieved_total(state.achieved)


def achieved_total(achieved: Achieved) -> object:
    """What is achieved in all: "at least" when it is a sum over some of the municipalities."""
    if achieved.total_hidden:
        return suppressed(achieved.total_met)
    if achieved.total is None:
        return Word("figure", "unknown")
    return Bounded("at-least", achieved.total) if achieved.silent else achieved.total


def unit_of(target: TargetFields) -> str | Word | None:
    """What a number of a target counts; of "in every municipality" that is municipalities."""
    is_each = target.kind == "every-municipality"
    return target.unit or (Word("unit", "municipalities") if is_each else None)


def target_rows(found: Standing) -> list[Row]:
    """Title, what is asked, reached, still needed, the trend (if of any target) and the status."""
    return [_target(item, has_trends(found)) for item in found.targets]


def has_trends(found: Standing) -> bool:
    """Whether of some target it is known which way it goes."""
    return any(item.trend != "unknown" for item in found.targets)


def hides_some(found: Standing) -> bool:
    """Whether a number may not be shown."""
    needs = (need for item in found.targets for need in (item.needs.region, *item.needs.parts))
    return any(need is not None and need.state == "suppressed" for need in needs)


def _target(item: TargetProgress, trends: bool) -> Row:
    target, need = item.state.target, item.needs.region
    return (
        marked(target, target.title, "title", "minimum", "maximum", "exact", "total"),
        _asked(item),
        reached(need) if need else None,
        still(need) if need else None,
        Word("direction", item.trend) if need and trends else None,
        Word("target-status", item.state.status),
    )


def _asked(item: TargetProgress) -> object:
    """What a target asks of the whole region: its total if it has one; a judgement is a word."""
    target, need, total = item.state.target, item.needs.region, item.state.required.total
    if need is None:
        return Word("judged", target.kind) if target.kind in JUDGED else None
    unit = unit_of(target)
    return asked_of(need.bounds, unit) if total is None else Measured(total, unit)


def asked_of(bounds: Bounds, unit: str | Word | None) -> object:
    """Bounds as a reader says them: `minstens 2 keer`, `2 - 4 trajecten`."""
    low, high = bounds.minimum, bounds.maximum
    if low is not None and high is not None:
        return Measured(low, unit) if low == high else Between(low, high, unit, None)
    if low is not None:
        return Bounded("at-least", Measured(low, unit))
    return Bounded("at-most", Measured(high, unit)) if high is not None else None


def reached(need: Need) -> object:
    """What is observed, with "at least" when not everything is, or why there is no number."""
    if need.value is not None:
        return Bounded("at-least", need.value) if need.at_least else need.value
    return suppressed(need.met) if need.state == "suppressed" else Word("figure", "unknown")


def still(need: Need) -> object:
    """What is still needed, with "at most" when not everything is known."""
    if need.needed is None:
        if need.bounds.minimum is None:
            return None
        return Word("figure", "suppressed" if need.state == "suppressed" else "unknown")
    return Bounded("at-most", need.needed) if need.at_most else need.needed


def need_rows(context: Context, found: Standing) -> list[Row]:
    """Per target that asks something of each municipality or programme: who needs what still.

    Title, what each is asked, and then lists: still needed, too many, enough, hidden, unknown.
    """
    return [_needs(context, item) for item in found.targets if item.needs.parts]


def _needs(context: Context, item: TargetProgress) -> Row:
    parts = [
        *item.needs.municipalities.items(),
        *((context.programme(id_), need) for id_, need in item.needs.programmes.items()),
    ]
    bounds = {need.bounds for _, need in parts}
    target = item.state.target

    def those(state: str) -> object:
        named = tuple(name for name, need in parts if need.state == state)
        if len(named) == len(parts) > 2:
            return Word("all", "municipalities" if item.needs.municipalities else "programmes")
        return named or None

    short = tuple(
        Remarked(name, need.needed) for name, need in parts if need.needed and need.state == "short"
    )
    # Each with whether it reaches the minimum: that is what is known of a number that is hidden.
    hidden = tuple(_met(name, need) for name, need in parts if need.state == "suppressed")
    return (
        marked(target, target.title, "title"),
        asked_of(next(iter(bounds)), None) if len(bounds) == 1 else Word("all", "different"),
        short or None,
        those("over"),
        those("enough"),
        hidden or None,
        those("unknown"),
    )


def _met(name: str, need: Need) -> object:
    if need.met is None:
        return name
    return Remarked(name, Word("minimum", "met" if need.met else "short"))
