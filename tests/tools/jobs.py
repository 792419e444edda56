"""What GitHub and GitLab do around a job: a repository with data, a clean environment, a shell."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.workspaces import Files, lay

# What belongs to whoever runs the tests, or would lead a program back to this checkout.
FOREIGN = tuple("CI COV_ GIT INPUT_ KANSRIJK_ PYTEST_ PYTHONPATH RUNNER_ VIRTUAL_".split())
USER = ("-c", "user.name=test", "-c", "user.email=test@example.org")

PARTIES, COALITIONS = (f"regions/voorbeeld/{name}.yaml" for name in ("parties", "coalitions"))
WRONG_PARTIES = "parties:\n  - {id: ggd, nmae: GGD, kind: organisation}\n"
WRONG_COALITIONS = "coalitions:\n  - {id: r, name: R, level: regionaal, status: active}\n"
# Without an error, but with warnings: nothing is known of any coalition.
NO_COALITIONS = "coalitions: []\n"


@dataclass(frozen=True)
class Ended:
    """How a program ended, and what it wrote."""

    code: int
    out: str
    err: str


def environment() -> dict[str, str]:
    """The variables of a machine that runs jobs, on which nobody has set anything."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(FOREIGN)}
    return kept | {"CI": "true"}


def bash(*arguments: str | Path, cwd: Path, env: Mapping[str, str]) -> Ended:
    """Run bash without anybody's settings, and with nothing to read."""
    return _run("bash", "--noprofile", "--norc", *map(str, arguments), cwd=cwd, env=env)


def git(*arguments: str, cwd: Path) -> str:
    """Run git, and give what it printed; it must succeed."""
    ended = _run("git", *USER, *arguments, cwd=cwd, env=environment())
    assert ended.code == 0, ended.err
    return ended.out


def repository(folder: Path, files: Files, data: str = "data") -> Path:
    """A repository with a data folder: the base with files laid over it, all on `main`."""
    lay(folder / data, files)
    git("init", "--quiet", "--initial-branch", "main", cwd=folder)
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    """Commit everything as it is."""
    git("add", "--all", cwd=folder)
    git("commit", "--quiet", "--message", "Stand", cwd=folder)


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, without what git keeps there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


def _run(program: str, *arguments: str, cwd: Path, env: Mapping[str, str]) -> Ended:
    found = shutil.which(program)
    assert found, f"{program} is er niet"
    done = subprocess.run(
        [found, *arguments],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)
