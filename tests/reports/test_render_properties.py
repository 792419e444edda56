"""Whatever a plan says, if it can be read there is a document, and every table can be computed."""

from collections.abc import Mapping
from functools import cache

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk_cli.compute.budget.tables import budget_tables
from kansrijk_cli.compute.coverage.matrix import coverage
from kansrijk_cli.compute.dates import year_end
from kansrijk_cli.compute.targets.states import target_states
from kansrijk_cli.core.place import Route
from kansrijk_cli.source.folder import Folder, Snapshot
from kansrijk_cli.source.tree import Data, parse
from kansrijk_cli.workspace.load import load
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder
from tests.reports.rendering import document_of, layouts
from tests.source.data import routes
from tests.workspace.test_load import FOLDERS, VALUES, changed

Spot = tuple[str, str, Route]


@cache
def contents(name: str) -> Mapping[str, bytes]:
    folder = Folder(FOLDERS[name])
    return {file: folder.read(file) for file in folder.files()}


@cache
def data(name: str, file: str) -> Data:
    return parse(contents(name)[file].decode(), file).value


@cache
def spots() -> list[Spot]:
    """Every place of every file."""
    return [
        (name, file, route)
        for name in FOLDERS
        for file in contents(name)
        for route, _ in routes(data(name, file))
        if route
    ]


def compute(workspace: Workspace, region: RegionFolder, year: YearFolder) -> None:
    """Every table of `coverage`, `targets` and `budget`."""
    matrix = coverage(workspace, region, year_end(year.year))
    counted = {counts["of"] for counts in matrix.by_intervention.values()}
    assert counted <= {len(matrix.municipalities)}
    for table in budget_tables(workspace, region, year):
        assert {total.column for total in table.totals} <= set(table.columns)
    for state in target_states(workspace, region, year):
        assert set(state.missing) <= {*matrix.municipalities, *state.required.municipalities}


@pytest.mark.long
@settings(max_examples=60)
@given(st.deferred(lambda: st.sampled_from(spots())), VALUES, st.sampled_from(layouts()))
def test_one_other_value_still_gives_a_document(spot: Spot, value: Data, kind: str) -> None:
    name, file, route = spot
    text = yaml.safe_dump(changed(data(name, file), route, value), allow_unicode=True)
    files = {**contents(name), file: text.encode(errors="replace")}
    workspace = load(Snapshot(FOLDERS[name], files)).value.workspace
    for region, year in workspace.years():
        # As for every command that computes: one broken file is enough to stop.
        if not workspace.catalog_broken and not region.broken():
            compute(workspace, region, year)
            assert document_of(workspace, kind, region=region.id, year=year.year).startswith("# ")
