"""Ids made from names, each only once in its list."""

import re
import unicodedata
from collections.abc import Container
from itertools import count


def plain_id(name: str) -> str:
    """A name as an id: `Kop van Noord-Holland` gives `kop-van-noord-holland`.

    Accents fall off; a name without letters or digits gives an empty text.
    """
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def unique_id(name: str, taken: Container[str]) -> str:
    """An id for a name that is not taken: a second one ends with `-2`, a third with `-3`."""
    base = plain_id(name)
    if base not in taken:
        return base
    return next(made for made in (f"{base}-{n}" for n in count(2)) if made not in taken)
