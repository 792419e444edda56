"""Walking a file: every value that is set, once, with its place."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from copy import deepcopy
from typing import Any, TypeAlias

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from kansrijk_cli.core.place import Part, Place, Route
from kansrijk_cli.model.base import File
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.moments import FOLDER_YEAR
from kansrijk_cli.model.registry import kind_of
from kansrijk_cli.source.tree import Data, parse
from kansrijk_cli.workspace.walk import walk
from tests.source.data import routes
from tests.workspaces import BASE, ROOT

Steps: TypeAlias = tuple[str, ...]

HOLDERS = (BaseModel, tuple, Mapping)
FOLDERS = (BASE, ROOT / "tests/cases/all-fields/input", ROOT / "data")
FILES = {
    path.relative_to(ROOT).as_posix(): path.relative_to(folder).as_posix()
    for folder in FOLDERS
    for path in sorted(folder.rglob("*.yaml"))
}
READ = {path: parse((ROOT / path).read_text("utf-8"), path).value for path in FILES}


def content(path: str, data: Data) -> File:
    kind = kind_of(FILES[path])
    assert kind is not None
    context = {FOLDER_YEAR: kind.year_of(FILES[path])}
    return kind.model.model_validate(data, context=context)


def visited(path: str, data: Data, there: Container[Steps]) -> Iterator[Steps]:
    """The routes of the leaves that are walked, as they stand in the file."""
    for visit in walk(content(path, data), Place(path)):
        if visit.place.part is Part.VALUE and not isinstance(visit.value, HOLDERS):
            route = as_text(visit.place.route)
            # A short form, such as `giz: active`, stands for a field that is not in the file.
            yield route if route in there else route[:-1]


def leaves(data: Data) -> Iterator[Steps]:
    """The routes of the leaves of plain data; an empty value is no value."""
    for route, value in routes(data):
        if value is not None and not isinstance(value, dict | list):
            yield as_text(route)


def as_text(route: Route) -> Steps:
    """A route whose steps are texts: a year is a text in the file and a number in the model."""
    return tuple(map(str, route))


def is_walked_once(path: str, data: Data) -> bool:
    there = Counter(leaves(data))
    return Counter(visited(path, data, there)) == there


@pytest.mark.parametrize("path", FILES)
def test_every_value_of_our_files_is_visited_once(path: str) -> None:
    assert is_walked_once(path, READ[path])


@given(st.sampled_from(sorted(FILES)), st.data())
def test_what_is_not_in_a_file_is_not_visited(path: str, data: st.DataObject) -> None:
    parts = [route for route, _ in routes(READ[path]) if route]
    less = without(READ[path], data.draw(st.sampled_from(parts)))
    try:
        assert is_walked_once(path, less)
    except ValidationError:
        reject()


def without(data: Data, route: Route) -> Data:
    """Plain data without what stands at a route."""
    data = deepcopy(data)
    here: Any = data
    for step in route[:-1]:
        here = here[step]
    del here[route[-1]]
    return data


def visits(model: type[File], text: str) -> list[tuple[str, Part, str | None]]:
    read = model.model_validate(parse(text, "x.yaml").value)
    return [(v.place.path, v.place.part, v.refers_to) for v in walk(read, Place("x.yaml"))]


def test_a_visit_says_what_a_value_refers_to() -> None:
    text = "source: a/b\ndeployments: {Ede: {giz: {status: active, owners: [ggd]}}}\n"
    ede = "deployments.Ede"
    assert visits(Interventions, text) == [
        ("", Part.VALUE, None),
        ("source", Part.VALUE, "source"),
        ("deployments", Part.VALUE, None),
        (ede, Part.KEY, "place"),
        (ede, Part.VALUE, None),
        (f"{ede}.giz", Part.KEY, "intervention"),
        (f"{ede}.giz", Part.VALUE, None),
        (f"{ede}.giz.status", Part.VALUE, None),
        (f"{ede}.giz.owners", Part.VALUE, None),
        (f"{ede}.giz.owners[0]", Part.VALUE, "owner"),
    ]


def test_items_of_a_list_are_visited_in_order() -> None:
    text = (
        "coalitions: [{id: a, name: A, level: local, municipalities: [Ede, Rhenen], status: none}]"
    )
    assert [v for v in visits(Coalitions, text) if v[2]] == [
        ("coalitions[0].municipalities[0]", Part.VALUE, "municipality"),
        ("coalitions[0].municipalities[1]", Part.VALUE, "municipality"),
    ]
