"""What is particular to one PDF beside its text: its house style, author and day."""

from collections.abc import Collection

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.publication import Publication
from kansrijk_cli.output.documents.style import SHADES
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.pdf.text import broken, literal, shown
from kansrijk_cli.output.show import show
from kansrijk_cli.output.visible import visible

FONT = "Source Sans Pro"
FONT_FILES = tuple(f"SourceSansPro-{style}.ttf" for style in ("Regular", "It", "Bold", "BoldIt"))
LOGO = "logo"
# So much of a title, in characters, fits on the line above each page.
_LINE = 110
# In the size of the smallest letters; some is left for the number of the page beside it.
_ROOM = 40.0


def house(publication: Publication, families: Collection[str], missing: Collection[str]) -> str:
    """The values that look.typ works with. `families` are the fonts that there are."""
    style, day = publication.style, publication.day
    title = tree.plain(publication.tree.title) or publication.stem
    values = {
        "title": literal(visible(title)),
        "author": literal(visible(publication.author)),
        "day": f"datetime(year: {day.year}, month: {day.month}, day: {day.day})",
        "accent": f"rgb({literal(style.accent)})",
        "shades": f"({', '.join(map(_shade, SHADES.items()))})",
        "fonts": f"({', '.join(map(literal, _fonts(style.fonts, families)))},)",
        "logo": f"({_logo(publication)})" if style.logo else "none",
        "above": _line(title if len(title) <= _LINE else title[:_LINE] + "…", missing),
        "author-line": _line(publication.author, missing),
        "footer": _line(style.footer, missing),
        "about": _line(label("page", "about").replace("{day}", show(day)), missing),
        "number": _number(),
    }
    return f"#let house = ({', '.join(f'{name}: {value}' for name, value in values.items())})"


def _shade(shade: tuple[str, str]) -> str:
    word, colour = shade
    return f"{literal(word)}: rgb({literal(colour)})"


def _fonts(wanted: Collection[str], families: Collection[str]) -> list[str]:
    known = {family.casefold() for family in families}
    return [*(name for name in wanted if name.casefold() in known), FONT]


def _logo(publication: Publication) -> str:
    logo, told_as = publication.style.logo, publication.style.logo_text or publication.author
    return f"file: {literal(LOGO + logo.suffix)}, text: {literal(told_as)}" if logo else ""


def _line(text: str, missing: Collection[str]) -> str:
    return literal(broken(shown(text, missing), _ROOM))


def _number() -> str:
    """A function for the line with the number of a page."""
    before, _, rest = label("page", "number").partition("{number}")
    between, _, after = rest.partition("{total}")
    parts = (literal(before), "str(page)", literal(between), "str(pages)", literal(after))
    return f"(page, pages) => {' + '.join(parts)}"
