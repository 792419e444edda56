"""What every shape shares."""

import json
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, PlainSerializer, WithJsonSchema


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal, PlainSerializer(_number, return_type=int | float), WithJsonSchema({"type": "number"})
]
State = Literal["unknown", "pm", "ntb", "nvt", "suppressed"]


class Part(BaseModel):
    """A mapping inside a shape."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Shape(Part):
    """What a command prints. `name` makes its `schema`: `kansrijk/<name>/1`."""

    name: ClassVar[str]

    def as_json(self) -> str:
        """The shape as text, its schema first, with a final newline."""
        data = {"schema": f"kansrijk/{self.name}/1", **self.model_dump(mode="json")}
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def published(cls) -> dict[str, object]:
        """The JSON Schema of what `as_json` prints."""
        schema = cls.model_json_schema(mode="serialization")
        named = {"schema": {"const": f"kansrijk/{cls.name}/1"}}
        schema["properties"] = {**named, **schema["properties"]}
        schema["required"] = ["schema", *schema["required"]]
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
