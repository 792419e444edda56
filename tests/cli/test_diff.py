"""`diff`: what changed between versions of git, the files on disk, or two years."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import kansrijk
from tests.workspaces import BASE

REGION = "data/regions/voorbeeld"
INTERVENTIONS, RESULTS = f"{REGION}/interventions.yaml", f"{REGION}/2025/results.yaml"
PLAN = f"{REGION}/2025/plan.yaml"
IDENTITY = ("-c", "user.name=test", "-c", "user.email=test@example.org")

Git = Callable[..., None]


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal in which no line of these tests is wrapped."""
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def git(work: Path) -> Git:
    """git in the working folder, after a first commit of the base data."""

    def run(*words: str) -> None:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        words = ("git", *IDENTITY, *words)
        subprocess.run(words, cwd=work, env=kept, check=True, capture_output=True)

    run("init", "--quiet", "--initial-branch", "main")
    run("add", ".")
    run("commit", "--quiet", "--message", "Begin")
    return run


def change(file: str, old: str, new: str) -> None:
    """Put something else in a file of the working folder."""
    text = Path(file).read_text("utf-8")
    assert old in text
    Path(file).write_text(text.replace(old, new, 1), "utf-8")


def lower_the_target() -> None:
    change(RESULTS, "minimum: 2", "minimum: 1")


def shown(*words: str) -> list[str]:
    """What is printed, without the empty lines."""
    result = kansrijk("diff", *words)
    assert (result.code, result.err) == (0, "")
    return [line.strip() for line in result.out.splitlines() if line]


LOWERED = "! Trajecten VoorZorg: minimum van 2 naar 1 traject (ingrijpend: doel verlaagd)"
ACTIVE = "Ede: GIZ-methodiek van actief naar gepland"
DAYS = "Aanbod, coalities en afspraken: de stand op 31 december 2025 naast die op 31 december 2026."


@pytest.mark.usefixtures("git")
class TestOnDisk:
    def test_nothing_changed(self) -> None:
        assert shown() == ["Verschil tussen HEAD en nu", "Er is geen verschil in de gegevens."]

    def test_what_is_not_committed(self) -> None:
        lower_the_target()
        change(INTERVENTIONS, "giz: active", "giz: planned")
        assert shown()[1:] == [
            "Er zijn 2 wijzigingen, waarvan 1 ingrijpend.",
            "Voorbeeld",
            "Aanbod per gemeente",
            ACTIVE,
            "Voorbeeld 2025",
            "Doelen",
            LOWERED,
        ]

    def test_comments_and_layout_are_no_difference(self) -> None:
        change(RESULTS, "minimum: 2", "minimum:   2  # per gemeente")
        assert len(shown()) == 2

    def test_one_region(self) -> None:
        lower_the_target()
        assert len(shown("--region", "Voorbeeld")) == len(shown()) == 5
        unknown = kansrijk("diff", "--region", "voorbeld")
        assert unknown.code == 2
        assert "Bedoelt u `voorbeeld`?" in unknown.err

    def test_a_region_that_is_gone_can_be_named(self) -> None:
        for path in sorted(Path(REGION).rglob("*.yaml")):
            path.unlink()
        Path(REGION, "2025").rmdir()
        Path(REGION).rmdir()
        assert any("regio vervallen" in line for line in shown("--region", "voorbeeld"))

    def test_a_draft_only_when_asked_for(self) -> None:
        change(PLAN, "title: Scholing van verwijzers", "title: Anders\n    draft: true")
        assert "Scholing van verwijzers: vervallen (was wanneer Q1 - Q2)" in shown()
        assert not any("Anders" in line for line in shown())
        assert any("Anders" in line for line in shown("--drafts"))

    def test_a_broken_file_is_left_out_and_named(self) -> None:
        lower_the_target()
        Path(INTERVENTIONS).write_text("deployments: [\n", "utf-8")
        told = shown()
        assert told[-1] == "regions/voorbeeld/interventions.yaml (nu)"
        assert "Er is 1 wijziging, en die is ingrijpend." in told

    def test_markdown(self) -> None:
        lower_the_target()
        told = "minimum van 2 naar 1 traject (**ingrijpend: doel verlaagd**)"
        assert shown("--format", "markdown")[-1] == f"- Trajecten VoorZorg: {told}"

    def test_json(self) -> None:
        lower_the_target()
        found = json.loads(kansrijk("diff", "--format", "json").out)
        assert (found["schema"], found["before"], found["after"]) == (
            "kansrijk/diff/1",
            "HEAD",
            None,
        )
        [told] = found["changes"]
        assert told["path"] == ["targets", "trajecten", "minimum"]
        assert (told["old"], told["new"]) == (2, 1)


@pytest.mark.usefixtures("git")
class TestCheck:
    def test_it_fails_when_a_promise_is_broken(self) -> None:
        lower_the_target()
        assert kansrijk("diff").code == 0
        assert kansrijk("diff", "--check").code == 1

    def test_it_does_not_fail_on_another_change(self) -> None:
        change(RESULTS, "minimum: 2", "minimum: 3")
        assert kansrijk("diff", "--check").code == 0

    def test_it_fails_when_it_could_not_look(self) -> None:
        Path(RESULTS).write_text("targets: [\n", "utf-8")
        assert kansrijk("diff", "--check").code == 1

    def test_what_is_mended_does_not_fail(self, git: Git) -> None:
        Path(RESULTS).write_text("targets: [\n", "utf-8")
        git("commit", "--quiet", "--all", "--message", "Kapot")
        Path(RESULTS).write_bytes((BASE / "regions/voorbeeld/2025/results.yaml").read_bytes())
        assert kansrijk("diff", "--check").code == 0


class TestVersions:
    def test_two_commits(self, git: Git) -> None:
        lower_the_target()
        git("commit", "--quiet", "--all", "--message", "Verlaagd")
        change(INTERVENTIONS, "giz: active", "giz: planned")
        assert [line[0] for line in shown("HEAD~1..HEAD")[2:]] == ["V", "D", "!"]
        assert shown("HEAD~1..HEAD")[0] == "Verschil tussen HEAD~1 en HEAD"
        assert shown("HEAD~1..")[1:] == shown("HEAD~1..HEAD")[1:]
        assert len(shown("HEAD~1")) > len(shown("HEAD~1..HEAD"))
        assert "minimum van 1 naar 2 trajecten" in "".join(shown("..HEAD~1"))

    @pytest.mark.usefixtures("git")
    def test_versions_that_cannot_be_compared(self) -> None:
        for words, told in (
            (["nergens"], "Git kent de versie `nergens` niet."),
            (["HEAD..nergens"], "Git kent de versie `nergens` niet."),
            (["main...HEAD"], "`main..HEAD`"),
            (["HEAD", "--years", "2024..2025"], "niet allebei"),
        ):
            result = kansrijk("diff", *words)
            assert (result.code, result.out) == (2, "")
            assert told in result.err

    @pytest.mark.usefixtures("work")
    def test_without_git(self) -> None:
        result = kansrijk("diff")
        assert result.code == 2
        assert "`diff`" in result.err


@pytest.mark.usefixtures("work")
class TestYears:
    @pytest.fixture(autouse=True)
    def later(self, work: Path) -> None:
        """A later year in which a target asks less. Two years need no git."""
        del work
        folder = Path(REGION, "2026")
        folder.mkdir()
        for path in Path(REGION, "2025").iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
        change(f"{folder}/results.yaml", "minimum: 2", "minimum: 1")

    def test_two_years_of_every_region(self) -> None:
        assert shown("--years", "2025..2026") == [
            "Verschil tussen 2025 en 2026",
            "Er is 1 wijziging, en die is ingrijpend.",
            "Voorbeeld 2026",
            DAYS,
            "Doelen",
            LOWERED,
        ]
        assert shown("--years", "2025..2026", "--region", "voorbeeld")[5] == LOWERED
        assert kansrijk("diff", "--years", "2025..2026", "--check").code == 1

    def test_what_runs_on_is_read_on_the_day_of_each_year(self) -> None:
        change(INTERVENTIONS, "giz: active", "giz: {status: active, period: from 2026}")
        found = shown("--years", "2025..2026")
        assert found[3:6] == [
            DAYS,
            "Aanbod per gemeente",
            "Ede: GIZ-methodiek van gepland naar actief",
        ]
        result = json.loads(kansrijk("diff", "--years", "2025..2026", "--format", "json").out)
        assert result["days"] == [
            {"region": "voorbeeld", "year": 2026, "before": "2025-12-31", "after": "2026-12-31"}
        ]
        assert f"\n\n{DAYS}\n\n" in kansrijk(
            "diff", "--years", "2025..2026", "--format", "markdown"
        ).out.replace("\\", "")

    def test_a_year_that_a_named_region_does_not_have(self) -> None:
        result = kansrijk("diff", "--years", "2024..2025", "--region", "voorbeeld")
        assert result.code == 2
        assert "geen plan van 2024" in result.err

    def test_years_that_no_region_has(self) -> None:
        result = kansrijk("diff", "--years", "2024..2025")
        assert (result.code, result.out) == (2, "")
        assert "2024" in result.err

    @pytest.mark.parametrize("years", ["2025", "2025..", "2025..2025", "twee..drie", "2025...2026"])
    def test_what_is_no_pair_of_years(self, years: str) -> None:
        result = kansrijk("diff", "--years", years)
        assert result.code == 2
        assert "2024..2025" in result.err
