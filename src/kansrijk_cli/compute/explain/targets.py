"""What is asked, what is achieved and how a target stands: by which rule, and from what."""

from collections.abc import Iterator
from datetime import date

from kansrijk_cli.compute.dates import document_date
from kansrijk_cli.compute.explain.coverage import deployment_places
from kansrijk_cli.compute.explain.explanation import Explanation, Parameter
from kansrijk_cli.compute.targets.asked import municipalities_of
from kansrijk_cli.compute.targets.states import JUDGED, TargetState
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.results import Results, Target
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

# Of the other kinds the numbers are those that the target itself names.
COMPUTED = frozenset(
    ("per-municipality", "every-municipality", "per-programme", "sum", "per-population")
)


def explain_target(
    workspace: Workspace,
    region: RegionFolder,
    year: YearFolder,
    state: TargetState,
    on: date | None = None,
) -> Iterator[Explanation]:
    """Three figures of a target: what it asks, what is achieved, and its status."""
    target, day = state.target, on or document_date(year)
    about = (target.title,)
    rule = f"required-{target.kind}" if target.kind in COMPUTED else "required-stated"
    params: dict[str, Parameter] = {
        "municipalities": len(municipalities_of(workspace, region, target)),
        "programmes": len(target.programmes),
        "of": target.of or "inhabitants",
        "year": state.due.year,
    }
    reference = state.due.year if target.kind == "per-population" else year.year
    yield Explanation("required", about, rule, _numbers(state), params, reference)
    inputs, rule = _observed(region, year, target)
    rule = rule if state.achieved else "achieved-none"
    yield Explanation("achieved", about, rule, inputs, {"on": day}, year.year)
    rule = "status-judged" if target.kind in JUDGED else "status"
    days: dict[str, Parameter] = {"on": day, "due": state.due}
    yield Explanation("status", about, rule, (state.place,), days, year.year)


def _numbers(state: TargetState) -> tuple[Place, ...]:
    """Where the target names what it asks; the target itself when it names no number."""
    names = ("minimum", "maximum", "exact", "total", "parts", "path", "per")
    given = [name for name in names if name in state.target.model_fields_set]
    return tuple(state.place.at(name) for name in given) or (state.place,)


def _observed(
    region: RegionFolder, year: YearFolder, target: Target
) -> tuple[tuple[Place, ...], str]:
    """Where the observations stand, and how they are put together."""
    if target.measured_by == "coverage":
        return deployment_places(region, target.intervention or ""), "achieved-coverage"
    results = year.files.get(Results)
    figures = tuple(
        place.at("value")
        for place, figure in (
            each(results.place.at("figures"), results.content.figures) if results else ()
        )
        if figure.target == target.id and not figure.forecast
    )
    plan = year.files.get(Plan)
    if figures or target.kind != "milestone" or plan is None:
        return figures, "achieved-figures"
    activities = each(plan.place.at("activities"), plan.content.activities)
    found = tuple(place for place, item in activities if item.id == target.activity)
    return found, "achieved-activity"
