"""Coalitions: regional and local, how far they are and what they do."""

from kansrijk_cli.compute.coverage.matrix import local_coalitions
from kansrijk_cli.model.coalitions import Coalition, Coalitions
from kansrijk_cli.reports.context import Context, Data, marked, notes
from kansrijk_cli.reports.values import Word

ORDER, FILE = 60, Coalitions


def build(context: Context, level: str | None = None, status: bool = True) -> Data | None:
    """All coalitions, or those of one level; `status` adds the municipalities without one."""
    taken = context.take(
        Coalitions, lambda file: file.coalitions, lambda c: level is None or c.level == level
    )
    content = context.file(Coalitions)
    if not taken:
        return None
    known = local_coalitions(context.workspace, context.folder, context.on)
    return {
        "rows": [_row(context, coalition) for coalition in taken],
        "inventory": content.inventory if content else None,
        "unknown": tuple(m for m, found in known.items() if found == "unknown") if status else (),
        "of": len(known),
        "notes": notes(taken, lambda coalition: coalition.name),
    }


def _row(context: Context, coalition: Coalition) -> tuple[object, ...]:
    return (
        marked(coalition, coalition.name, "name"),
        Word("coalition-level", coalition.level),
        coalition.municipalities,
        marked(coalition, Word("status", coalition.status), "status"),
        coalition.period,
        context.owner(coalition.lead) if coalition.lead else None,
        context.owners(coalition.partners),
        coalition.text,
    )
