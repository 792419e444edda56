"""The pre-commit hook that others use: really installed, in a repository that has only data."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.conftest import Run

pytestmark = [pytest.mark.tools, pytest.mark.long]

CONFIG = """\
repos:
  - repo: {checkout}
    rev: {revision}
    hooks:
      - id: kansrijk-validate
"""


class Repository:
    """A repository with only data, in which the hook is really installed."""

    def __init__(self, folder: Path, run: Run, root: Path) -> None:
        self.folder, self.run = folder, run
        revision = run("git", "rev-parse", "HEAD").strip()
        shutil.copytree(root / "tests" / "base", folder / "data")
        config = CONFIG.format(checkout=root.as_uri(), revision=revision)
        (folder / ".pre-commit-config.yaml").write_text(config, "utf-8")
        run("git", "init", "--quiet", cwd=folder)
        run(sys.executable, "-m", "pre_commit", "install", cwd=folder)

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Everything that changed."""
        self.run("git", "add", "--all", ".", cwd=self.folder)
        git = ("git", "-c", "user.name=test", "-c", "user.email=test@example.org")
        return subprocess.run(
            [*git, "commit", "--message", "Iets"],
            cwd=self.folder,
            env={k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def test_the_hook_stops_a_commit_with_a_mistake(run: Run, root: Path, tmp_path: Path) -> None:
    repository = Repository(tmp_path, run, root)
    assert repository.commit().returncode == 0

    parties = tmp_path / "data" / "regions" / "voorbeeld" / "parties.yaml"
    text = parties.read_text("utf-8")
    parties.write_text(text.replace("name: GGD", "nmae: GGD"), "utf-8")
    _is_refused(repository.commit(), "KR020")

    parties.unlink()
    _is_refused(repository.commit(), "KR104")
    assert run("git", "log", "--oneline", cwd=tmp_path).count("\n") == 1


def _is_refused(tried: subprocess.CompletedProcess[str], code: str) -> None:
    said = tried.stdout + tried.stderr
    assert tried.returncode == 1, said
    assert code in said
    assert "Skipped" not in said
