"""What is asked, what is achieved and how a target stands: by which rule, and from what."""

from collections.abc import Iterator
from datetime import date

from kansrijk_cli.compute.dates import document_date
from kansrijk_cli.compute.explain.coverage import deployment_places
from kansrijk_cli.compute.explain.explanation import About, Explanation, Parameter
from kansrijk_cli.compute.targets.asked import municipalities_of
from kansrijk_cli.compute.targets.states import JUDGED, TargetState
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.results import Results, Target, TargetFields
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
    count = len(municipalities_of(workspace, region, target, state.due))
    places = stated_places(target, state.place)
    yield explain_required(target, about, count, places, (state.due.year, year.year))
    inputs = observed_places(region, year, target)
    rule = observed_by(year, target) if state.achieved else "achieved-none"
    yield Explanation("achieved", about, rule, inputs, {"on": day}, year.year)
    word = "judged" if target.kind in JUDGED else target.kind
    rule = f"status-{word}" if word in ("judged", "frequency") else "status"
    days: dict[str, Parameter] = {"on": day, "due": state.due}
    yield Explanation("status", about, rule, (state.place,), days, year.year)


def explain_required(
    asked: TargetFields,
    about: tuple[About, ...],
    municipalities: int,
    inputs: tuple[Place, ...],
    years: tuple[int, int],
) -> Explanation:
    """What a target or norm asks. `years` are that of its population, and that of the plan."""
    rule = f"required-{asked.kind}" if asked.kind in COMPUTED else "required-stated"
    params: dict[str, Parameter] = {
        "municipalities": municipalities,
        "programmes": len(asked.programmes) if isinstance(asked, Target) else 0,
        "of": asked.of or "inhabitants",
        "year": years[0],
    }
    year = years[0] if asked.kind == "per-population" else years[1]
    return Explanation("required", about, rule, inputs, params, year)


def stated_places(target: Target, place: Place) -> tuple[Place, ...]:
    """Where a target names what it asks; the target itself when it names no number."""
    names = ("minimum", "maximum", "exact", "total", "parts", "path", "per")
    given = [name for name in names if name in target.model_fields_set]
    return tuple(place.at(name) for name in given) or (place,)


def observed_places(region: RegionFolder, year: YearFolder, target: Target) -> tuple[Place, ...]:
    """Where the observations of a target stand."""
    if target.measured_by == "coverage":
        return deployment_places(region, target.intervention or "")
    figures, plan = _figures(year, target), year.files.get(Plan)
    if figures or target.kind != "milestone" or plan is None:
        return figures
    activities = each(plan.place.at("activities"), plan.content.activities)
    return tuple(place for place, item in activities if item.id == target.activity)


def observed_by(year: YearFolder, target: Target) -> str:
    """How the observations of a target are put together."""
    if target.kind == "frequency":
        return "achieved-frequency"
    if target.measured_by == "coverage":
        return "achieved-coverage"
    by_activity = target.kind == "milestone" and not _figures(year, target)
    return "achieved-activity" if by_activity else "achieved-figures"


def _figures(year: YearFolder, target: Target) -> tuple[Place, ...]:
    results = year.files.get(Results)
    figures = each(results.place.at("figures"), results.content.figures) if results else ()
    return tuple(
        place.at("value")
        for place, figure in figures
        if figure.target == target.id and not figure.forecast
    )
