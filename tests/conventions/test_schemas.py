"""The published JSON Schemas, and the editor that uses them."""

import json
from fnmatch import fnmatch
from typing import Any

import pytest
from jsonschema.validators import validator_for

from kansrijk_cli.cli.app import run
from kansrijk_cli.model.registry import file_kinds, kind_of
from kansrijk_cli.output.schemas import schemas
from kansrijk_cli.source.tree import parse
from tests.workspaces import BASE, ROOT

PUBLISHED = ROOT / "data/schemas"
SUFFIX = ".schema.json"
SCHEMAS = schemas()
OF_DATA = {kind.name: kind for kind in file_kinds()}
FOLDERS = (
    BASE,
    ROOT / "data",
    ROOT / "src/kansrijk_cli/example",
    ROOT / "tests/cases/all-fields/input",
)
FILES = {
    path.relative_to(ROOT).as_posix(): path.relative_to(folder).as_posix()
    for folder in FOLDERS
    for path in sorted(folder.rglob("*.yaml"))
}


def validator(name: str) -> Any:
    schema = json.loads(SCHEMAS[name])
    return validator_for(schema)(schema)


def test_the_published_schemas_are_those_of_the_models() -> None:
    published = {
        path.relative_to(PUBLISHED).as_posix().removesuffix(SUFFIX): path.read_text("utf-8")
        for path in PUBLISHED.rglob(f"*{SUFFIX}")
    }
    assert sorted(published) == sorted(SCHEMAS)
    assert [name for name, text in SCHEMAS.items() if published[name] != text] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_json_schema(name: str) -> None:
    schema = json.loads(SCHEMAS[name])
    validator_for(schema).check_schema(schema)


@pytest.mark.parametrize("name", ["plan", "output/validate"])
def test_a_schema_is_what_the_command_shows(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", name]) == 0
    assert capsys.readouterr().out == SCHEMAS[name]


@pytest.mark.parametrize("path", FILES)
def test_an_editor_accepts_what_the_program_accepts(path: str) -> None:
    kind = kind_of(FILES[path])
    assert kind is not None
    data = parse((ROOT / path).read_text("utf-8"), path).value
    errors = list(validator(kind.name).iter_errors(data))
    assert [(list(error.path), error.message) for error in errors] == []


@pytest.mark.parametrize("name", OF_DATA)
def test_an_editor_refuses_a_field_that_does_not_exist(name: str) -> None:
    assert not validator(name).is_valid({"colour": "red"})


def test_every_field_and_mapping_explains_itself_to_an_editor() -> None:
    for name in OF_DATA:
        schema = json.loads(SCHEMAS[name])
        assert schema["description"], name
        for key, field in schema["properties"].items():
            kept = field.get("$ref", "").rpartition("/")[2]
            assert field.get("title") or schema["$defs"][kept]["title"], f"{name}: {key}"


def editor() -> dict[str, str]:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    found: dict[str, str] = settings["yaml.schemas"]
    return found


def test_the_editor_ties_every_schema_to_its_files() -> None:
    def files(pattern: str) -> str:
        return "data/" + pattern.replace("{region}", "*").replace("{year}", "*")

    assert editor() == {
        f"./data/schemas/{name}{SUFFIX}": files(kind.model.path) for name, kind in OF_DATA.items()
    }


def test_every_data_file_has_one_schema_in_the_editor() -> None:
    for path in FILES:
        if path.startswith("data/"):
            steps = path.split("/")
            tied = [
                schema
                for schema, pattern in editor().items()
                if len(pattern.split("/")) == len(steps) and fnmatch(path, pattern)
            ]
            assert len(tied) == 1, path
            assert (ROOT / tied[0]).is_file()
