"""A new data folder: the worked example, the schemas and the editor settings that tie them."""

import json
from collections.abc import Iterator
from pathlib import Path

from kansrijk_cli.model.registry import file_kinds
from kansrijk_cli.output.schemas import schemas

EXAMPLE = Path(__file__).parents[1] / "example"


def start_folder(folder: Path) -> Iterator[Path]:
    """Write everything and tell of each file of the data. Raises OSError."""
    for source in sorted(EXAMPLE.rglob("*.yaml")):
        target = folder / "data" / source.relative_to(EXAMPLE)
        _write(target, source.read_text("utf-8"))
        yield target
    for name, schema in schemas().items():
        _write(folder / "data" / "schemas" / f"{name}.schema.json", schema)
    for name, content in (
        ("settings.json", {"yaml.hoverSchemaSource": False, "yaml.schemas": editor_schemas()}),
        ("extensions.json", {"recommendations": ["redhat.vscode-yaml"]}),
    ):
        path = folder / ".vscode" / name
        if not path.exists():
            _write(path, json.dumps(content, indent=2) + "\n")


def editor_schemas() -> dict[str, str]:
    """Which schema explains which files, for the YAML extension of an editor."""
    return {
        f"./data/schemas/{kind.name}.schema.json": "data/"
        + kind.model.path.replace("{region}", "*").replace("{year}", "*")
        for kind in file_kinds()
    }


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
