"""Risks with their measures and who is responsible."""

from kansrijk_cli.model.plan import Plan
from kansrijk_cli.reports.context import Context, Data, marked, notes

ORDER, FILE = 90, Plan


def build(context: Context) -> Data | None:
    """All risks of the plan."""
    risks = context.take(Plan, lambda plan: plan.risks)
    rows = [
        (
            marked(risk, risk.title, "title"),
            risk.effect,
            marked(risk, risk.measures, "measures"),
            marked(risk, context.owners(risk.owners), "owners"),
            context.component(risk.component),
        )
        for risk in risks
    ]
    return {"rows": rows, "notes": notes(risks, lambda risk: risk.title)} if rows else None
