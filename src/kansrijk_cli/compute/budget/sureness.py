"""How sure an amount is: exact, no less, no more or about it, or nothing at all."""

from collections.abc import Iterable, Mapping
from typing import Literal

from kansrijk_cli.model.types import Bound

# No less or more than it, about it, or (`unknown`) both more and less are possible.
Sureness = Bound | Literal["unknown"] | None
OPPOSITE: Mapping[Sureness, Sureness] = {"at-least": "at-most", "at-most": "at-least"}


def combined(bounds: Iterable[Bound]) -> Sureness:
    """How sure a sum is whose terms are bounded in these ways; exact without any."""
    found = set(bounds)
    return "unknown" if len(found) > 1 else next(iter(found), None)
