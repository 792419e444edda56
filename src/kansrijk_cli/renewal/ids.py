"""Ids made from names, each only once in its list."""

from collections.abc import Container
from itertools import count

from kansrijk_cli.model.types import plain_id


def unique_id(name: str, taken: Container[str]) -> str:
    """An id for a name that is not taken: a second one ends with `-2`, a third with `-3`."""
    base = plain_id(name)
    if base not in taken:
        return base
    return next(made for made in (f"{base}-{n}" for n in count(2)) if made not in taken)
