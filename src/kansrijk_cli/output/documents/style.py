"""How documents look: ours, or the house style of a region."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# The shades of the words of the data in tables, in all formats alike. Pages and PDF can draw
# stripes for what is unknown.
SHADES: Mapping[str, str] = MappingProxyType(
    {
        "active": "#b9dfc4",
        "starting": "#d8ecc0",
        "planned": "#dbe8f6",
        "ended": "#e6dce8",
        "none": "#f6d9d2",
        "unknown": "#f0f2f3",
    }
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of a house style, by the ending of its name such as `.svg` or `.png`."""

    suffix: str
    content: bytes


@dataclass(frozen=True)
class Style:
    """The look of documents.

    `accent` is the colour of headings and heads of tables, `#rrggbb`, of which the contrast with
    white is at least 4.5. `fonts` are names of font families, the most wanted first, and
    `font_files` the fonts themselves for who does not have them. `footer` stands below every
    page. `word` is a Word file whose styles are taken.
    """

    accent: str = "#0b5563"
    fonts: tuple[str, ...] = ()
    font_files: tuple[Asset, ...] = ()
    logo: Asset | None = None
    logo_text: str = ""
    footer: str = ""
    word: bytes | None = None
