"""A number in the table of a key that may have a Dutch dot between thousands.

A key may have decimals, so that a number such as `700.718` cannot be refused where it is read. It
is told only when the numbers beside it are whole and most of them are a thousand or more.
"""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.catalog import Keys
from kansrijk_cli.model.keys import Key
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = ()
AFTER = ()

_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Of every table, national or of a region, each number that is so unlike the others."""
    for place, key in _keys(workspace):
        dotted = {name: n for name, n in key.table.items() if _DOTTED.fullmatch(str(n))}
        if dotted and _are_thousands([n for name, n in key.table.items() if name not in dotted]):
            for name, number in dotted.items():
                meant = str(number).replace(".", "")
                here = place.at("table", name)
                yield finding(here, key=key.title, value=str(number), meant=meant)


def _keys(workspace: Workspace) -> Iterator[tuple[Place, Key]]:
    for national in workspace.catalog_entries(Keys):
        yield from each(national.place.at("keys"), national.content.keys)
    for region in workspace.regions.values():
        entry = region.files.get(Region)
        if entry:
            yield from each(entry.place.at("keys"), entry.content.keys)


def _are_thousands(others: Collection[Decimal]) -> bool:
    whole = all(n == n.to_integral_value() for n in others)
    return whole and 2 * sum(n >= 1000 for n in others) > len(others)
