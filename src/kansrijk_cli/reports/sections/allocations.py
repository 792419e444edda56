"""The region's own keys, and how targets and amounts are divided over municipalities."""

from collections.abc import Iterator

from kansrijk_cli.compute.dividing.planned import Planned, planned_lines, planned_targets
from kansrijk_cli.compute.dividing.requests import Where
from kansrijk_cli.model.keys import Allocation, Key
from kansrijk_cli.model.region import Region
from kansrijk_cli.reports.context import Context, Data, Note, marked, notes
from kansrijk_cli.reports.keys import key_name
from kansrijk_cli.reports.values import Weighed

ORDER, FILE = 95, Region


def build(context: Context) -> Data | None:
    """The keys, and a table for each division that the plan asks for."""
    keys = context.take(Region, lambda region: region.keys)
    where = Where(context.workspace, context.folder, context.year)
    planned = [*planned_targets(where), *planned_lines(where)]
    planned = planned if context.once(__name__) else []
    if not keys and not planned:
        return None
    return {
        "keys": [_key_row(context, key) for key in keys],
        "divisions": [_division(context, one) for one in planned],
        "notes": notes(keys, lambda key: key.title),
    }


def _key_row(context: Context, key: Key) -> tuple[object, ...]:
    parts = (*key.table.items(), *((key_name(context, k), v) for k, v in key.mix.items()))
    return (
        marked(key, key.title, "title"),
        marked(key, key.on, "on"),
        marked(key, key.fixed, "fixed"),
        marked(key, tuple(Weighed(name, weight) for name, weight in parts), "table", "mix"),
        key.text,
    )


def _division(context: Context, planned: Planned) -> Data:
    allocation, found = planned.allocation, planned.allocated
    title = planned.item.title or planned.item.id
    return {
        "title": title,
        "allocation": allocation,
        "found": found,
        "key": key_name(context, found.request.key) if found else None,
        "assumed": tuple(name for name, d in allocation.deviations.items() if d.assumed),
        "refusals": planned.refusals,
        "notes": list(_notes(title, allocation)),
    }


def _notes(title: str, allocation: Allocation) -> Iterator[Note]:
    if allocation.note:
        yield Note(title, allocation.note)
    for name, deviation in allocation.deviations.items():
        if deviation.note:
            yield Note(f"{title}, {name}", deviation.note)
