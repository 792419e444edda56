"""What every entity shares: strict, frozen, and able to say where a fact comes from."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from kansrijk_cli.model.references import SourceRef
from kansrijk_cli.model.types import Flag, Line, Text


def _title(model: type[BaseModel]) -> str:
    """The title that editors show: the beginning of what the model says of itself."""
    return re.split("[.:]", model.__doc__ or model.__name__)[0]


class Model(BaseModel):
    """A mapping in a YAML file. Field names equal the YAML keys; unknown keys are refused."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, validate_default=False, model_title_generator=_title
    )


class Item(Model):
    """A fact that may say where it comes from and how sure it is."""

    source: SourceRef | None = Field(
        None,
        title="Bron",
        description="Waar dit staat: `bron/plek`. Geldt ook voor alles wat hieronder staat.",
    )
    note: Text | None = Field(
        None, title="Opmerking", description="Wat een lezer erbij moet weten."
    )
    assumed: Mapping[Line, Text] = Field(
        {},
        title="Aangenomen",
        description="Velden die niet in een bron staan, elk met de reden van de aanname.",
    )
    certainty: Literal["confirmed", "reported", "unconfirmed"] | None = Field(
        None,
        title="Zekerheid",
        description="Bevestigd (confirmed), gemeld (reported) of niet bevestigd (unconfirmed).",
    )
    draft: Flag = Field(
        False, title="Concept", description="`true`: nog niet publiceren; documenten laten het weg."
    )


class Shorthand(Item):
    """A mapping that may also be written as the value of its one main field."""

    main_field: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _wrap(cls, value: Any) -> Any:
        return value if isinstance(value, Mapping | cls) else {cls.main_field: value}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler.resolve_ref_schema(handler(core_schema))
        main = dict(schema["properties"][cls.main_field])
        long_form = dict(schema)
        schema.clear()
        schema.update(
            title=long_form.pop("title"),
            description=long_form.pop("description", ""),
            anyOf=[main, long_form],
        )
        return schema


class File(Item):
    """The content of one YAML file.

    `path` is the pattern of the file inside the data folder; `{region}` and `{year}` stand for
    one folder name. `required` files must exist in each folder of their kind.
    """

    path: ClassVar[str]
    required: ClassVar[bool] = False
