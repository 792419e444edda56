"""A table to print, whatever the format."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows of values that `show` knows; `right` are the heads of columns of numbers."""

    title: str
    heads: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    right: tuple[str, ...] = ()
    closing: str | None = None
