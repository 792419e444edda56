"""Partners, governance, working groups, roles and groups."""

from kansrijk_cli.model.parties import Parties, Party
from kansrijk_cli.reports.context import Context, Data, marked, notes
from kansrijk_cli.reports.values import Word

ORDER, FILE = 80, Parties


def build(
    context: Context,
    kind: str | None = None,
    level: str | None = None,
    ids: tuple[str, ...] = (),
    caption: str | None = None,
) -> Data | None:
    """All parties, or those of a kind, level or list; what all have in common is no column."""

    def wanted(party: Party) -> bool:
        return (
            (kind is None or party.kind == kind)
            and (level is None or party.level == level)
            and (not ids or party.id in ids)
        )

    taken = context.take(Parties, lambda file: file.parties, wanted)
    if not taken:
        return None
    return {
        "caption": caption,
        "rows": [_row(context, party, kind is None, level is None) for party in taken],
        "notes": notes(taken, lambda party: party.name),
    }


def _row(context: Context, party: Party, with_kind: bool, with_level: bool) -> tuple[object, ...]:
    return (
        marked(party, party.name, "name"),
        Word("party", party.kind) if with_kind else None,
        Word("level", party.level) if party.level and with_level else None,
        Word("domain", party.domain) if party.domain else None,
        context.owner(party.reports_to) if party.reports_to else None,
        context.owner(party.replaces) if party.replaces else None,
        context.owners(party.members),
        party.period,
        party.text,
    )
