"""A problem as data: a code, a place and parameters. Text and line numbers come at the very end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from kansrijk_cli.core.place import Place

Value: TypeAlias = str | int | Decimal | date | tuple[str, ...] | None


class Severity(StrEnum):
    """How bad a problem is; the order of the members is from bad to mild."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem. `params` fill the sentences of the page of `code`; `None` means not known."""

    code: str
    place: Place
    params: Mapping[str, Value] = field(default_factory=dict)
    related: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: a diagnostic still without the code, which the runner stamps."""

    place: Place
    params: Mapping[str, Value]
    related: tuple[Place, ...] = ()


def finding(place: Place, *related: Place, **params: Value) -> Finding:
    """A finding at `place`; keyword arguments become the parameters of the message."""
    return Finding(place, params, related)
