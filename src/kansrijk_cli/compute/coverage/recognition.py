"""Recognitions that are over, or older than a recognition is valid in principle."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kansrijk_cli.compute.coverage.matrix import PRESENT, Coverage
from kansrijk_cli.model.interventions import Intervention, Recognition

# "Een erkenning is in principe vijf jaar geldig": the committee as told by Home-Start, see the
# note in catalog/interventions.yaml. In principle only, so a date that follows from it is no fact.
VALID_YEARS = 5
UNRECOGNISED = frozenset(("not-recognised", "unknown"))


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A recognition that ended on a day that the data names, or that is old without such a day."""

    intervention: Intervention
    state: Literal["expired", "old"]
    day: date


def lapsed(table: Coverage) -> Iterator[Lapsed]:
    """The interventions that run somewhere on the day of the matrix, with a lapsed recognition.

    `day` is the last day of validity when it is `expired`, and the day of recognition when `old`.
    """
    for intervention in table.interventions:
        recognition = intervention.recognition
        runs = any(table.cells[m, intervention.id].status in PRESENT for m in table.municipalities)
        if not runs or table.on is None or recognition is None:
            continue
        if recognition.until:
            if recognition.until < table.on:
                yield Lapsed(intervention, "expired", recognition.until)
        elif recognition.on and _is_old(recognition, recognition.on, table.on):
            yield Lapsed(intervention, "old", recognition.on)


def _is_old(recognition: Recognition, since: date, on: date) -> bool:
    """Whether a recognition is longer ago than it is valid in principle."""
    if recognition.status in UNRECOGNISED:
        return False
    return (on.year - since.year, on.month, on.day) > (VALID_YEARS, since.month, since.day)
