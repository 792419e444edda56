"""What `targets --norms` prints: the national norms beside what a region has."""

from collections.abc import Iterable, Iterator

from kansrijk_cli.compute.norms import NormState
from kansrijk_cli.compute.targets.requirements import JUDGED
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.table import Table
from kansrijk_cli.reports.sections.format_norms import norm_row
from kansrijk_cli.reports.values import Word

HEADS = ("norm", "required", "known", "lacking", "own-target", "deviation")


def norms_table(states: Iterable[NormState], region: str, year: int) -> Table:
    """Each norm: what it comes to here, what is known, what is missing, and the own target."""
    known = list(states)
    rows = [(state.norm.title, *_row(state)) for state in known]
    # Without own targets there is nothing to compare with.
    width = len(HEADS) if any(row[4] for row in rows) else 4
    heads = tuple(label("head", word) for word in HEADS[:width])
    title = f"{label('title', 'norms')} {region} {year}"
    closing = " ".join((label("text", "norms"), *_needed(known)))
    return Table(title, heads, [row[:width] for row in rows], (), closing)


def _needed(states: Iterable[NormState]) -> Iterator[str]:
    """What must be known before the norms that are not computed can be; the same thing once."""
    wanted: dict[str, list[str]] = {}
    for state in states:
        if state.needs:
            wanted.setdefault(state.needs, []).append(state.norm.title)
    for needs, titles in wanted.items():
        yield label("text", "norm-needs").format(titles="; ".join(titles), needs=needs)


def _row(state: NormState) -> tuple[object, ...]:
    """A norm without a number says how it is judged, unless only a figure is wanting."""
    required, *rest = norm_row(state)
    is_judged = state.norm.kind in JUDGED and not state.needs
    return (Word("judged", state.norm.kind) if is_judged else required, *rest)
