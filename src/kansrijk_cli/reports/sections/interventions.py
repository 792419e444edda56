"""What the interventions are, and where they run besides in whole municipalities."""

from kansrijk_cli.compute.coverage.matrix import all_interventions, official_municipalities
from kansrijk_cli.compute.coverage.mergers import all_parts
from kansrijk_cli.model.interventions import Deployment, Intervention, Interventions
from kansrijk_cli.reports.context import Context, Data, Note, marked, notes
from kansrijk_cli.reports.values import Word

ORDER, FILE = 75, Interventions


def build(context: Context) -> Data | None:
    """Own interventions with all that is known of them, and deployments at other places."""
    content = context.file(Interventions)
    if content is None:
        return None
    own = context.take(Interventions, lambda file: file.interventions)
    elsewhere = _elsewhere(context, content) if context.once("deployments") else []
    if not own and not elsewhere:
        return None
    return {
        "own": [_row(context, intervention) for intervention in own],
        "told": [intervention for intervention in own if intervention.text],
        "elsewhere": elsewhere,
        "inventory": content.inventory if context.once("inventory") else None,
        "notes": [
            *notes(own, lambda intervention: intervention.name),
            *(
                Note(intervention.name, intervention.recognition.note)
                for intervention in own
                if intervention.recognition and intervention.recognition.note
            ),
        ],
    }


def _row(context: Context, intervention: Intervention) -> tuple[object, ...]:
    recognition = intervention.recognition
    return (
        marked(intervention, intervention.name, "name", "kind"),
        intervention.public_name,
        intervention.aliases,
        Word("intervention", intervention.kind),
        tuple(Word("phase", phase) for phase in intervention.phases),
        tuple(Word("prevention", level) for level in intervention.prevention),
        context.term(intervention.support),
        intervention.target_group,
        Word("recognition", recognition.status) if recognition else None,
        recognition.by if recognition else None,
        recognition.on if recognition else None,
        recognition.until if recognition else None,
        recognition.address if recognition else None,
        intervention.since,
    )


def _elsewhere(context: Context, content: Interventions) -> list[tuple[object, ...]]:
    """Deployments of the region as a whole or at a practice, school, district or subregion.

    Those of municipalities are in the matrix, also of one that merged before its day.
    """
    register = context.workspace.register
    now = official_municipalities(context.workspace, context.folder, context.on)
    members = all_parts(register, now, context.on).union(now)
    names = all_interventions(context.workspace, context.folder)
    return [
        _deployment(context, place, names[intervention].name, deployment)
        for place, row in content.deployments.items()
        if register.official(place, context.folder.municipalities) not in members
        for intervention, deployment in row.items()
        if intervention in names
    ]


def _deployment(
    context: Context, place: str, name: str, deployment: Deployment
) -> tuple[object, ...]:
    return (
        name,
        deployment.name if deployment.name != name else None,
        place,
        marked(deployment, Word("status", deployment.status), "status"),
        True if deployment.everywhere else None,
        deployment.period,
        context.owners(deployment.owners),
        deployment.note,
    )
