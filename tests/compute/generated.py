"""Workspaces of random content: every field of every model, with few words so that they meet."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File
from kansrijk_cli.model.period import Period, parse_period
from kansrijk_cli.model.registry import file_kinds
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import Files, RegionFolder, Workspace, YearFolder

# One of them is an alias of another, and two only differ by case.
WORDS = ("ede", "Ede", "giz", "roken", "a", "b", "c", "Nuenen", "Nuenen, Gerwen en Nederwetten")
PERIODS = ("2025", "Q1", "Q2", "Q1 - Q3", "Q1 + Q4", "from 2025", "until 2024", "2025-03-01")
REGIONS, YEARS = ("noord", "zuid"), (2024, 2025)

SCALARS: Mapping[type, st.SearchStrategy[Any]] = {
    str: st.sampled_from(WORDS),
    bool: st.booleans(),
    int: st.integers(1, 20),
    Decimal: st.sampled_from([Decimal(n) for n in ("0", "0.5", "2", "2.0", "8", "25", "1000")]),
    date: st.sampled_from([date(2024, 1, 1), date(2025, 6, 30)]),
    Period: st.sampled_from(PERIODS).map(parse_period),
}


def of(annotation: Any) -> st.SearchStrategy[Any]:
    """Any value of an annotation of the models."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return of(arguments[0])
    if origin in (Union, UnionType):
        return st.one_of(*map(of, arguments))
    if origin is Literal:
        return st.sampled_from(arguments)
    return _group(origin, arguments) if origin else _single(annotation)


def _group(origin: Any, arguments: Any) -> st.SearchStrategy[Any]:
    if issubclass(origin, tuple):
        return st.lists(of(arguments[0]), max_size=3).map(tuple)
    return st.dictionaries(of(arguments[0]), of(arguments[1]), max_size=2)


def _single(annotation: Any) -> st.SearchStrategy[Any]:
    if annotation is NoneType:
        return st.none()
    return models(annotation) if issubclass(annotation, BaseModel) else SCALARS[annotation]


@cache
def models(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    """A model with some of its fields; whether they go together does not matter here."""

    def some() -> st.SearchStrategy[Any]:
        fields = model.model_fields.items()
        asked = {name: of(field.annotation) for name, field in fields if field.is_required()}
        # A field that is not there is as likely as all its values together.
        rest = {name: of(field.annotation) for name, field in fields if not field.is_required()}
        return st.fixed_dictionaries(asked, optional=rest).map(
            lambda values: model.model_construct(**values)
        )

    return st.deferred(some)


def _files(under: str) -> st.SearchStrategy[dict[type[File], File]]:
    kinds = [kind.model for kind in file_kinds() if kind.model.path.rpartition("/")[0] == under]
    return st.fixed_dictionaries({}, optional={kind: models(kind) for kind in kinds})


@st.composite
def workspaces(draw: st.DrawFn, base: Workspace) -> Workspace:
    """The base with other regions: two names of folders, and two years."""
    regions = {}
    for id_ in draw(st.sets(st.sampled_from(REGIONS))):
        years = {}
        for year in draw(st.sets(st.sampled_from(YEARS), max_size=1)):
            path = f"regions/{id_}/{year}"
            years[year] = YearFolder(id_, year, _entries(path, draw(_files(YEAR_FOLDER))))
        files = _entries(f"regions/{id_}", draw(_files(REGION_FOLDER)))
        regions[id_] = RegionFolder(id_, files, years)
    return replace(base, regions=regions)


REGION_FOLDER, YEAR_FOLDER = "regions/{region}", "regions/{region}/{year}"


def _entries(folder: str, contents: Mapping[type[File], File]) -> Files:
    return Files(
        {
            kind: Entry(Place(f"{folder}/{kind.path.rpartition('/')[2]}"), content)
            for kind, content in contents.items()
        }
    )
