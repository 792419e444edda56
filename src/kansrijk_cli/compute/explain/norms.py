"""What a national norm asks of a region, what is known of it, and what is missing."""

from collections.abc import Iterator
from datetime import date

from kansrijk_cli.compute.dates import document_date
from kansrijk_cli.compute.explain.explanation import Explanation
from kansrijk_cli.compute.explain.targets import (
    explain_required,
    observed_by,
    observed_places,
    stated_places,
)
from kansrijk_cli.compute.norms import NormState, taken_over
from kansrijk_cli.compute.targets.states import JUDGED
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import RegionFolder, YearFolder


def explain_norm(
    region: RegionFolder, year: YearFolder, state: NormState, on: date | None = None
) -> Iterator[Explanation]:
    """Three figures of a norm; of one that is judged there are none.

    The number that the norm itself names stands in the catalogue, that of the region in its target.
    """
    norm, target, day = state.norm, state.target, on or document_date(year)
    if norm.kind in JUDGED:
        return
    about = (norm.title,)
    place, _ = taken_over(year, norm)
    stated = stated_places(target, place) if target and place else ()
    due = target.by.end(year.year) if target and target.by else None
    years = (due.year if due else year.year, year.year)
    count = len(state.needed.municipalities)
    yield explain_required(target or norm, about, count, stated, years)
    inputs, rule = _known(region, year, state)
    rule = rule if state.known.total is not None or state.known.total_hidden else "achieved-none"
    yield Explanation("known", about, rule, inputs, {"on": day}, year.year)
    rule = "lacking-each" if state.needed.municipalities else "lacking"
    yield Explanation("lacking", about, rule, (*stated, *inputs), {}, year.year)


def _known(
    region: RegionFolder, year: YearFolder, state: NormState
) -> tuple[tuple[Place, ...], str]:
    """Where it stands what is known, and how that is counted."""
    if state.target:
        return observed_places(region, year, state.target), observed_by(year, state.target)
    level = state.norm.counts
    entry = region.files.get(Coalitions) if level else None
    items = each(entry.place.at("coalitions"), entry.content.coalitions) if entry else ()
    places = tuple(p.at("status") for p, c in items if f"{c.level}-coalitions" == level)
    return places, f"known-{level}" if level else "achieved-none"
