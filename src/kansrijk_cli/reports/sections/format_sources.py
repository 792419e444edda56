"""The prescribed document itself: its questions, and the national sources it rests on."""

from collections.abc import Iterator

from kansrijk_cli.model.base import Item
from kansrijk_cli.model.norms import Norms
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.programmes import Programmes
from kansrijk_cli.model.region import Source
from kansrijk_cli.reports.context import Context, Data
from kansrijk_cli.reports.prescribed import View, view_of
from kansrijk_cli.reports.values import Remarked, Word

# Only where a layout asks for it.
ORDER, FILE = None, Plan


def build(context: Context, format: str) -> Data | None:
    """Every question in full, and each source with the places in it that are used."""
    view = view_of(context, format)
    if view is None:
        return None
    used: dict[str, dict[str, None]] = {}
    for reference in _references(view):
        id_, _, location = reference.partition("/")
        used.setdefault(id_, {}).setdefault(location, None)
    known = {source.id: source for source in _sources(context)}
    return {
        "format": view.found.format,
        "questions": [
            (
                Word("question-level", q.level),
                Remarked(q.name, Word("answer", "optional")) if q.optional else q.name,
                q.text,
            )
            for q in view.found.format.questions
        ],
        "sources": [
            (known[id_], tuple(filter(None, places)))
            for id_, places in used.items()
            if id_ in known
        ],
    }


def _references(view: View) -> Iterator[str]:
    """The sources of the format, its parts and their norms."""
    items: list[Item] = [view.found.format, *(part.part for part in view.found.parts)]
    items += [norm for norms in view.found.norms.values() for norm in norms]
    return (item.source for item in items if item.source)


def _sources(context: Context) -> Iterator[Source]:
    """The sources of the catalogue; the own catalogue last, so that it wins."""
    for norms in reversed(context.workspace.catalog_entries(Norms)):
        yield from norms.content.sources
    for programmes in reversed(context.workspace.catalog_entries(Programmes)):
        yield from programmes.content.sources
