"""Targets against observations, with the trend and what is still needed."""

from kansrijk_cli.model.results import Results
from kansrijk_cli.reports.context import Context, Data
from kansrijk_cli.reports.standing import standing_of
from kansrijk_cli.reports.standing_targets import has_trends, hides_some, need_rows, target_rows

# Only where a layout asks for it.
ORDER, FILE = None, Results


def build(context: Context) -> Data | None:
    """All targets but the agreed frequencies, and what each municipality still needs."""
    found = standing_of(context)
    if not found.targets:
        return None
    return {
        "rows": target_rows(found),
        "needs": need_rows(context, found),
        "trends": has_trends(found),
        "threshold": context.region.threshold if hides_some(found) else None,
        "countable": any(item.needs.region for item in found.targets),
    }
