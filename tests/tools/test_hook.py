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


def test_the_hook_stops_a_commit_with_a_mistake(run: Run, root: Path, tmp_path: Path) -> None:
    revision = run("git", "rev-parse", "HEAD").strip()
    shutil.copytree(root / "tests" / "base", tmp_path / "data")
    config = tmp_path / ".pre-commit-config.yaml"
    config.write_text(CONFIG.format(checkout=root.as_uri(), revision=revision), "utf-8")
    git = ("git", "-c", "user.name=test", "-c", "user.email=test@example.org")
    run("git", "init", "--quiet", cwd=tmp_path)
    run(sys.executable, "-m", "pre_commit", "install", cwd=tmp_path)
    run("git", "add", ".", cwd=tmp_path)
    run(*git, "commit", "--quiet", "--message", "Begin", cwd=tmp_path)

    parties = tmp_path / "data" / "regions" / "voorbeeld" / "parties.yaml"
    parties.write_text(parties.read_text("utf-8").replace("name: GGD", "nmae: GGD"), "utf-8")
    run("git", "add", ".", cwd=tmp_path)
    refused = subprocess.run(
        [*git, "commit", "--message", "Fout"],
        cwd=tmp_path,
        env={k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert refused.returncode == 1
    assert "KR020" in refused.stdout + refused.stderr
    assert run("git", "log", "--oneline", cwd=tmp_path).count("\n") == 1
