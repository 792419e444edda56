"""How far the initiatives are, by quarter."""

from kansrijk_cli.model.plan import Plan
from kansrijk_cli.reports.context import Context, Data
from kansrijk_cli.reports.standing import initiative_rows, standing_of

# Only where a layout asks for it.
ORDER, FILE = None, Plan


def build(context: Context) -> Data | None:
    """All initiatives on the day of the document, the first to end first."""
    found = standing_of(context)
    rows = initiative_rows(context, found)
    return (
        {
            "rows": rows,
            "quarters": any(initiative.quarters for initiative in found.initiatives),
            "unknown": any(i.progress.state == "unknown" for i in found.initiatives),
        }
        if rows
        else None
    )
