"""Everything that is open or unknown, with who is to act."""

from kansrijk_cli.model.plan import Plan
from kansrijk_cli.reports.context import Context, Data
from kansrijk_cli.reports.standing import asked, open_rows, standing_of, without_owner

# Only where a layout asks for it.
ORDER, FILE = None, Plan


def build(context: Context) -> Data | None:
    """What is late, open or unknown on the day of the document, the urgent ones first."""
    found = standing_of(context)
    rows = open_rows(context, found)
    nobody = len(without_owner(found))
    return {"rows": rows, "nobody": nobody, "asked": asked(context, found)} if rows else None
