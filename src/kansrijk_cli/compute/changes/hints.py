"""What a field of a model may hold, as far as comparing two versions of it needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from kansrijk_cli.model.base import Item
from kansrijk_cli.model.references import Ref


@dataclass(frozen=True, slots=True)
class Hint:
    """An annotation taken apart: what it refers to, its fixed words, and what it holds.

    `inner` is the hint of the items of a list, or those of the keys and values of a mapping.
    """

    refers_to: str | None = None
    words: frozenset[str] = frozenset()
    model: type[BaseModel] | None = None
    inner: tuple["Hint", ...] = ()

    @property
    def key(self) -> "Hint":
        """The hint of the keys of a mapping."""
        return self.inner[0] if len(self.inner) > 1 else Hint()

    @property
    def value(self) -> "Hint":
        """The hint of the values of a mapping, or of the items of a list."""
        return self.inner[-1] if self.inner else Hint()

    @property
    def is_table(self) -> bool:
        """Whether it is a mapping of mappings of items: a row of it is no fact by itself."""
        held = self.value.value.model
        return len(self.inner) > 1 and held is not None and issubclass(held, Item)

    @property
    def deepest(self) -> "Hint":
        """The hint of what is no list or mapping any more."""
        return self.value.deepest if self.inner else self


NOTHING = Hint()


@cache
def hints(model: type[BaseModel]) -> Mapping[str, Hint]:
    """The hint of each field of a model, in order."""
    return {
        name: _marked(_hint(field.annotation), field.metadata)
        for name, field in model.model_fields.items()
    }


def _marked(hint: Hint, metadata: Any) -> Hint:
    kind = next((item.kind for item in metadata if isinstance(item, Ref)), hint.refers_to)
    return replace(hint, refers_to=kind)


def _hint(annotation: Any) -> Hint:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(_hint(arguments[0]), arguments[1:])
    if origin in (Union, UnionType):
        options = [_hint(argument) for argument in arguments if argument is not NoneType]
        return replace(options[0], words=frozenset().union(*(option.words for option in options)))
    if origin is Literal:
        return Hint(words=frozenset(word for word in arguments if isinstance(word, str)))
    if isinstance(origin, type) and issubclass(origin, tuple | Mapping):
        return Hint(inner=tuple(_hint(a) for a in arguments if a is not Ellipsis))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Hint(model=annotation)
    return Hint()
