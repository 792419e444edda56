"""A file of a region as it stands on a day.

What runs on from year to year is in one file, so that two years of a region hold the same text.
What differs is the day on which each of their documents speaks.
"""

from datetime import date
from typing import TypeVar

from kansrijk_cli.compute.coverage.cells import status_on
from kansrijk_cli.model.agreements import Agreement, Agreements
from kansrijk_cli.model.base import File
from kansrijk_cli.model.coalitions import Coalition, Coalitions
from kansrijk_cli.model.interventions import Deployment, Interventions

ItemT = TypeVar("ItemT", Agreement, Coalition, Deployment)

# The files of which the items have a status and a period.
ON_DAYS: tuple[type[File], ...] = (Interventions, Coalitions, Agreements)


def on_day(content: File, day: date) -> File:
    """The file with the status of its items on a day: planned before it began, ended after."""
    held: dict[str, object] = {}
    if isinstance(content, Interventions):
        rows = content.deployments.items()
        held["deployments"] = {
            place: {id_: _standing(item, day) for id_, item in row.items()} for place, row in rows
        }
    elif isinstance(content, Coalitions):
        held["coalitions"] = tuple(_standing(item, day) for item in content.coalitions)
    elif isinstance(content, Agreements):
        held["agreements"] = tuple(_standing(item, day) for item in content.agreements)
    return content.model_copy(update=held)


def _standing(item: ItemT, day: date) -> ItemT:
    # An agreement without a status is one that holds in its period.
    status = status_on(item.status or "active", item.period, day, day.year)
    return item.model_copy(update={"status": status})
