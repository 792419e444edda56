"""Agreements to do something so many times in a period."""

from kansrijk_cli.model.results import Results
from kansrijk_cli.reports.context import Context, Data
from kansrijk_cli.reports.standing import frequency_rows, standing_of

# Only where a layout asks for it.
ORDER, FILE = None, Results


def build(context: Context) -> Data | None:
    """Each agreed frequency: how often by the day of the document, and how often seen."""
    found = standing_of(context)
    if not found.frequencies:
        return None
    is_hidden = any(item.hidden for item in found.frequencies)
    return {
        "rows": frequency_rows(found),
        "threshold": context.region.threshold if is_hidden else None,
    }
