"""The hooks pass on the files as they are, and need nothing but the environment."""

import shutil
from pathlib import Path

import pytest

from tests.tools.conftest import Run

pytestmark = [pytest.mark.tools, pytest.mark.long]


def test_every_hook_passes_on_every_file(run: Run, root: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    names = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    for name in filter(None, names.split("\0")):
        if (root / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, clone / name)
    run("git", "init", "--quiet", cwd=clone)
    run("git", "add", "--all", cwd=clone)

    run("pre-commit", "run", "--all-files", "--color", "never", cwd=clone)
