"""The sources of a plan, and where in them its facts come from."""

from dataclasses import dataclass

from kansrijk_cli.model.region import Source
from kansrijk_cli.reports.context import Context, marked


@dataclass(frozen=True, slots=True)
class Reference:
    """A source with the places in it that facts of the plan point to."""

    source: Source
    title: object
    locations: tuple[str, ...]


def bibliography(context: Context) -> list[Reference]:
    """All sources of the region, in the order of `region.yaml`."""
    used: dict[str, dict[str, None]] = {}
    files = (*context.folder.files.entries.values(), *context.year.files.entries.values())
    for entry in files:
        for visit in entry.references:
            if visit.refers_to == "source":
                id_, _, location = str(visit.value).partition("/")
                used.setdefault(id_, {}).setdefault(location, None)
    return [
        Reference(source, marked(source, source.title, "title"), _named(used.get(source.id, {})))
        for source in context.region.sources
    ]


def _named(locations: dict[str, None]) -> tuple[str, ...]:
    return tuple(location for location in locations if location)
