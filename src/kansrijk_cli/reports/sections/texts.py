"""Prose of the plan, by the part of the document it belongs to."""

from kansrijk_cli.model.plan import Plan
from kansrijk_cli.reports.context import Context, Data

ORDER, FILE = 10, Plan


def build(context: Context, section: str | None = None, bare: bool = False) -> Data | None:
    """The texts of one part; without `section` all that are left. `bare` is without headings."""
    texts = context.take(
        Plan, lambda plan: plan.texts, lambda text: section is None or text.section == section
    )
    return {"texts": texts, "bare": bare} if texts else None
