"""Every model keeps to what the rest of the program relies on."""

import keyword
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel, Field, PlainValidator
from pydantic.fields import FieldInfo

from kansrijk_cli.model.base import Model
from kansrijk_cli.model.registry import file_kinds
from kansrijk_cli.model.types import Line


def below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for child in model.__subclasses__():
        yield child
        yield from below(child)


assert file_kinds(), "finding the kinds of files imports every model"
MODELS = sorted(
    (model for model in below(Model) if model.__module__.startswith("kansrijk_cli.")),
    key=lambda model: model.__name__,
)
FIELDS = {
    f"{model.__name__}.{name}": field
    for model in MODELS
    for name, field in model.model_fields.items()
}


def test_every_field_has_a_dutch_title() -> None:
    assert FIELDS
    assert [name for name, field in FIELDS.items() if not (field.title or "")[:1].isupper()] == []


def test_no_field_is_a_word_of_python() -> None:
    last = {name.partition(".")[2] for name in FIELDS}
    assert [name for name in last if keyword.iskeyword(name) or name != name.lower()] == []


def test_a_field_has_the_name_that_it_has_in_the_data() -> None:
    def other(field: FieldInfo) -> Any:
        return field.alias or field.validation_alias or field.serialization_alias

    assert [name for name, field in FIELDS.items() if other(field)] == []


def test_no_field_has_a_union_that_hides_where_a_mistake_is() -> None:
    assert [name for name, field in FIELDS.items() if has_union(field)] == []


def has_union(field: FieldInfo) -> bool:
    return not is_plain(field.metadata) and any(map(is_union, parts(field.annotation)))


def parts(annotation: Any) -> Iterator[Any]:
    """An annotation and everything in it, as far as pydantic looks: a plain validator ends that."""
    yield annotation
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        arguments = () if is_plain(arguments[1:]) else arguments[:1]
    if get_origin(annotation) is not Literal:
        for argument in arguments:
            yield from parts(argument)


def is_plain(metadata: Any) -> bool:
    return any(isinstance(item, PlainValidator) for item in metadata)


def is_union(annotation: Any) -> bool:
    """Whether pydantic would have to choose, and so adds a step of its own to the route."""
    if get_origin(annotation) not in (Union, UnionType):
        return False
    return len([kind for kind in get_args(annotation) if kind is not NoneType]) > 1


class Sample(BaseModel):
    """What the walk over annotations must see, and what it must let pass."""

    fine: Line | None
    also_fine: Annotated[int | str, PlainValidator(str)] | None
    plain: int | str = Field(json_schema_extra={})
    deep: dict[str, tuple[Annotated[int | str, Field(title="x")], ...]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("fine", False), ("also_fine", False), ("plain", True), ("deep", True)],
)
def test_the_walk_over_annotations_sees_a_union(name: str, expected: bool) -> None:
    assert has_union(Sample.model_fields[name]) is expected


def test_every_model_refuses_unknown_keys_and_does_not_change() -> None:
    loose = [m for m in MODELS if m.model_config.get("extra") != "forbid"]
    changing = [m for m in MODELS if m.model_config.get("frozen") is not True]
    assert (loose, changing) == ([], [])


def test_every_model_explains_itself() -> None:
    assert [model for model in MODELS if not model.__doc__] == []
