"""The moments of measuring: baseline, cycles, reviews and final measurement."""

from kansrijk_cli.model.plan import Plan
from kansrijk_cli.reports.context import Context, Data
from kansrijk_cli.reports.standing import moment_rows, standing_of

# Only where a layout asks for it.
ORDER, FILE = None, Plan


def build(context: Context) -> Data | None:
    """All moments of measuring, the earliest first."""
    rows = moment_rows(context, standing_of(context))
    return {"rows": rows} if rows else None
