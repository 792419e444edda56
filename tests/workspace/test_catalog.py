"""The catalogue of a workspace together with the one that comes with the program."""

from datetime import date
from pathlib import Path

import pytest

from kansrijk_cli.compute.coverage.matrix import all_interventions
from kansrijk_cli.model.catalog import CatalogInterventions, Indicators
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.programmes import Programmes
from kansrijk_cli.rules.run import run_rules
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.workspace.load import load
from kansrijk_cli.workspace.workspace import Workspace
from tests.workspaces import BASE, Files, lay, load_over

OWN_CATALOG = {path.relative_to(BASE).as_posix(): None for path in (BASE / "catalog").iterdir()}


@pytest.fixture
def defaults(tmp_path: Path) -> Path:
    return lay(
        tmp_path / "defaults",
        {
            "catalog/interventions.yaml": (
                "interventions:\n"
                "  - {id: giz, name: GIZ landelijk, kind: instrument}\n"
                "  - {id: boekstart, name: BoekStart, kind: intervention}\n"
            ),
            "catalog/municipalities.yaml": (
                "municipalities:\n"
                "  - {code: GM0228, name: Ede, province: Gelderland, until: 1999-12-31}\n"
                "  - {code: GM0363, name: Amsterdam, province: Noord-Holland}\n"
            ),
            "regions/elders/region.yaml": "name: Elders\nkinds: [GGD]\nmunicipalities: [Ede]\n",
        },
    )


def loaded(tmp_path: Path, files: Files, defaults: Path) -> Workspace:
    outcome = load_over(tmp_path / "data", files, defaults)
    assert outcome.diagnostics == ()
    return outcome.value.workspace


def test_without_its_own_catalogue_a_workspace_has_the_default_one(
    tmp_path: Path, defaults: Path
) -> None:
    workspace = loaded(tmp_path, OWN_CATALOG, defaults)
    assert workspace.register.names == ("Amsterdam", "Ede")
    region = workspace.regions["voorbeeld"]
    assert list(all_interventions(workspace, region)) == ["giz", "boekstart"]


def test_entries_are_merged_by_id_and_its_own_win(tmp_path: Path, defaults: Path) -> None:
    workspace = loaded(tmp_path, {}, defaults)
    assert "Amsterdam" in workspace.register.names
    ede = workspace.register.find("Ede")
    assert len(ede) == 1
    assert workspace.register.existed(ede[0], date(2025, 1, 1))
    known = all_interventions(workspace, workspace.regions["voorbeeld"])
    assert known["giz"].name == "GIZ-methodiek"
    assert known["boekstart"].name == "BoekStart"
    assert known["voorzorg"].name == "VoorZorg"


def test_a_region_overrules_the_catalogue(tmp_path: Path, defaults: Path) -> None:
    own = "interventions:\n  - {id: giz, name: GIZ van ons, kind: process}\n"
    workspace = loaded(tmp_path, {"regions/voorbeeld/interventions.yaml": own}, defaults)
    assert all_interventions(workspace, workspace.regions["voorbeeld"])["giz"].name == "GIZ van ons"


def test_only_the_catalogue_of_the_defaults_is_read(tmp_path: Path, defaults: Path) -> None:
    outcome = load_over(tmp_path / "data", {}, defaults)
    assert list(outcome.value.workspace.regions) == ["voorbeeld"]
    assert sorted(outcome.value.texts) == sorted(
        path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yaml")
    )


def test_names_of_both_may_be_used(tmp_path: Path, defaults: Path) -> None:
    files = {
        "regions/voorbeeld/interventions.yaml": (
            "source: werkagenda\ndeployments:\n  Ede: {boekstart: active, voorzorg: active}\n"
        )
    }
    workspace = loaded(tmp_path, files, defaults)
    assert run_rules(workspace).diagnostics == ()


def test_mistakes_in_the_defaults_are_not_the_users(tmp_path: Path, defaults: Path) -> None:
    (defaults / "catalog/norms.yaml").write_text("norms: [\n")
    outcome = load_over(tmp_path / "data", {}, defaults)
    assert outcome.diagnostics == ()
    assert outcome.value.workspace.catalog_broken == frozenset()


def test_the_data_folder_is_not_also_its_own_default(tmp_path: Path) -> None:
    data = lay(tmp_path / "data", {})
    (tmp_path / "anders").symlink_to("data")
    workspace = load(Folder(data), Folder(tmp_path / "anders")).value.workspace
    for kind in (CatalogInterventions, Indicators, Municipalities, Programmes):
        assert len(workspace.catalog_entries(kind)) == 1


def test_the_default_does_not_hide_that_its_own_file_is_broken(
    tmp_path: Path, defaults: Path
) -> None:
    files = {"catalog/municipalities.yaml": "municipalities: [\n"}
    workspace = load_over(tmp_path / "data", files, defaults).value.workspace
    assert workspace.catalog_broken == {Municipalities}
