"""Keys as a reader knows them."""

from typing import get_args

from kansrijk_cli.compute.dividing.keys import own_keys
from kansrijk_cli.model.keys import PlainKey
from kansrijk_cli.reports.context import Context
from kansrijk_cli.reports.values import Word

PLAIN = frozenset(get_args(PlainKey))


def key_name(context: Context, name: str) -> object:
    """A key as a reader knows it."""
    if name in PLAIN:
        return Word("key", name)
    known = own_keys(context.workspace, context.folder)
    return known[name].title if name in known else name
