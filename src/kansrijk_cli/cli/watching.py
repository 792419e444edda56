"""Doing something again whenever a file in some folders changes."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import sleep

from kansrijk_cli.cli.errors import explain_end
from kansrijk_cli.cli.session import DataError, UseError
from kansrijk_cli.cli.terminal import say
from kansrijk_cli.output.labels import label

EVERY = 0.3

State = frozenset[tuple[str, int, int]]


def state(folders: Iterable[Path]) -> State:
    """What the files in some folders look like from outside: name, size and moment of writing."""
    found = set()
    for folder in folders:
        for path in folder.rglob("*"):
            try:
                seen = path.stat()
            except OSError:
                # Gone between listing and looking; the next look sees that.
                continue
            found.add((path.as_posix(), seen.st_size, seen.st_mtime_ns))
    return frozenset(found)


def changes(folders: Iterable[Path]) -> Iterator[None]:
    """Something each time the folders have changed. Never ends by itself."""
    watched = tuple(folders)
    before = state(watched)
    while True:
        sleep(EVERY)
        now = state(watched)
        if now != before:
            before = now
            yield


def again(folders: Iterable[Path], make: Callable[[], object]) -> None:
    """Make something again after each change, until somebody stops it with Ctrl-C."""
    say(label("text", "watching"))
    try:
        for _ in changes(folders):
            try:
                make()
            except (UseError, DataError, OSError) as error:
                # Halfway a change the data may be wrong; the next change may mend it.
                explain_end(error)
    except KeyboardInterrupt:
        say(label("use", "stopped"))
