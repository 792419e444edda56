"""`kansrijk migrate`: all files to the newest version of the data, or none of them."""

from collections.abc import Mapping
from pathlib import Path

from kansrijk_cli.cli.fixing import patch
from kansrijk_cli.cli.session import DataError, UseError
from kansrijk_cli.migrations import registry
from kansrijk_cli.migrations.run import SETTINGS, CannotMigrateError, migrated, version_of
from kansrijk_cli.model import settings
from kansrijk_cli.output.located import Sources
from kansrijk_cli.source.document import fetch, read_bytes
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.source.save import save

Changed = Mapping[str, tuple[bytes, bytes]]


def outdated(root: Path) -> int | None:
    """The version of the data when it is an older one; `None` when it is the newest."""
    content = fetch(Folder(root), SETTINGS)
    read = read_bytes(SETTINGS, content).value if isinstance(content, bytes) else None
    version = version_of(read.text) if read else None
    newest = settings.FORMAT_VERSION
    if version is None or version < 1:
        raise UseError("no-version", file=SETTINGS)
    if version > newest:
        raise UseError("newer-version", version=version, newest=newest)
    return version if version < newest else None


def migration(root: Path, version: int) -> Changed:
    """What changes in each file, and nothing written yet; the settings come last."""
    before: dict[str, bytes] = {}
    for file in Folder(root).files():
        content = fetch(Folder(root), file)
        document = read_bytes(file, content).value if isinstance(content, bytes) else None
        if not isinstance(content, bytes) or document is None or document.data is None:
            raise DataError(file)
        before[file] = content
    texts = {file: content.decode() for file, content in before.items()}
    try:
        after = migrated(texts, registry.needed(registry.steps(), version))
    except CannotMigrateError as error:
        raise UseError("cannot-migrate", file=error.file) from error
    files = sorted(after, key=lambda file: (file == SETTINGS, file))
    changed = {file: (before[file], after[file].encode()) for file in files}
    return {file: (old, new) for file, (old, new) in changed.items() if old != new}


def as_patch(root: Path, changed: Changed) -> str:
    """The changes as a patch, with paths from the current folder."""
    return "".join(
        line
        for file, (old, new) in changed.items()
        for line in patch(name(root, file), old.decode(), new.decode())
    )


def store(root: Path, changed: Changed) -> None:
    """Write all files; when one cannot be written, those before it get their old bytes back."""
    done: list[str] = []
    late = None
    try:
        for file, (old, new) in changed.items():
            if not save(root / file, old, new):
                late = file
                break
            done.append(file)
    finally:
        if len(done) < len(changed):
            for file in done:
                old, new = changed[file]
                save(root / file, new, old)
    if late is not None:
        raise UseError("changed-meanwhile", file=name(root, late))


def name(root: Path, file: str) -> str:
    """A file as a reader calls it, from the current folder."""
    return Sources(root.resolve(), {}, Path.cwd()).name(file)
