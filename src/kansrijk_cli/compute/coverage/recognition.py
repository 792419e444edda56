"""Recognitions that are over, or older than a recognition is valid in principle."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kansrijk_cli.compute.coverage.matrix import PRESENT, Coverage
from kansrijk_cli.model.interventions import Intervention

# "Een erkenning is in principe vijf jaar geldig": the committee as told by Home-Start, see the
# note in catalog/interventions.yaml. In principle only, so a date that follows from it is no fact.
VALID_YEARS = 5
UNRECOGNISED = frozenset(("not-recognised", "unknown"))


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A recognition that may not hold.

    It ended on a day that the data name, it is old without such a day, or there is no day at all.
    """

    intervention: Intervention
    state: Literal["expired", "old", "undated"]
    day: date | None


def lapsed(table: Coverage) -> Iterator[Lapsed]:
    """The interventions that run somewhere, whose recognition does not surely hold on the day.

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
        elif recognition.status in UNRECOGNISED:
            continue
        elif recognition.on is None:
            yield Lapsed(intervention, "undated", None)
        elif _is_old(recognition.on, table.on):
            yield Lapsed(intervention, "old", recognition.on)


def _is_old(since: date, on: date) -> bool:
    """Whether a recognition is longer ago than it is valid in principle."""
    return (on.year - since.year, on.month, on.day) > (VALID_YEARS, since.month, since.day)
