"""A whole HTML page of a document, with its look inside it."""

from base64 import b64encode

from markupsafe import Markup

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.publication import Publication
from kansrijk_cli.output.documents.style import Asset, Style
from kansrijk_cli.output.html.blocks import Blocks, inline, notes
from kansrijk_cli.output.html.environment import environment

TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".woff2": "font/woff2",
}


def page(publication: Publication) -> str:
    """The page of a document. The look is in it; nothing is asked of the network."""
    blocks = Blocks(publication.pictures)
    document = publication.tree
    return (
        environment(publication.templates)
        .get_template("html/document.html.j2")
        .render(
            title=tree.plain(document.title),
            heading=inline(document.title),
            body=blocks.blocks(document.blocks),
            notes=notes(document, blocks),
            look=look(publication.style),
            style=publication.style,
            logo=address(publication.style.logo) if publication.style.logo else None,
            publication=publication,
        )
    )


def look(style: Style) -> Markup:
    """What a house style changes in the style sheet. Its values are checked when it is read."""
    fonts = ", ".join(f'"{name}"' for name in style.fonts)
    lines = [
        f":root {{ --accent: {style.accent};{f' --fonts: {fonts}, sans-serif;' if fonts else ''} }}"
    ]
    if style.fonts:
        lines += (
            f'@font-face {{ font-family: "{style.fonts[0]}"; src: url({address(font)}); }}'
            for font in style.font_files
        )
    return Markup("\n".join(lines))


def address(asset: Asset) -> str:
    """A file as an address that holds the file itself."""
    return f"data:{TYPES[asset.suffix]};base64,{b64encode(asset.content).decode()}"
