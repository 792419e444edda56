"""`init` and `schema`."""

import json
from pathlib import Path

import pytest

from tests.cli.english import english_in
from tests.cli.running import Result, kansrijk
from tests.workspaces import ROOT


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A folder that `init` made, and what it said."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("begin"))
        result = kansrijk("init", "nieuw/dieper")
        return Path.cwd() / "nieuw" / "dieper", result


class TestInit:
    def test_a_new_folder_is_valid_and_has_a_document(
        self, made: tuple[Path, Result], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder, result = made
        assert (result.code, result.out) == (0, "")
        monkeypatch.chdir(folder)
        checked = kansrijk("validate", "--fail-on", "warning")
        assert checked.code == 0, checked.out
        assert kansrijk("report", "--all").code == 0
        [document, *_] = (folder / "build").iterdir()
        assert document.read_text("utf-8").startswith("# ")

    def test_every_command_works_in_it(
        self, made: tuple[Path, Result], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(made[0])
        plans = list(Path("data").glob("regions/*/*/plan.yaml"))
        assert plans
        for plan in plans:
            region, year = plan.parts[-3], plan.parts[-2]
            for words in (
                ("coverage", region),
                ("coverage", region, "--by", "municipality"),
                ("targets", region, year),
                ("budget", region, year),
                ("report", region, year),
            ):
                result = kansrijk(*words)
                assert result.code == 0, result

    def test_it_tells_what_it_wrote_and_what_to_do(self, made: tuple[Path, Result]) -> None:
        folder, result = made
        *files, last = result.err.rstrip("\n").split("\n")
        written = {
            path.relative_to(folder.parents[1]).as_posix() for path in folder.rglob("*.yaml")
        }
        assert set(files) == written
        assert "nieuw/dieper" in last
        assert "kansrijk validate" in last
        assert english_in(last) == []

    def test_an_editor_finds_the_schemas(self, made: tuple[Path, Result]) -> None:
        folder, _ = made
        settings = json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))
        assert settings["yaml.schemas"]
        for schema in settings["yaml.schemas"]:
            assert json.loads((folder / schema).read_text("utf-8"))["$schema"]

    def test_in_the_current_folder_nobody_is_sent_elsewhere_nor_begins_twice(
        self, here: Path
    ) -> None:
        first = kansrijk("init")
        assert first.code == 0
        assert kansrijk("validate").code == 0
        assert kansrijk("init").code == 2
        assert (here / "data" / "kansrijk.yaml").is_file()
        assert "naar ." not in first.err.rstrip("\n").split("\n")[-1]

    def test_a_folder_with_data_is_left_alone(self, here: Path) -> None:
        (here / "data").mkdir()
        (here / "data" / "eigen.txt").write_text("van mij\n", encoding="utf-8")
        result = kansrijk("init")
        assert (result.code, result.out) == (2, "")
        assert "niets veranderd" in result.err
        assert [path.name for path in here.rglob("*") if path.is_file()] == ["eigen.txt"]

    def test_other_files_are_left_alone(self, here: Path) -> None:
        (here / ".vscode").mkdir()
        settings = here / ".vscode" / "settings.json"
        settings.write_text('{"editor.fontSize": 20}\n', encoding="utf-8")
        kansrijk("init")
        assert "editor.fontSize" in settings.read_text("utf-8")

    def test_a_file_in_the_way_is_told(self, here: Path) -> None:
        (here / "nieuw").write_text("een bestand\n", encoding="utf-8")
        result = kansrijk("init", "nieuw")
        assert (result.code, result.out) == (2, "")
        assert "nieuw" in result.err
        assert english_in(result.err) == []


class TestSchema:
    def test_the_names(self) -> None:
        names = kansrijk("schema").out.split()
        assert {"plan", "region", "catalog-norms", "output/coverage"} <= set(names)

    @pytest.mark.parametrize("name", ["plan", "catalog-norms", "output/targets"])
    def test_one_schema(self, name: str) -> None:
        result = kansrijk("schema", name)
        assert (result.code, result.err) == (0, "")
        stored = (ROOT / "data" / "schemas" / f"{name}.schema.json").read_text("utf-8")
        assert result.out == stored

    def test_check_tells_what_is_old_and_write_mends_it(self, work: Path) -> None:
        folder = work / "data" / "schemas"
        first = kansrijk("schema", "--check")
        assert (first.code, first.out) == (1, "")
        assert "plan.schema.json" in first.err
        assert not folder.exists()
        assert kansrijk("schema", "--write").code == 0
        assert kansrijk("schema", "--check").code == 0
        (folder / "plan.schema.json").write_text("{}\n", encoding="utf-8")
        again = kansrijk("schema", "--check")
        assert again.code == 1
        assert "plan.schema.json" in again.err
        assert "region.schema.json" not in again.err
