"""The files that a house style names: whether they are there, and are what their names say."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File
from kansrijk_cli.model.style import HouseStyle
from kansrijk_cli.source.folder import DataFolder
from kansrijk_cli.workspace.entry import Entry, each

STYLE_FILE = "KR802"
_TRUETYPE = b"\x00\x01\x00\x00"
# What a file of a kind begins with.
_BEGINS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".ttf": (_TRUETYPE, b"true"),
    ".otf": (b"OTTO", _TRUETYPE),
    ".woff2": (b"wOF2",),
    ".docx": (b"PK\x03\x04",),
}
# What it has elsewhere: a spreadsheet is a zip file too, and a drawing begins in many ways.
_HOLDS = {".docx": b"word/", ".svg": b"<svg"}


def wrong_style_files(folder: DataFolder, entries: Iterable[Entry[File]]) -> Iterator[Diagnostic]:
    """The names in house styles that no file has, or a file of another kind."""
    for entry in entries:
        if isinstance(entry.content, HouseStyle):
            parent = f"{PurePosixPath(entry.place.file).parent}/templates"
            for place, name in _named(entry.content, entry.place):
                yield from _wrong(folder, place, parent, name)


def _named(style: HouseStyle, place: Place) -> Iterator[tuple[Place, str]]:
    if style.logo:
        yield place.at("logo").at("file"), style.logo.file
    yield from each(place.at("font_files"), style.font_files)
    if style.word:
        yield place.at("word"), style.word


def _wrong(folder: DataFolder, place: Place, parent: str, name: str) -> Iterator[Diagnostic]:
    path = f"{parent}/{name}"
    if folder.is_link(path):
        # As it was kept in git, nobody knows what a link leads to.
        return
    try:
        content = folder.read(path) if folder.is_file(path) else None
    except OSError:
        content = None
    suffix = PurePosixPath(name).suffix
    if content is None:
        yield Diagnostic(STYLE_FILE, place, {"name": name, "folder": parent})
    elif not (content.startswith(_BEGINS.get(suffix, b"")) and _HOLDS.get(suffix, b"") in content):
        yield Diagnostic(STYLE_FILE, place, {"file": name, "kind": suffix.removeprefix(".")})
