"""A difference in a file: the steps that lead to it, and the value before and after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from kansrijk_cli.compute.changes.hints import NOTHING, Hint
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Funded
from kansrijk_cli.model.results import Figure

Kind = Literal["added", "removed", "changed", "moved"]
Official = Callable[[str], str]

NAMED = ("id", "code", "name")


@dataclass(frozen=True, slots=True)
class Step:
    """One step towards a value: a field of `owner`, an item of a list, or a key of a mapping.

    `before` and `after` are what stands there; `refers_to` is the kind of name that a key is.
    """

    key: str
    before: object
    after: object
    owner: type[BaseModel] | None = None
    is_item: bool = False
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference. An item of a list or mapping is added or removed, a field is changed.

    Without steps it is the whole file. `hint` says what the values are. `moved` is another order
    of a list, with the keys of the items that both versions have. In a list with an order,
    `follows` is the key of the item before an added one.
    """

    kind: Kind
    file: str
    steps: tuple[Step, ...]
    old: object
    new: object
    hint: Hint = NOTHING
    follows: str | None = None

    @property
    def place(self) -> Place:
        """The file and the route, with the keys of items instead of their numbers."""
        return Place(self.file, tuple(step.key for step in self.steps))


def keyed(items: Sequence[object], official: Official) -> dict[str, object]:
    """The items of a list by what they are; a second one of the same name gets a number."""
    found: dict[str, object] = {}
    for item in items:
        name = key = _identity(item, official)
        number = 1
        while key in found:
            number += 1
            key = f"{name} ({number})"
        found[key] = item
    return found


def _identity(item: object, official: Official) -> str:
    if isinstance(item, Figure):
        period = " ".join(item.period.text.split()) if item.period else None
        about = (item.indicator, item.target, item.programme, official(item.place), period)
        return "/".join(filter(None, about))
    if isinstance(item, Funded):
        return "/".join(filter(None, (item.funding, item.column)))
    named = (str(getattr(item, name)) for name in NAMED if hasattr(item, name))
    return next(named, None) or repr(item)
