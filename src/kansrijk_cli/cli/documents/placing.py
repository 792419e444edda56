"""Putting documents in files, or seeing whether the files that are there are of today's data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from kansrijk_cli.cli.session import UseError
from kansrijk_cli.cli.terminal import out, say
from kansrijk_cli.output.documents.publication import Files, NotWritable, Publication
from kansrijk_cli.output.formats import writer
from kansrijk_cli.output.labels import label

BUILD = Path("build")


@dataclass(frozen=True, slots=True)
class Place:
    """Where documents go, and in which formats: in a folder, or one of them at a path.

    With `check` nothing is written, and with `shown` the document is the result of the command.
    """

    formats: tuple[str, ...]
    folder: Path = BUILD
    path: Path | None = None
    check: bool = False
    shown: bool = False

    def put(self, publication: Publication) -> bool:
        """Put a document in its place in each format; whether it is there as it is now."""
        fresh = True
        for format_ in self.formats:
            files = files_of(publication, format_)
            if self.shown:
                out(_text(files, format_))
            elif self.check:
                differences = list(stale(self.targets(files)))
                out("".join(differences))
                fresh = fresh and not differences
            else:
                path = write(self.targets(files))
                say(label("text", "written").format(title=publication.author, path=path))
        return fresh

    def targets(self, files: Files) -> list[tuple[Path, bytes]]:
        """The path of each file of a document; what belongs to it stands beside it."""
        parent = self.path.parent if self.path else self.folder
        paths = [parent / name for name in files]
        return list(zip([self.path or paths[0], *paths[1:]], files.values(), strict=True))


def checked_place(
    formats: tuple[str, ...], output: str | None, *, every: bool, check: bool
) -> Place:
    """Where documents go by the options of a command. Raises UseError when they do not agree."""
    if output is None:
        return Place(formats, check=check)
    if output == "":
        raise UseError("empty-output")
    if output == "-":
        if every or check or len(formats) > 1:
            raise UseError("one-to-stdout")
        return Place(formats, shown=True)
    if every:
        # Nobody calls a folder `alles.md`.
        if Path(output).suffix or Path(output).is_file():
            raise UseError("all-in-folder")
        return Place(formats, folder=Path(output), check=check)
    if len(formats) > 1:
        raise UseError("one-output")
    return Place(formats, path=Path(output), check=check)


def _text(files: Files, format_: str) -> str:
    """The document itself as text. Raises UseError when it is none."""
    try:
        return next(iter(files.values())).decode()
    except UnicodeDecodeError:
        raise UseError("only-text-to-stdout", format=format_) from None


def files_of(publication: Publication, format_: str) -> Files:
    """The files of a document in a format. Raises UseError when that cannot be done."""
    try:
        render = writer(format_)
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("kansrijk_cli"):
            raise
        raise UseError("no-extra", format=format_, package=missing.name) from missing
    try:
        return render(publication)
    except NotWritable as problem:
        told = {"format": format_, "text": problem.text, "detail": problem.detail}
        raise UseError("not-writable", **told) from problem


def write(targets: Iterable[tuple[Path, bytes]]) -> str:
    """Write the files of a document; returns the path of the document itself."""
    paths = []
    for target, content in targets:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file() or target.read_bytes() != content:
            target.write_bytes(content)
        paths.append(target.as_posix())
    return paths[0]


def stale(targets: Iterable[tuple[Path, bytes]]) -> Iterator[str]:
    """What differs between the files of a document and those on disk: nothing when all agree."""
    for target, content in targets:
        name = target.as_posix()
        if not target.is_file():
            yield label("text", "not-made").format(path=name) + "\n"
        elif (there := target.read_bytes()) != content:
            yield label("text", "stale").format(path=name) + "\n"
            yield from _difference(there, content, name)


def _difference(old: bytes, new: bytes, name: str) -> Iterator[str]:
    """The lines that differ; of files that are no text only that they do."""
    try:
        before, after = (part.decode().splitlines(keepends=True) for part in (old, new))
    except UnicodeDecodeError:
        return
    yield from unified_diff(before, after, name, label("diff", "now"))
