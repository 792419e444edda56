"""What happens when, by whom, with which result."""

from kansrijk_cli.model.plan import Activity, Plan
from kansrijk_cli.reports.context import Context, Data, marked, notes
from kansrijk_cli.reports.timelines import timeline
from kansrijk_cli.reports.values import Word

ORDER, FILE = 40, Plan


def build(
    context: Context,
    component: str | None = None,
    ids: tuple[str, ...] = (),
    caption: str | None = None,
) -> Data | None:
    """The activities of a component, or those named; without either all that are left."""

    def wanted(activity: Activity) -> bool:
        return (component is None or activity.component == component) and (
            not ids or activity.id in ids
        )

    activities = context.take(Plan, lambda plan: plan.activities, wanted)
    if not activities:
        return None
    plain = component is not None and all(_is_plain(activity) for activity in activities)
    return {
        "plain": plain,
        "caption": caption,
        "activities": activities,
        "rows": [_row(context, activity, component) for activity in activities],
        "timeline": timeline(context, activities),
        "notes": notes(activities, lambda activity: activity.title),
    }


def _is_plain(activity: Activity) -> bool:
    """Whether a line of a list says it all."""
    told = {"id", "title", "component", "source", "note"}
    return activity.model_fields_set <= told


def _row(context: Context, activity: Activity, component: str | None) -> tuple[object, ...]:
    return (
        marked(activity, activity.title, "title"),
        context.component(activity.component) if component is None else None,
        context.coalition(activity.coalition),
        context.intervention(activity.intervention),
        Word("scope", activity.scope) if activity.scope else None,
        activity.places,
        marked(activity, activity.when, "when"),
        marked(activity, context.owners(activity.owners), "owners"),
        marked(activity, activity.result, "result"),
        marked(activity, Word("activity", activity.status), "status") if activity.status else None,
        _monitoring(activity),
    )


def _monitoring(activity: Activity) -> object:
    """Which moment of measuring it is, if it is one."""
    word = Word("monitoring", activity.monitoring) if activity.monitoring else None
    return marked(activity, word, "monitoring")
