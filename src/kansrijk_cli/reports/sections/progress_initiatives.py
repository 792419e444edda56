"""How far the initiatives are, by the quarter in which they are to be finished."""

from kansrijk_cli.model.plan import Plan
from kansrijk_cli.reports.context import Context, Data
from kansrijk_cli.reports.standing import standing_of
from kansrijk_cli.reports.standing_quarters import due_counts, due_rows

# Only where a layout asks for it.
ORDER, FILE = None, Plan


def build(context: Context) -> Data | None:
    """All initiatives on the day of the document, the first to end first."""
    found = standing_of(context)
    if not found.initiatives:
        return None
    return {
        "counts": due_counts(context, found),
        "groups": list(due_rows(context, found)),
        "quarters": any(initiative.quarters for initiative in found.initiatives),
        "unknown": any(i.progress.state == "unknown" for i in found.initiatives),
    }
