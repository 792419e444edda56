"""From a data folder to a workspace: bad input gives diagnostics, and never raises."""

import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk_cli.core.diagnostic import Value
from kansrijk_cli.core.place import Route
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.region import Region
from kansrijk_cli.output.located import Sources, locate
from kansrijk_cli.rules.registry import pages
from kansrijk_cli.source.tree import Data, parse
from tests.source.data import DATA, routes
from tests.workspaces import BASE, ROOT, Checked, check_folder, check_over, load_over

FOLDERS = {"base": BASE, "all-fields": ROOT / "tests/cases/all-fields/input"}
READ: dict[tuple[str, str], Data] = {
    (name, path.relative_to(folder).as_posix()): parse(path.read_text("utf-8"), path.name).value
    for name, folder in FOLDERS.items()
    for path in sorted(folder.rglob("*.yaml"))
}
# What means something somewhere, and so goes wrong further on than any other value.
WORDS = (
    "Ede Bergen Voorbeeld Nederland Gelderland ggd giz voorzorg werkagenda totaal begroting iza "
    "active unknown nvt suppressed PM coverage year inhabitants per-municipality growth sum "
    "2025-02-28 2024 Q4 0363 25.000 25,5 -1 from until 9999 0000 10000-01-01"
).split()
VALUES = st.one_of(
    DATA,
    st.sampled_from([*WORDS, "from 2025", "Q4 - Q1", "2026 - Q1", "2025 + Q1", "9" * 5000 + ".5"]),
    st.integers(-2, 3),
    st.sampled_from([10**17, 0.001, -0.5, 1e15]),
)


def changed(data: Data, route: Route, value: Data) -> Data:
    """Plain data with another value at a route."""
    data = deepcopy(data)
    here: Any = data
    for step in route[:-1]:
        here = here[step]
    here[route[-1]] = value
    return data


def said(folder: Path, checked: Checked) -> Iterator[str]:
    """Everything that a reader sees of it."""
    for found in locate(checked.diagnostics, pages(), Sources(folder, checked.texts, folder)):
        yield found.message.text
        yield from found.message.advice


@settings(max_examples=50)
@given(st.sampled_from(sorted(READ)), st.data())
def test_no_value_anywhere_makes_reading_or_checking_raise(
    where: tuple[str, str], data: st.DataObject
) -> None:
    name, file = where
    spots = [route for route, _ in routes(READ[where]) if route]
    route, value = data.draw(st.sampled_from(spots)), data.draw(VALUES)
    with TemporaryDirectory() as folder:
        shutil.copytree(FOLDERS[name], folder, dirs_exist_ok=True)
        text = yaml.safe_dump(changed(READ[where], route, value), allow_unicode=True)
        Path(folder, file).write_text(text, encoding="utf-8")
        assert "" not in list(said(Path(folder), check_folder(Path(folder))))


@pytest.mark.parametrize("kind", ["", "[]", "{}", "[body]"])
def test_a_fixed_word_that_is_not_even_a_word_is_told_in_words(kind: str, tmp_path: Path) -> None:
    files = {
        "regions/voorbeeld/parties.yaml": (
            "parties:\n  - id: ggd\n    name: G\n" + f"    kind: {kind}".rstrip() + "\n"
        )
    }
    checked = check_over(tmp_path, files)
    assert checked.codes == ["KR023"]
    assert "" not in list(said(tmp_path, checked))


def test_the_base_is_valid(tmp_path: Path) -> None:
    checked = check_over(tmp_path, {})
    assert (checked.codes, checked.skipped) == ([], ())
    region = checked.workspace.regions["voorbeeld"]
    assert (region.id, region.name, list(region.years)) == ("voorbeeld", "Voorbeeld", [2025])
    assert region.municipalities == ("Ede", "Rhenen", "Veenendaal")


def test_what_is_broken_is_known_and_the_rest_is_there(tmp_path: Path) -> None:
    outcome = load_over(
        tmp_path,
        {
            "regions/voorbeeld/parties.yaml": "parties: [\n",
            "regions/voorbeeld/coalitions.yaml": "coalitions: geen\n",
            "regions/voorbeeld/region.yaml": None,
            "regions/voorbeeld/2025/plan.yaml": b"\xff",
        },
    )
    region = outcome.value.workspace.regions["voorbeeld"]
    assert region.files.broken == {Parties, Coalitions, Region}
    assert region.broken() == {Parties, Coalitions, Region, Plan}
    assert region.years[2025].files.broken == {Plan}
    assert region.files.content(Parties) is None
    assert (region.name, region.municipalities) == ("voorbeeld", ())
    assert [d.code for d in outcome.diagnostics] == ["KR002", "KR022", "KR003", "KR014"]


@pytest.mark.parametrize(
    ("file", "params"),
    [
        ("regions/voorbeeld/Parties.yaml", {"taken": "regions/voorbeeld/parties.yaml"}),
        ("regions/voorbeeld/Style.yaml", {"meant": "style.yaml"}),
        ("regions/voorbeeld/agreements.yml", {"meant": "agreements.yaml"}),
        ("regions/voorbeeld/2025/budget.yaml", {"taken": "regions/voorbeeld/2025/budgets.yaml"}),
        ("catalog/key.yaml", {"meant": "keys.yaml"}),
        ("plan.yaml", {"of_year": "regions/voorbeeld/2025"}),
        ("style.yml", {"meant": "style.yaml", "of_region": "regions/voorbeeld"}),
        (
            "regions/voorbeeld/budget.yaml",
            {"meant": "budgets.yaml", "of_year": "regions/voorbeeld/2025"},
        ),
        ("catalog/styles.yaml", {"meant": "style.yaml", "of_region": "regions/voorbeeld"}),
        ("regions/voorbeeld/2025/style.yaml", {"folder": "regions/voorbeeld"}),
        ("regions/voorbeeld/2025/region.yaml", {"taken": "regions/voorbeeld/region.yaml"}),
        ("catalog/x/keys.yaml", {"folder": "catalog"}),
        ("catalog/kansrijk.yaml", {"taken": "kansrijk.yaml"}),
        ("los.yaml", {"possible": ("kansrijk.yaml",)}),
        (
            "regions/voorbeeld/2025/los.yaml",
            {"possible": ("budgets.yaml", "plan.yaml", "results.yaml")},
        ),
        ("regions/los.yaml", {}),
    ],
)
def test_a_file_that_is_not_in_its_place_is_told(
    file: str, params: dict[str, Value], tmp_path: Path
) -> None:
    found = load_over(tmp_path, {file: "a: 1\n"}).diagnostics
    name = file.rpartition("/")[2]
    assert [(d.code, d.place.file, d.params) for d in found] == [
        ("KR013", file, {"name": name} | params)
    ]


OTHER = "name: Ander\nkinds: [IZA]\nmunicipalities: [Ede]\n"


def test_of_several_folders_one_is_an_example(tmp_path: Path) -> None:
    plan = (BASE / "regions/voorbeeld/2025/plan.yaml").read_text("utf-8")
    files = {"regions/voorbeeld/2026/plan.yaml": plan, "regions/voorbeeld/result.yaml": "a: 1\n"}
    [one] = load_over(tmp_path / "a", files).diagnostics
    assert one.params["of_year"] == "regions/voorbeeld/2026"
    [two] = load_over(
        tmp_path / "b", {"regions/ander/region.yaml": OTHER, "style.yaml": "a: 1\n"}
    ).diagnostics
    assert two.params["of_region"] == "regions/voorbeeld"


def test_what_a_misnamed_file_would_hold_is_not_called_missing(tmp_path: Path) -> None:
    plan = (BASE / "regions/voorbeeld/2025/plan.yaml").read_text("utf-8")
    for name in ("2025/plna.yaml", "plan.yml"):
        files = {
            "regions/voorbeeld/2025/plan.yaml": None,
            f"regions/voorbeeld/{name}": plan,
        }
        checked = check_over(tmp_path / name.partition("/")[0], files)
        assert checked.codes == ["KR013"]
        assert checked.workspace.regions["voorbeeld"].broken() == {Plan}


@pytest.mark.parametrize("name", ["2025-2026", "2025_oud", "20252026", "2025 concept"])
def test_a_folder_that_is_nearly_a_year_is_told_once(name: str, tmp_path: Path) -> None:
    files = {f"regions/voorbeeld/{name}/{file}.yaml": "x: [\n" for file in ("plan", "results")}
    found = load_over(tmp_path, files).diagnostics
    assert [(d.code, d.place.file, d.params) for d in found] == [
        ("KR013", f"regions/voorbeeld/{name}", {"year_folder": name, "year": "2025"})
    ]


def test_another_folder_may_be_in_a_region(tmp_path: Path) -> None:
    assert load_over(tmp_path, {"regions/voorbeeld/bronnen/plan.txt": "x"}).diagnostics == ()


@pytest.mark.parametrize("name", ["Gelderse Vallei", "Vallei", "vallei_2", "-vallei", "válley"])
def test_a_folder_that_cannot_be_an_id_is_told_once(name: str, tmp_path: Path) -> None:
    files = {f"regions/{name}/region.yaml": "x: [\n", f"regions/{name}/2025/plan.yaml": "x"}
    found = load_over(tmp_path, files).diagnostics
    assert [(d.code, d.params["name"]) for d in found] == [("KR012", name)]


@pytest.mark.parametrize("name", ["2", "gelderse-vallei", "regio-2"])
def test_a_folder_that_can_be_an_id(name: str, tmp_path: Path) -> None:
    region = "name: Vallei\nkinds: [IZA]\nmunicipalities: [Ede]\n"
    outcome = load_over(tmp_path, {f"regions/{name}/region.yaml": region})
    assert outcome.diagnostics == ()
    assert name in outcome.value.workspace.regions
