"""Agreements and steps in the chain, regional and local."""

from kansrijk_cli.model.agreements import Agreement, Agreements
from kansrijk_cli.reports.context import Context, Data, marked, notes
from kansrijk_cli.reports.values import Word

ORDER, FILE = 50, Agreements


def build(
    context: Context,
    element: str | None = None,
    ids: tuple[str, ...] = (),
    caption: str | None = None,
) -> Data | None:
    """All agreements, those of one chain element, or those named."""
    taken = context.take(
        Agreements,
        lambda file: file.agreements,
        lambda a: (element is None or a.element == element) and (not ids or a.id in ids),
    )
    if not taken:
        return None
    return {
        "caption": caption,
        "rows": [_row(context, agreement) for agreement in taken],
        "places": [
            (agreement.title, place, text)
            for agreement in taken
            for place, text in agreement.places.items()
        ],
        "roles": [
            (agreement.title, context.owner(party), Word("role", text) if text == "x" else text)
            for agreement in taken
            for party, text in agreement.roles.items()
        ],
        "notes": notes(taken, lambda agreement: agreement.title),
    }


def _row(context: Context, agreement: Agreement) -> tuple[object, ...]:
    return (
        marked(agreement, agreement.title, "title"),
        _unless(agreement.title, context.term(agreement.element)),
        tuple(Word("phase", phase) for phase in agreement.phases),
        Word("level", agreement.level) if agreement.level else None,
        context.term(agreement.support),
        agreement.moment,
        context.intervention(agreement.intervention),
        Word("scope", agreement.scope) if agreement.scope else None,
        marked(agreement, agreement.regional, "regional"),
        marked(agreement, agreement.local, "local"),
        context.owners(agreement.owners),
        agreement.period,
        marked(agreement, Word("status", agreement.status), "status") if agreement.status else None,
    )


def _unless(title: str, element: str | None) -> str | None:
    return None if element and element.casefold() == title.casefold() else element
