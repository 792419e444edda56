"""The JSON Schemas: of every kind of data file, and of what commands print as JSON."""

import json
from importlib import import_module
from pkgutil import iter_modules

from kansrijk_cli.model.registry import FileKind, file_kinds
from kansrijk_cli.output import shapes
from kansrijk_cli.output.shapes.base import Shape

DIALECT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, str]:
    """Every schema as text by its name; those of commands are under `output/`."""
    found = {kind.name: _data_schema(kind) for kind in file_kinds()}
    for module in iter_modules(shapes.__path__):
        import_module(f"{shapes.__name__}.{module.name}")
    for shape in sorted(Shape.__subclasses__(), key=lambda shape: shape.name):
        found[f"output/{shape.name}"] = _text(shape.published())
    return found


def _data_schema(kind: FileKind) -> str:
    schema = kind.model.model_json_schema()
    return _text({"$schema": DIALECT, **_lean(schema)})


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


def _text(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=False) + "\n"
