"""A target whose kind needs a field that is not there."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.results import Results, Target
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Results,)

A_NUMBER = ("minimum", "maximum", "exact")
WANTED: dict[str, tuple[tuple[str, ...], ...]] = {
    "per-municipality": ((*A_NUMBER, "total"),),
    "every-municipality": (),
    "per-programme": (A_NUMBER,),
    "count": ((*A_NUMBER, "total"),),
    "growth": ((*A_NUMBER, "path"),),
    "sum": (("parts",),),
    "per-population": (A_NUMBER, ("per",), ("of",)),
    "region-spread": (A_NUMBER, ("over",)),
    "frequency": (A_NUMBER, ("per",)),
    "milestone": (),
    "narrative": (),
}


def check(workspace: Workspace) -> Iterator[Finding]:
    """Of each group of fields one must be there."""
    for _, year in workspace.years():
        entry = year.files.get(Results)
        for place, target in (
            each(entry.place.at("targets"), entry.content.targets) if entry else ()
        ):
            for fields in WANTED[target.kind]:
                if not any(_is_set(target, field) for field in fields):
                    yield finding(place.at("kind"), kind=target.kind, fields=fields)


def _is_set(target: Target, field: str) -> bool:
    return getattr(target, field) not in (None, {})
