"""The JSON Schemas: of every kind of data file, and of what commands print as JSON."""

import json
from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import DictSchema

from kansrijk_cli.model.registry import FileKind, file_kinds
from kansrijk_cli.output import shapes
from kansrijk_cli.output.dutch import listing
from kansrijk_cli.output.shapes.base import Shape
from kansrijk_cli.output.words import in_dutch

DIALECT = "http://json-schema.org/draft-07/schema#"

# What stands under these keys of a schema are names, each with a schema.
_NAMED = ("properties", "$defs")


def schemas() -> dict[str, str]:
    """Every schema as text by its name; those of commands are under `output/`."""
    found = {kind.name: _data_schema(kind) for kind in file_kinds()}
    for module in iter_modules(shapes.__path__):
        import_module(f"{shapes.__name__}.{module.name}")
    for shape in sorted(Shape.__subclasses__(), key=lambda shape: shape.name):
        found[f"output/{shape.name}"] = _text(shape.published())
    return found


class _Generator(GenerateJsonSchema):
    """As pydantic does it, but what a key must look like stands with the names of the keys.

    Editors then offer the values too, and a key that does not fit may not hold anything at all.
    """

    def dict_schema(self, schema: DictSchema) -> JsonSchemaValue:
        found = super().dict_schema(schema)
        keys = found.setdefault("propertyNames", {})
        if schema.get("keys_schema", {}).get("type") == "int":
            keys["pattern"] = "^[0-9]+$"
        for pattern, content in found.pop("patternProperties", {}).items():
            keys["pattern"] = pattern
            found["additionalProperties"] = content
        return found


def _data_schema(kind: FileKind) -> str:
    schema = _lean(kind.model.model_json_schema(schema_generator=_Generator))
    definitions = schema.get("$defs")
    _explain(schema, definitions if isinstance(definitions, dict) else {})
    return _text({"$schema": DIALECT, **schema})


def _lean(node: dict[str, object]) -> dict[str, object]:
    """A schema without what only makes hovers and files longer: nulls and defaults."""
    lean: dict[str, object] = {}
    for key, value in node.items():
        if key == "default":
            continue
        lean[key] = _lean_value(value)
    options = lean.get("anyOf")
    if isinstance(options, list):
        kept = [option for option in options if option != {"type": "null"}]
        if len(kept) == 1 and isinstance(kept[0], dict):
            rest = {k: v for k, v in lean.items() if k != "anyOf"}
            return {**kept[0], **rest}
        lean["anyOf"] = kept
    return lean


def _lean_value(value: object) -> object:
    if isinstance(value, dict):
        return _lean(value)
    if isinstance(value, list):
        return [_lean_value(item) for item in value]
    return value


def _explain(node: object, definitions: Mapping[str, object]) -> None:
    """Add, here and below, what the YAML extension of an editor shows and JSON Schema lacks."""
    if isinstance(node, list):
        for item in node:
            _explain(item, definitions)
    if isinstance(node, dict):
        for key, value in node.items():
            # A field may itself be called `items` or `enum`; what is under these keys are names.
            named = key in _NAMED and isinstance(value, dict)
            for inner in value.values() if named else [value]:
                _explain(inner, definitions)
        _explain_one(node, definitions)


def _explain_one(node: dict[str, object], definitions: Mapping[str, object]) -> None:
    words = node.get("enum")
    explained = in_dutch(words) if isinstance(words, list) else []
    if explained:
        node["enumDescriptions"] = explained
    told = node.get("description") or _of_content(node, definitions) or listing(explained, "of")
    if isinstance(told, str) and told:
        node["description"] = told
        if "`" in told:
            # A plain description is shown with its backticks.
            node["markdownDescription"] = told
        if "pattern" in node:
            node["patternErrorMessage"] = told


def _of_content(node: Mapping[str, object], definitions: Mapping[str, object]) -> object:
    """The explanation of what a list or mapping holds, for one that has none itself."""
    content = node.get("items") or node.get("additionalProperties")
    if not isinstance(content, dict):
        return None
    meant = definitions.get(str(content.get("$ref")).rpartition("/")[2], content)
    return meant.get("description") if isinstance(meant, dict) else None


def _text(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=False) + "\n"
