"""A document as PDF, compiled by Typst: tagged, by PDF/UA-1 and PDF/A-2a, the same every time."""

import re
from collections.abc import Collection
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from kansrijk_cli.output.documents.publication import NotWritable, Publication
from kansrijk_cli.output.documents.spreads import spreads
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.pdf.finish import finished
from kansrijk_cli.output.pdf.house import FONT, FONT_FILES, LOGO, house
from kansrijk_cli.output.pdf.source import ACROSS, TURNED, Source
from kansrijk_cli.output.pdf.text import literal, literals, told, unescaped

_FONTS = files("font_source_sans_pro").joinpath("files")
_READABLE = (".ttf", ".otf")
_MAIN, _PICTURE = "document.typ", "picture-{}.svg"
_LOOK = files("kansrijk_cli.output.pdf").joinpath("look.typ").read_text("utf-8")
_PROBE = f'#set document(title: "-")\n#set text(font: {literal(FONT)}, lang: "nl")'
_UNKNOWN = re.compile(
    r'(?:the text|contains the codepoint|the disallowed codepoint) `"((?:[^"\\]|\\.)*)"`'
)
_PLACE = re.compile(r"┌─ .*?([\w.-]+):(\d+):\d+\n")
_SHOWN = 200


def document(publication: Publication) -> bytes:
    """The PDF. Its fonts are ours and those of the house style, never those of this machine.

    What no font can show is written as its numbers. Raises NotWritable when Typst refuses.
    """
    missing: set[str] = set()
    # Windows does not remove a font that is still open; that is no reason to have no document.
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _put_fonts(publication.style, folder)
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
        while True:
            _put_pictures(publication, folder, missing)
            source = _source(publication, fonts.families(), missing)
            try:
                return finished(_compiled(source, publication.day, folder, fonts))
            except typst.TypstError as error:
                found = _unknown(error) - missing
                if not found:
                    raise _problem(error, source) from error
                missing |= _alone(found, publication.day, folder, fonts) or found


def _unknown(error: typst.TypstError) -> set[str]:
    return {unescaped(text) for text in _UNKNOWN.findall(error.diagnostic)}


def _alone(texts: Collection[str], day: date, folder: Path, fonts: typst.Fonts) -> set[str]:
    """What of some texts cannot be shown: Typst also names what stands beside such a sign."""
    lines = (f"#par({literal(text)})" for text in sorted(texts))
    try:
        _compiled("\n".join((_PROBE, *lines)), day, folder, fonts)
    except typst.TypstError as error:
        return _unknown(error)
    return set()


def _put_fonts(style: Style, folder: Path) -> None:
    """The fonts on their own, as Typst reads all fonts of a folder."""
    for name in FONT_FILES:
        (folder / name).write_bytes(_FONTS.joinpath(name).read_bytes())
    for number, font in enumerate(style.font_files):
        if font.suffix in _READABLE:
            (folder / f"house-{number}{font.suffix}").write_bytes(font.content)


def _put_pictures(publication: Publication, folder: Path, missing: Collection[str]) -> None:
    for number, picture in enumerate(publication.pictures.values(), 1):
        folder.joinpath(_PICTURE.format(number)).write_text(told(picture.svg, missing), "utf-8")
    if logo := publication.style.logo:
        folder.joinpath(LOGO + logo.suffix).write_bytes(logo.content)


def _source(publication: Publication, families: Collection[str], missing: Collection[str]) -> str:
    """All of it: what a house style changes, the look, and the document."""
    pictures = {
        name: (_PICTURE.format(number), picture)
        for number, (name, picture) in enumerate(publication.pictures.items(), 1)
    }
    source = Source(publication.tree, pictures, missing)
    parts = [house(publication, families, missing), _LOOK, "#{", source.opening(publication.stem)]
    for turned, blocks in spreads(publication.tree.blocks):
        lines = source.blocks(blocks, TURNED if turned else ACROSS)
        parts += ["turned({", *lines, "})"] if turned else lines
    return "\n".join((*parts, *source.rest(), "closing", "}"))


def _compiled(source: str, day: date, folder: Path, fonts: typst.Fonts) -> bytes:
    main = folder / _MAIN
    main.write_text(source, "utf-8", newline="\n")
    return typst.compile(
        main,
        root=folder,
        font_paths=fonts,
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime.combine(day, time(), UTC),
    )


def _problem(error: typst.TypstError, source: str) -> NotWritable:
    """What Typst says, with the text of the block, or of the picture, that it says it of."""
    first = error.diagnostic.partition("\nerror: ")[0]
    lines = source.split("\n")
    told = ""
    for file, number in _PLACE.findall(first):
        # A place in the look is followed by that of the block that it is the look of.
        here = (line for line in lines if literal(file) in line)
        told = lines[int(number) - 1] if file == _MAIN else next(here, told)
    return NotWritable(error.message, " ".join(literals(told))[:_SHOWN])
