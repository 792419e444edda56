"""`validate`: what is checked, how it ends, and in which colours."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from kansrijk_cli.cli.exits import OUR_BUG
from kansrijk_cli.rules import kr301_infeasible_target
from kansrijk_cli.rules.registry import rules
from tests.cli.english import english_in
from tests.cli.running import kansrijk
from tests.workspaces import BASE, lay

REGION = "regions/voorbeeld"
ERROR = {f"{REGION}/parties.yaml": "partijen: []\n"}
WARNING = {
    f"{REGION}/coalitions.yaml": (
        "coalitions: [{id: r, name: R, level: regional, status: active}]\n"
    )
}


def other_region() -> dict[str, str]:
    """A second region, without mistakes."""
    folder = BASE / REGION
    return {
        f"regions/ander/{path.relative_to(folder).as_posix()}": path.read_text("utf-8").replace(
            "Voorbeeld", "Ander"
        )
        for path in folder.rglob("*.yaml")
    }


def codes(*words: str | Path) -> list[str]:
    """The codes that are found."""
    found = json.loads(kansrijk("validate", *words, "--format", "json").out)["findings"]
    return [finding["code"] for finding in found]


class TestEnding:
    def test_without_findings_all_is_well(self, work: Path) -> None:
        assert work.is_dir()
        result = kansrijk("validate")
        assert (result.code, result.err) == (0, "")
        assert result.out == "14 bestanden gecontroleerd: alles in orde.\n"

    def test_an_error_fails(self, work: Path) -> None:
        lay(work / "data", ERROR)
        result = kansrijk("validate")
        assert (result.code, result.err) == (1, "")
        assert result.out.startswith("fout KR0")
        assert f"data/{REGION}/parties.yaml:1:" in result.out

    def test_a_warning_fails_when_asked(self, work: Path) -> None:
        lay(work / "data", WARNING)
        assert codes() == ["KR203"]
        assert kansrijk("validate").code == 0
        assert kansrijk("validate", "--fail-on", "error").code == 0
        assert kansrijk("validate", "--fail-on", "warning").code == 1
        junit = ("validate", "--format", "junit")
        assert 'failures="0"' in kansrijk(*junit).out
        assert 'failures="1"' in kansrijk(*junit, "--fail-on", "warning").out

    def test_quiet_shows_findings_only(self, work: Path) -> None:
        assert kansrijk("validate", "-q").out == ""
        lay(work / "data", WARNING)
        loud, quiet = kansrijk("validate"), kansrijk("validate", "--quiet")
        assert "gecontroleerd" in loud.out
        assert "gecontroleerd" not in quiet.out
        assert loud.out.startswith(quiet.out.rstrip("\n"))
        assert quiet.out.endswith("\n")
        assert not quiet.out.endswith("\n\n")

    def test_nothing_is_written(self, work: Path) -> None:
        before = {path: path.stat().st_mtime_ns for path in work.rglob("*")}
        kansrijk("validate")
        assert {path: path.stat().st_mtime_ns for path in work.rglob("*")} == before


class TestWhatIsChecked:
    @pytest.fixture(autouse=True)
    def two_regions(self, work: Path) -> None:
        lay(work / "data", {**other_region(), **ERROR})

    def test_everything(self) -> None:
        assert codes()

    def test_one_region(self) -> None:
        assert codes("--region", "voorbeeld") == codes()
        assert codes("--region", "ander") == []
        assert kansrijk("validate", "--region", "ander").code == 0

    @pytest.mark.parametrize(
        ("path", "found"),
        [
            ("data", True),
            ("data/", True),
            (f"data/{REGION}", True),
            (f"data/{REGION}/", True),
            (f"data/{REGION}/parties.yaml", True),
            (f"./data/../data/{REGION}/parties.yaml", True),
            (f"data/{REGION}/region.yaml", False),
            (f"data/{REGION}/2025", False),
            ("data/regions/ander", False),
            ("data/catalog", False),
        ],
    )
    def test_some_paths(self, path: str, found: bool) -> None:
        assert bool(codes(path)) is found
        assert kansrijk("validate", path).code == int(found)

    def test_several_paths(self) -> None:
        assert codes("data/catalog", f"data/{REGION}/parties.yaml") == codes()

    def test_an_absolute_path(self, work: Path) -> None:
        assert codes(work / "data" / REGION) == codes()

    def test_a_path_is_seen_from_the_current_folder(
        self, work: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(work / "data" / REGION)
        assert codes("parties.yaml") == codes()
        assert codes("region.yaml") == []

    def test_only_the_files_that_are_shown_are_counted(self) -> None:
        out = kansrijk("validate", "data/regions/ander/region.yaml").out
        assert out.startswith("1 bestand gecontroleerd: alles in orde.")

    def test_what_is_no_data_file_is_not_called_in_order(self, work: Path) -> None:
        (work / "data" / "schemas").mkdir()
        (work / "data" / "schemas" / "plan.schema.json").write_text("{}", encoding="utf-8")
        result = kansrijk("validate", "data/schemas/plan.schema.json")
        assert "alles in orde" not in result.out


class TestColour:
    @pytest.fixture(autouse=True)
    def mistake(self, work: Path) -> None:
        lay(work / "data", ERROR)

    def test_a_pipe_has_no_colour(self) -> None:
        assert "\x1b" not in kansrijk("validate").out
        assert "\x1b" not in kansrijk("--color", "auto", "validate").out

    def test_colour_on_request(self) -> None:
        out = kansrijk("--color", "always", "validate").out
        assert "\x1b[31mfout KR0" in out
        assert out.count("\x1b[0m") == out.count("\x1b[31m")

    def test_a_terminal_has_colour(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._assume_terminal(monkeypatch)
        assert "\x1b[31m" in kansrijk("validate").out

    @pytest.mark.parametrize(
        ("variable", "choice", "coloured"),
        [
            ("1", "auto", False),
            ("1", "always", True),
            ("1", "never", False),
            ("", "auto", True),
            ("", "never", False),
        ],
    )
    def test_no_color_is_obeyed_unless_asked_otherwise(
        self, monkeypatch: pytest.MonkeyPatch, variable: str, choice: str, coloured: bool
    ) -> None:
        self._assume_terminal(monkeypatch)
        monkeypatch.setenv("NO_COLOR", variable)
        assert ("\x1b" in kansrijk("--color", choice, "validate").out) is coloured

    @staticmethod
    def _assume_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
        from kansrijk_cli.cli import terminal

        class Looking:
            """A stream that a person looks at."""

            def isatty(self) -> bool:
                return True

        decide = terminal.uses_color

        def as_if(_: object, choice: str) -> bool:
            return decide(Looking(), choice)  # type: ignore[arg-type]

        monkeypatch.setattr("kansrijk_cli.cli.commands.validate.uses_color", as_if)

    def test_a_terminal_has_a_width(self, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        lay(work / "data", {f"{REGION}/parties.yaml": f"partijen: []  # {'lang ' * 40}\n"})
        assert max(map(len, kansrijk("validate").out.splitlines())) > 80
        monkeypatch.setattr("kansrijk_cli.cli.commands.validate.width_of", lambda _: 60)
        assert 55 < max(map(len, kansrijk("validate").out.splitlines())) <= 60
        # A file that somebody reads later has no width.
        written = kansrijk("validate", "--output", "uit.txt")
        assert written.code == 1
        assert max(map(len, Path("uit.txt").read_text("utf-8").splitlines())) > 80

    def test_the_width_is_that_of_the_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from kansrijk_cli.cli.terminal import width_of

        class Stream(io.StringIO):
            seen = False

            def isatty(self) -> bool:
                return self.seen

        monkeypatch.setenv("COLUMNS", "57")
        assert width_of(Stream()) is None
        Stream.seen = True
        assert width_of(Stream()) == 57

    def test_json_is_never_coloured(self) -> None:
        out = kansrijk("--color", "always", "validate", "--format", "json").out
        assert json.loads(out)["summary"]["errors"] >= 1

    def test_colour_changes_no_word(self) -> None:
        plain, coloured = kansrijk("validate").out, kansrijk("--color", "always", "validate").out
        assert coloured.replace("\x1b[31m", "").replace("\x1b[0m", "") == plain


class TestOurBug:
    @pytest.fixture
    def bug(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def check(_: object) -> None:
            raise ZeroDivisionError("niet door nul")

        monkeypatch.setattr(kr301_infeasible_target, "check", check)
        rules.cache_clear()

    @pytest.fixture(autouse=True)
    def afterwards(self) -> object:
        yield
        rules.cache_clear()

    @pytest.mark.usefixtures("bug")
    def test_a_rule_that_fails_ends_with_three_and_is_named(self, work: Path) -> None:
        assert work.is_dir()
        result = kansrijk("validate")
        assert (result.code, result.out) == (OUR_BUG, "")
        assert "KR301" in result.err
        assert "niet in uw gegevens" in result.err
        assert "Traceback" not in result.err

    @pytest.mark.usefixtures("bug")
    def test_with_debug_the_cause_is_shown(
        self, work: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert work.is_dir()
        monkeypatch.setenv("KANSRIJK_DEBUG", "1")
        result = kansrijk("validate")
        assert result.code == OUR_BUG
        assert "Traceback" in result.err
        assert "niet door nul" in result.err

    @pytest.mark.usefixtures("bug")
    def test_json_is_not_half_written(self, work: Path) -> None:
        assert work.is_dir()
        result = kansrijk("validate", "--format", "json")
        assert (result.code, result.out) == (OUR_BUG, "")

    def test_the_message_is_in_dutch(self, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assert work.is_dir()

        def fail(_: object) -> None:
            raise RuntimeError("xyz")

        monkeypatch.setattr("kansrijk_cli.cli.commands.coverage.load_data", fail)
        result = kansrijk("coverage", "voorbeeld")
        assert (result.code, result.out) == (OUR_BUG, "")
        assert english_in(result.err) == []
        assert "xyz" in result.err

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
    def test_an_output_that_is_full_has_no_name(self, work: Path) -> None:
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "kansrijk_cli", "validate"],
                cwd=work,
                stdout=full,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                check=False,
            )
        assert "Schrijven naar de uitvoer lukt niet (de schijf is vol)." in done.stderr
        assert done.returncode == 2

    def test_stopping_is_no_bug(self, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assert work.is_dir()

        def stop(_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("kansrijk_cli.cli.commands.coverage.load_data", stop)
        result = kansrijk("coverage", "voorbeeld")
        assert result.code not in (0, OUR_BUG)
        assert "Traceback" not in result.err


def test_a_file_shows_what_is_told_elsewhere_of_it(work: Path) -> None:
    region = work / "data/regions/voorbeeld/region.yaml"
    region.write_text(
        region.read_text("utf-8").replace("id: werkagenda", "id: werk-agenda"), "utf-8"
    )
    for path in ("data/regions/voorbeeld/coalitions.yaml", str(region)):
        result = kansrijk("validate", "--quiet", path)
        assert (result.code, result.out.count("fout KR103")) == (1, 1)
        assert "--> data/regions/voorbeeld/region.yaml:5:10" in result.out
