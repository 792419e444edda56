"""Putting documents in files, or seeing whether the files that are there are of today's data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kansrijk_cli.cli.session import UseError
from kansrijk_cli.cli.terminal import out, say
from kansrijk_cli.output.differences import lines, words
from kansrijk_cli.output.documents.publication import Files, NotReadable, NotWritable, Publication
from kansrijk_cli.output.formats import reader, writer
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
                # What the Markdown shows, the page would show again.
                brief = format_ == "html" and "markdown" in self.formats
                differences = list(stale(self.targets(files), format_, brief=brief))
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


def stale(
    targets: Iterable[tuple[Path, bytes]], format_: str, *, brief: bool = False
) -> Iterator[str]:
    """What differs between the files of a document and those on disk: nothing when all agree.

    When `brief` only which files differ.
    """
    for target, content in targets:
        name = target.as_posix()
        if not target.is_file():
            yield label("text", "not-made").format(path=name) + "\n"
        elif (there := target.read_bytes()) != content:
            yield label("text", "stale").format(path=name) + "\n"
            if not brief:
                kind = "html" if target.suffix == ".svg" else format_
                yield from _difference(there, content, name, kind)


def _difference(old: bytes, new: bytes, name: str, format_: str) -> Iterator[str]:
    """The lines or words that differ, or why there are none to show."""
    read, now = reader(format_), label("diff", "now")
    try:
        if read is None:
            yield from lines(old.decode(), new.decode(), name, now)
            return
        found = list(words(read(old), read(new), name, now))
    except (UnicodeDecodeError, NotReadable):
        yield label("text", "unreadable") + "\n"
        return
    yield from found or (label("text", "only-layout") + "\n",)
