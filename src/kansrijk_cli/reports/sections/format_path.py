"""How a part of a prescribed document grows to what is asked: year by year."""

from collections.abc import Sequence

from kansrijk_cli.compute.norms import NormState
from kansrijk_cli.compute.prescribed import Part
from kansrijk_cli.compute.privacy.figures import Privacy
from kansrijk_cli.compute.targets.states import JUDGED
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.results import Target
from kansrijk_cli.reports.context import Context, Data
from kansrijk_cli.reports.prescribed import (
    ASKED,
    COMPLETE,
    NOT_YET,
    UNKNOWN,
    Row,
    View,
    called,
    view_of,
)
from kansrijk_cli.reports.sections.format_norms import asked, known_total, states
from kansrijk_cli.reports.values import Measured, Remarked, Word

# Only where a layout asks for it, or another section.
ORDER, FILE = None, Plan


def build(context: Context, format: str, part: str, years: Sequence[int]) -> Data | None:
    """The growth path of a part, by its id."""
    view = view_of(context, format)
    parts = [p for p in view.found.parts if p.part.id == part] if view else []
    return path(view, parts[0], years) if view and parts else None


def path(view: View, part: Part, years: Sequence[int]) -> Data | None:
    """Norms and own targets with a path: now, and the value of each year."""
    found = states(view, part)
    taken = {state.target.id for state in found if state.target}
    context = view.context
    told = Privacy(context.workspace, context.folder, context.year).told
    own = [told(t) for t in view.targets(part) if t.path and t.id not in taken]
    rows = [_norm(state, years) for state in found] + [_target(t, years) for t in own]
    if not rows and part.part.stage not in ASKED:
        return None
    return {
        "part": called(part),
        "years": years,
        "rows": rows or [(NOT_YET, *(NOT_YET for _ in ("now", *years)))],
        "owner": view.owner(part),
    }


def _norm(state: NormState, years: Sequence[int]) -> Row:
    """A norm: steps of the region where it took the norm over, and in the last year the norm."""
    target = state.target
    steps: dict[int, object] = dict.fromkeys(years, UNKNOWN)
    steps |= _steps(target, years) if target else {}
    if steps.get(COMPLETE) is UNKNOWN:
        wanted = state.norm.text if state.needs or state.norm.kind in JUDGED else asked(state)
        steps[COMPLETE] = Remarked(wanted or state.norm.title, Word("answer", "norm"))
    baseline = Measured(target.baseline, target.unit) if target and target.baseline else None
    return (state.norm.title, baseline or known_total(state), *steps.values())


def _target(target: Target, years: Sequence[int]) -> Row:
    now = UNKNOWN if target.baseline is None else Measured(target.baseline, target.unit)
    return (target.title, now, *_steps(target, years).values())


def _steps(target: Target, years: Sequence[int]) -> dict[int, object]:
    return {
        year: Measured(target.path[str(year)], target.unit) if str(year) in target.path else UNKNOWN
        for year in years
    }
