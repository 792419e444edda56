"""Which data is meant: the option, else the variable, else the nearest `data/` upward."""

from pathlib import Path

import pytest

from tests.cli.running import kansrijk, spawn
from tests.workspaces import BASE, ROOT, lay

BAD = {"regions/voorbeeld/parties.yaml": "partijen: []\n"}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A data folder with a mistake, to be told apart from the good one."""
    return lay(tmp_path / "fout", BAD)


class TestWhere:
    def test_the_nearest_data_folder_upward(
        self, work: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        deep = work / "een" / "twee"
        deep.mkdir(parents=True)
        for folder in (work, deep, work / "data", work / "data" / "regions" / "voorbeeld"):
            monkeypatch.chdir(folder)
            assert kansrijk("validate").code == 0

    def test_the_option(self, work: Path, broken: Path) -> None:
        assert kansrijk("--data", broken, "validate").code == 1
        assert kansrijk("--data", work / "data", "validate").code == 0

    def test_the_variable(self, work: Path, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assert work.is_dir()
        monkeypatch.setenv("KANSRIJK_DATA", str(broken))
        assert kansrijk("validate").code == 1

    def test_the_option_goes_before_the_variable(
        self, work: Path, broken: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("KANSRIJK_DATA", str(broken))
        assert kansrijk("--data", work / "data", "validate").code == 0

    def test_an_empty_variable_is_none(self, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assert work.is_dir()
        monkeypatch.setenv("KANSRIJK_DATA", "")
        assert kansrijk("validate").code == 0

    def test_a_variable_that_leads_nowhere_is_told(
        self, work: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert work.is_dir()
        monkeypatch.setenv("KANSRIJK_DATA", "nergens")
        result = kansrijk("validate")
        assert result.code == 2
        assert "`nergens`" in result.err

    @pytest.mark.parametrize(
        ("given", "right"),
        [
            ("data/regions", "data"),
            ("data/regions/voorbeeld/2025", "data"),
            ("data/../data/catalog", "data"),
            (".", "data"),
        ],
    )
    @pytest.mark.parametrize("by_variable", [False, True])
    def test_a_folder_beside_the_right_one_is_told(
        self,
        work: Path,
        given: str,
        right: str,
        by_variable: bool,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        assert work.is_dir()
        if by_variable:
            monkeypatch.setenv("KANSRIJK_DATA", given)
        result = kansrijk(*(() if by_variable else ("--data", given)), "validate")
        assert (result.code, result.out) == (2, "")
        assert result.err == (
            f"In de map `{Path(given)}` staat geen kansrijk.yaml. Bedoelt u de map `{right}`?\n"
        )

    def test_without_settings_anywhere_the_folder_is_checked(self, work: Path) -> None:
        (work / "data" / "kansrijk.yaml").unlink()
        said = kansrijk("--data", "data", "validate").out
        assert "KR014" in said
        assert "met deze regel erin: `version: 1`." in said
        assert "haal de map" not in said
        lay(work / "data", {"regions/voorbeeld/2025/plan.yaml": None})
        assert "haal de map `regions/voorbeeld/2025` weg" in kansrijk("validate").out

    def test_one_command_leaves_nothing_behind_for_the_next(self, work: Path, broken: Path) -> None:
        assert work.is_dir()
        assert kansrijk("--data", broken, "validate").code == 1
        assert kansrijk("validate").code == 0


class TestBroken:
    @pytest.mark.parametrize(
        "words",
        [
            ("coverage", "voorbeeld"),
            ("targets", "voorbeeld", "2025"),
            ("budget", "voorbeeld", "2025"),
            ("report", "voorbeeld", "2025", "--output", "-"),
            ("report", "--all"),
        ],
    )
    @pytest.mark.parametrize(
        ("file", "text"),
        [
            ("regions/voorbeeld/parties.yaml", "partijen: []\n"),
            ("regions/voorbeeld/region.yaml", "name: [\n"),
            ("regions/voorbeeld/2025/plan.yaml", None),
            ("catalog/municipalities.yaml", "municipalities: 5\n"),
        ],
    )
    def test_a_region_with_broken_files_points_to_validate(
        self, work: Path, words: tuple[str, ...], file: str, text: str | None
    ) -> None:
        lay(work / "data", {file: text})
        result = kansrijk(*words)
        assert (result.code, result.out) == (1, "")
        assert "kansrijk validate" in result.err
        assert "voorbeeld" in result.err
        assert not (work / "build").exists()

    def test_another_region_can_still_be_used(self, work: Path) -> None:
        base = BASE / "regions" / "voorbeeld" / "region.yaml"
        other = base.read_text("utf-8").replace("name: Voorbeeld", "name: Ander")
        lay(work / "data", {"regions/ander/region.yaml": other, **BAD})
        assert kansrijk("coverage", "ander").code == 0
        assert kansrijk("coverage", "voorbeeld").code == 1

    def test_all_documents_that_can_be_made_are_made(self, work: Path) -> None:
        folder = BASE / "regions" / "voorbeeld"
        files = {
            f"regions/ander/{path.relative_to(folder).as_posix()}": path.read_text("utf-8")
            for path in folder.rglob("*.yaml")
        }
        files["regions/ander/region.yaml"] = files["regions/ander/region.yaml"].replace(
            "name: Voorbeeld", "name: Ander"
        )
        lay(work / "data", files | BAD)
        result = kansrijk("report", "--all")
        assert (result.code, result.out) == (1, "")
        assert [path.name for path in (work / "build").glob("*.*")] == ["ander-2025-werkagenda.md"]
        assert "kansrijk validate" in result.err


def test_the_catalogue_of_the_program_serves_a_folder_without_one(tmp_path: Path) -> None:
    data = lay(tmp_path / "data", {})
    for path in sorted((data / "catalog").iterdir()):
        path.unlink()
    result = kansrijk("--data", data, "coverage", "voorbeeld", "--format", "csv")
    assert result.code == 0
    assert "GIZ-methodiek;2;" in result.out


def test_python_m_is_the_program() -> None:
    result = spawn("coverage", "gelderse-vallei", "--format", "csv", cwd=ROOT / "data" / "catalog")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Interventie;actief;")
