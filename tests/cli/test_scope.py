"""`validate` of what git has: the index, and what changed since a revision."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import kansrijk, spawn
from tests.workspaces import BASE, lay

REGION = "data/regions/voorbeeld"
PARTIES, INTERVENTIONS = f"{REGION}/parties.yaml", f"{REGION}/interventions.yaml"
COALITIONS, RESULTS = f"{REGION}/coalitions.yaml", f"{REGION}/2025/results.yaml"
TYPO = "parties: [{id: ggd, nmae: GGD, kind: organisation}]\n"
RIGHT = "parties: [{id: ggd, name: GGD, kind: organisation}]\n"
WARNING = "coalitions: [{id: r, name: R, level: regional, status: active}]\n"
USING = """\
source: werkagenda
interventions:
  - {id: babycafe, title: Babycafé}
deployments:
  Ede: {babycafe: active}
"""
TARGET = """\
source: werkagenda
targets:
  - {id: cafe, title: Babycafés, kind: count, intervention: babycafe, total: 2, unit: cafés}
"""
IDENTITY = ("-c", "user.name=test", "-c", "user.email=test@example.org")

Git = Callable[..., str]


@pytest.fixture
def git(work: Path) -> Git:
    """git in the working folder, after a first commit of the base data."""

    def run(*words: str, code: int = 0) -> str:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        done = subprocess.run(
            ["git", *IDENTITY, *words],  # noqa: S607 - whichever git there is
            cwd=work,
            env=kept,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    run("init", "--quiet", "--initial-branch", "main")
    run("add", ".")
    run("commit", "--quiet", "--message", "Begin")
    return run


def found(*words: str) -> list[tuple[str, str]]:
    """The codes that are found, each with its file."""
    result = kansrijk("validate", "--format", "json", *words)
    assert result.err == ""
    return [(f["code"], f["file"]) for f in json.loads(result.out)["findings"]]


def write(file: str, text: str) -> None:
    """Save a file of the working folder."""
    path = Path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


class TestStaged:
    def test_a_staged_mistake_is_found_though_it_is_mended_on_disk(self, git: Git) -> None:
        write(PARTIES, TYPO)
        git("add", ".")
        write(PARTIES, RIGHT)
        assert found() == []
        assert found("--staged") == [("KR020", PARTIES)]
        shown = kansrijk("validate", "--staged").out
        assert "nmae" in shown
        assert "--fix" not in shown

    def test_a_mistake_on_disk_that_is_not_staged_is_not_found(self, git: Git) -> None:
        git("status")
        write(PARTIES, TYPO)
        assert found() == [("KR020", PARTIES)]
        assert found("--staged") == []

    def test_a_file_that_git_does_not_know_is_not_in_the_commit(self, git: Git) -> None:
        git("status")
        write(f"{REGION}/onbekend.yaml", "a: 1\n")
        assert found() == [("KR013", f"{REGION}/onbekend.yaml")]
        assert found("--staged") == []

    def test_a_deleted_file_is_gone_only_when_that_is_staged(self, git: Git) -> None:
        Path(f"{REGION}/region.yaml").unlink()
        assert found("--staged") == []
        git("add", "--all")
        write(f"{REGION}/region.yaml", (BASE / "regions/voorbeeld/region.yaml").read_text("utf-8"))
        assert found("--staged") == [("KR014", f"{REGION}/region.yaml")]
        assert found("--staged", f"{REGION}/region.yaml") == [("KR014", f"{REGION}/region.yaml")]

    def test_a_renamed_file_is_found_under_its_new_name(self, git: Git) -> None:
        git("mv", f"{REGION}/2025/plan.yaml", f"{REGION}/2025/plannen.yaml")
        assert found("--staged") == [("KR013", f"{REGION}/2025/plannen.yaml")]

    def test_of_a_merge_the_files_that_wait_for_a_choice_are_told(self, git: Git) -> None:
        git("switch", "--quiet", "--create", "ander")
        write(PARTIES, RIGHT.replace("GGD", "GGD West"))
        git("commit", "--quiet", "--all", "--message", "Ander")
        git("switch", "--quiet", "main")
        write(PARTIES, RIGHT.replace("GGD", "GGD Oost"))
        git("commit", "--quiet", "--all", "--message", "Main")
        git("merge", "ander", code=1)
        assert found() == [("KR005", PARTIES)]
        assert found("--staged") == [("KR005", PARTIES)]
        # Chosen on disk, but git does not know yet.
        write(PARTIES, RIGHT)
        assert found() == []
        waiting = kansrijk("validate", "--staged")
        assert waiting.code == 1
        assert "git add" in waiting.out
        git("add", PARTIES)
        assert found("--staged") == []

    def test_a_link_in_the_index_is_not_followed(self, git: Git) -> None:
        Path(PARTIES).unlink()
        Path(PARTIES).symlink_to("coalitions.yaml")
        git("add", "--all")
        assert found("--staged") == [("KR011", PARTIES)]

    def test_the_data_may_be_the_whole_repository(self, git: Git, tmp_path: Path) -> None:
        git("status")
        folder = lay(tmp_path / "alles", {"regions/voorbeeld/parties.yaml": TYPO})
        env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        for words in (["init", "--quiet"], ["add", "."]):
            git_words = ["git", *words]
            subprocess.run(git_words, cwd=folder, env=env, check=True)
        # The current folder lies in another repository.
        result = kansrijk("--data", folder, "validate", "--staged", "--format", "concise")
        assert "KR020" in result.out
        assert result.out.count("\n") == 1

    def test_names_that_git_would_escape(self, git: Git) -> None:
        write(f"{REGION}/bélangrijk plan.yaml", "a: 1\n")
        git("add", ".")
        assert found("--staged") == [("KR013", f"{REGION}/bélangrijk plan.yaml")]

    def test_a_hook_sees_just_what_is_committed(self, git: Git, work: Path) -> None:
        """`git commit FILE` has an index of its own, that only the hook is told of."""
        hook = work / ".git/hooks/pre-commit"
        hook.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m kansrijk_cli validate --staged\n")
        hook.chmod(0o755)
        write(PARTIES, TYPO)
        write(COALITIONS, WARNING)
        git("add", PARTIES)
        assert "KR020" in git("commit", "--message", "Fout", PARTIES, code=1)
        git("commit", "--quiet", "--message", "Goed", COALITIONS)
        assert found("--staged") == [("KR203", COALITIONS), ("KR020", PARTIES)]


class TestSince:
    def test_only_what_changed(self, git: Git) -> None:
        write(COALITIONS, WARNING)
        git("commit", "--quiet", "--all", "--message", "Waarschuwing")
        write(PARTIES, TYPO)
        assert found() == [("KR203", COALITIONS), ("KR020", PARTIES)]
        assert found("--since", "HEAD") == [("KR020", PARTIES)]
        said = kansrijk("validate", "--since", "HEAD").out
        assert "\nOok al bij HEAD: 1 waarschuwing. Dat staat hier niet bij.\n" in said
        assert found("--since", "HEAD~1") == [("KR203", COALITIONS), ("KR020", PARTIES)]

    def test_what_was_there_does_not_fail(self, git: Git) -> None:
        write(PARTIES, TYPO)
        git("commit", "--quiet", "--all", "--message", "Fout")
        assert kansrijk("validate").code == 1
        assert kansrijk("validate", "--since", "HEAD").code == 0
        assert kansrijk("validate", "--since", "HEAD~1").code == 1

    def test_a_removed_intervention_shows_where_it_is_still_used(self, git: Git) -> None:
        write(INTERVENTIONS, USING)
        write(RESULTS, TARGET)
        git("commit", "--quiet", "--all", "--message", "Babycafé")
        lines = USING.splitlines(keepends=True)
        write(INTERVENTIONS, "".join(lines[:1] + lines[3:]))
        # One finding, at the first place.
        assert found("--since", "HEAD") == [("KR102", INTERVENTIONS)]
        write(INTERVENTIONS, lines[0])
        assert found("--since", "HEAD") == [("KR102", RESULTS)]

    def test_a_finding_that_moved_down_is_not_new(self, git: Git) -> None:
        write(COALITIONS, WARNING)
        git("commit", "--quiet", "--all", "--message", "Waarschuwing")
        write(COALITIONS, f"# De coalities\n# van de regio\n{WARNING}")
        assert found("--since", "HEAD") == []
        write(COALITIONS, WARNING.replace("name: R", "name: Regio"))
        assert found("--since", "HEAD") == [("KR203", COALITIONS)]

    def test_line_ends_of_windows_are_no_change(self, git: Git) -> None:
        """Git keeps a newline where the disk has two signs, and itself sees no difference."""
        write(COALITIONS, WARNING)
        git("commit", "--quiet", "--all", "--message", "Waarschuwing")
        Path(COALITIONS).write_bytes(WARNING.replace("\n", "\r\n").encode())
        assert found("--since", "HEAD") == []
        assert [code for code, _ in found()] == ["KR203"]

    def test_a_renamed_region_has_no_new_findings(self, git: Git) -> None:
        write(COALITIONS, WARNING)
        git("add", ".")
        git("commit", "--quiet", "--message", "Waarschuwing")
        git("mv", REGION, "data/regions/nieuw")
        assert found("--since", "HEAD") == []
        assert [code for code, _ in found()] == ["KR203"]
        # Also before git knows of it.
        git("reset", "--quiet")
        assert found("--since", "HEAD") == []

    def test_a_deleted_file_is_a_new_finding(self, git: Git) -> None:
        Path(f"{REGION}/region.yaml").unlink()
        assert ("KR014", f"{REGION}/region.yaml") in found("--since", "HEAD")
        git("commit", "--quiet", "--all", "--message", "Weg")
        assert found("--since", "HEAD") == []

    def test_together_with_the_index(self, git: Git) -> None:
        write(COALITIONS, WARNING)
        git("commit", "--quiet", "--all", "--message", "Waarschuwing")
        write(PARTIES, TYPO)
        git("add", ".")
        write(PARTIES, RIGHT)
        assert found("--since", "HEAD", "--staged") == [("KR020", PARTIES)]
        assert found("--since", "HEAD") == []

    def test_during_a_merge_only_what_it_brings(self, git: Git) -> None:
        write(COALITIONS, WARNING)
        git("commit", "--quiet", "--all", "--message", "Waarschuwing")
        git("switch", "--quiet", "--create", "ander")
        write(PARTIES, TYPO)
        git("commit", "--quiet", "--all", "--message", "Fout")
        git("switch", "--quiet", "main")
        git("merge", "--no-ff", "--no-commit", "ander")
        assert found("--since", "HEAD", "--staged") == [("KR020", PARTIES)]

    def test_before_there_was_data_all_is_new(self, git: Git) -> None:
        git("switch", "--quiet", "--orphan", "leeg")
        git("commit", "--quiet", "--allow-empty", "--message", "Leeg")
        git("switch", "--quiet", "main")
        write(COALITIONS, WARNING)
        assert found("--since", "leeg") == [("KR203", COALITIONS)]

    def test_from_a_folder_below(self, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
        git("status")
        write(PARTIES, TYPO)
        monkeypatch.chdir(REGION)
        assert found("--since", "HEAD") == [("KR020", "parties.yaml")]
        assert found("--since", "HEAD", "2025") == []


class TestRefusals:
    @pytest.mark.parametrize("revision", ["bestaat-niet", "--help", "HEAD:data", ""])
    def test_a_revision_that_is_none(self, git: Git, revision: str) -> None:
        git("status")
        result = kansrijk("validate", f"--since={revision}")
        assert (result.code, result.out) == (2, "")
        assert f"Git kent de versie `{revision}` niet" in result.err
        # It names no version, which could be the very one that git does not know.
        assert "main" not in result.err
        assert "`git log --all --oneline --decorate`" in result.err

    @pytest.mark.parametrize("option", ["--staged", "--since=HEAD"])
    def test_a_folder_that_is_not_in_git(self, work: Path, option: str) -> None:
        result = spawn(
            "validate", option, cwd=work, env={"GIT_CEILING_DIRECTORIES": str(work.parent)}
        )
        assert (result.code, result.out) == (2, "")
        assert "niet in een map van git" in result.err

    @pytest.mark.usefixtures("git")
    def test_without_git(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        result = kansrijk("validate", "--staged")
        assert (result.code, result.out) == (2, "")
        assert "git is niet gevonden" in result.err

    def test_a_broken_repository(self, git: Git, work: Path) -> None:
        git("status")
        (work / ".git/index").write_bytes(b"geen index")
        result = kansrijk("validate", "--staged")
        assert (result.code, result.out) == (2, "")
        assert "Git meldt" in result.err


class TestStandardInput:
    def check(self, monkeypatch: pytest.MonkeyPatch, text: str, *words: str) -> tuple[int, str]:
        class Stream:
            buffer = io.BytesIO(text.encode())

        monkeypatch.setattr("sys.stdin", Stream())
        result = kansrijk("validate", "-", *words)
        return result.code, result.out + result.err

    @pytest.mark.usefixtures("work")
    def test_the_text_in_the_editor_is_checked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        code, said = self.check(monkeypatch, TYPO, "--stdin-filename", PARTIES)
        assert code == 1
        assert f"{PARTIES}:1:21" in said
        assert found() == []

    @pytest.mark.usefixtures("work")
    def test_a_new_file_is_checked_among_the_others(self, monkeypatch: pytest.MonkeyPatch) -> None:
        text = "source: werkagenda\ndeployments: {Ede: {onbekend-ding: active}}\n"
        code, said = self.check(monkeypatch, text, "--stdin-filename", INTERVENTIONS)
        assert (code, said.count("KR102")) == (1, 2)
        file = f"{REGION}/2030/plan.yaml"
        assert self.check(monkeypatch, "", "--stdin-filename", file)[1].startswith("fout KR009")

    def test_findings_elsewhere_are_not_shown(
        self, monkeypatch: pytest.MonkeyPatch, work: Path
    ) -> None:
        lay(work / "data", {"regions/voorbeeld/parties.yaml": TYPO})
        code, said = self.check(monkeypatch, WARNING, "--stdin-filename", COALITIONS)
        assert (code, said.split(":")[0]) == (0, "waarschuwing KR203")
        assert "KR020" not in said

    @pytest.mark.parametrize(
        "words",
        [
            (),
            ("--stdin-filename", PARTIES, COALITIONS),
            ("--stdin-filename", PARTIES, "--staged"),
            ("--stdin-filename", PARTIES, "--region", "voorbeeld"),
            ("--stdin-filename", "elders.yaml"),
        ],
    )
    @pytest.mark.usefixtures("work")
    def test_what_does_not_go_together(
        self, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
    ) -> None:
        assert self.check(monkeypatch, RIGHT, *words)[0] == 2
        result = kansrijk("validate", "--stdin-filename", PARTIES)
        assert (result.code, result.out) == (2, "")
