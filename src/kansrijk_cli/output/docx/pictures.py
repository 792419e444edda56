"""Pictures in a Word file: drawings as points, as sharp as paper shows them.

Word can hold a drawing beside its points, and then shows that. But what it makes of patterns is
not sure, and patterns carry meaning.
"""

import json
import re
from collections.abc import Mapping
from html import unescape
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from docx.image.image import Image
from docx.parts.story import StoryPart
from docx.shared import Length, Twips

from kansrijk_cli.output.documents.publication import Picture
from kansrijk_cli.output.documents.style import Asset, Style
from kansrijk_cli.output.docx.xml import PLAIN, Element, legal, name, run, w

# What text in a drawing is set in where its own fonts are not at hand.
FONT = "Source Sans Pro"
# How many points to an inch Word itself keeps of a picture, and in what parts of a point it counts.
_PAPER, _TWIPS = 220, 20
# How wide and high a logo is at most, as Word counts, and how high the text of a page in points.
LOGO, DOWN = (4000, 900), 728
# No name of a picture is longer.
_LONGEST = 80
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(font: json(bytes(sys.inputs.fonts)))
#image(bytes(sys.inputs.svg))"""


def points(drawings: Mapping[str, str], style: Style) -> dict[str, bytes]:
    """Drawings as PNG by their names, with the fonts of a house style."""
    if not drawings:
        return {}
    fonts = files("font_source_sans_pro").joinpath("files")
    with TemporaryDirectory() as folder, as_file(fonts) as ours:
        for number, font in enumerate(style.font_files):
            Path(folder, f"{number}{font.suffix}").write_bytes(font.content)
        known = typst.Fonts(include_system_fonts=False, font_paths=[Path(folder), ours])
        inputs = {"fonts": json.dumps([*style.fonts, FONT])}
        return {
            file: typst.compile(
                _PAGE, format="png", ppi=_PAPER, font_paths=known, sys_inputs={**inputs, "svg": svg}
            )
            for file, svg in drawings.items()
        }


def picture(
    part: StoryPart, drawn: Picture, png: bytes, alternative: str, number: int, room: int
) -> Element:
    """A drawing in a run, as large as it is drawn unless the page is narrower."""
    title = _TITLE.search(drawn.svg)
    said = unescape(title[1]).strip() if title else alternative
    wide = drawn.wide(room / _TWIPS, DOWN) * _TWIPS
    size = Twips(int(wide)), Twips(int(wide * drawn.height / drawn.width))
    return _placed(part, png, size, (said, alternative, number))


def logo(part: StoryPart, asset: Asset, text: str, style: Style) -> Element:
    """The logo of a house style in a run."""
    drawing = asset.suffix == ".svg"
    content = points({"": asset.content.decode()}, style)[""] if drawing else asset.content
    image = Image.from_blob(content)
    # A logo is as high as its place, however many points it has.
    high = min(LOGO[1], LOGO[0] * image.px_height // image.px_width)
    size = Twips(high * image.px_width // image.px_height), Twips(high)
    return _placed(part, content, size, (text, text, 1))


def _placed(
    part: StoryPart, content: bytes, size: tuple[Length, Length], texts: tuple[str, str, int]
) -> Element:
    """A picture in a run, with its title, its text for who does not see it and its number."""
    inline = part.new_pic_inline(BytesIO(content), *size)
    title, alternative, number = texts
    for properties in inline.iter(name("wp:docPr")):
        properties.set("id", str(number))
        properties.set("name", legal(title)[:_LONGEST])
        properties.set("descr", legal(alternative))
        properties.set("title", legal(title))
    drawing = w("drawing")
    drawing.append(inline)
    return run(PLAIN, drawing)
