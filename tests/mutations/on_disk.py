"""The command line itself, over a copy of the real data with one mistake at a time."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.cli.running import Result, kansrijk
from tests.mutations.checking import DATA
from tests.mutations.run import Mutation

# A command that computes needs data without errors, and says so.
CODES = {"validate": (0, 1)}
OTHER_CODES = (0, 1, 2)


def copied(folder: Path) -> Path:
    """A copy of the real data, with the templates of its regions."""
    return shutil.copytree(DATA, folder / "data")


def broken_commands(data: Path, made: Sequence[Mutation]) -> Iterator[str]:
    """What went wrong in a command, other than that it told of a mistake."""
    for mutation in made:
        with changed(data, mutation):
            for arguments in _commands(data, mutation):
                result = kansrijk("--data", data, *arguments)
                if not _is_fine(arguments[0], result):
                    yield f"{mutation}: {' '.join(arguments)}: {result.code} {result.err}"


@contextmanager
def changed(data: Path, mutation: Mutation) -> Iterator[None]:
    """The data with a mutation, and afterwards as it was."""
    for file, content in mutation.change.items():
        path = data / file
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)
    yield
    for file in mutation.change:
        (data / file).unlink(missing_ok=True)
        if (DATA / file).is_file():
            shutil.copyfile(DATA / file, data / file)


def _commands(data: Path, mutation: Mutation) -> Iterator[tuple[str, ...]]:
    """Every command that reads the data; those of one region only for a file of that region."""
    yield ("validate", "--format", "json")
    if mutation.file.startswith("regions/"):
        region = mutation.file.split("/")[1]
        years = (path.name for path in (data / "regions" / region).iterdir() if path.is_dir())
        year = next(name for name in sorted(years) if name.isdecimal())
        yield ("coverage", region)
        yield ("targets", region, year)
        yield ("budget", region, year)
        yield ("report", region, year, "--output", "-")


def _is_fine(command: str, result: Result) -> bool:
    return result.code in CODES.get(command, OTHER_CODES) and "Traceback" not in result.err
