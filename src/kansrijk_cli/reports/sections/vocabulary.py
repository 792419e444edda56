"""The region's own places and words."""

from kansrijk_cli.model.agreements import Agreements
from kansrijk_cli.model.region import Region, Term
from kansrijk_cli.reports.context import Context, Data, marked, notes
from kansrijk_cli.reports.values import Word

ORDER, FILE = 130, Region


def build(context: Context, only: str | None = None) -> Data | None:
    """Places, support levels, chain elements and departments, or only one of these."""
    places = context.take(Region, lambda r: r.places, lambda _: only in (None, "places"))
    support = context.take(Region, lambda r: r.support, lambda _: only in (None, "support"))
    elements = context.take(
        Region,
        lambda r: r.elements,
        lambda term: only in (None, "elements") and not _is_plain(context, term),
    )
    departments = context.take(
        Region, lambda r: r.departments, lambda _: only in (None, "departments")
    )
    if not (places or support or elements or departments):
        return None
    return {
        "places": [
            (
                marked(p, p.name, "name"),
                Word("place", p.kind),
                marked(p, p.municipalities, "municipalities"),
                p.text,
            )
            for p in places
        ],
        "support": support,
        "elements": elements,
        "departments": departments,
        "notes": notes(places, lambda place: place.name),
    }


def _is_plain(context: Context, term: Term) -> bool:
    """Whether an element says no more than its name, which stands at its agreements already."""
    content = context.file(Agreements)
    used = {agreement.element for agreement in content.agreements} if content else set()
    return not (term.text or term.note) and term.id in used
