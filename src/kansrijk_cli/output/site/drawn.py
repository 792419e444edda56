"""Pictures in pages of the site."""

from markupsafe import Markup

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.publication import Canvas
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.formats import drawer
from kansrijk_cli.output.site.desk import Desk
from kansrijk_cli.output.site.site import Site


def drawn(
    site: Site, desk: Desk, style: Style, name: str, data: object, alternative: str
) -> Markup:
    """A picture of some data. `name` is a module in `output/pictures`."""
    number = len(desk.pictures) + 1
    file = f"{name}-{number}"
    canvas = Canvas(file, style, site.material.templates, alternative)
    desk.pictures[file] = drawer(name)(data, canvas)
    return desk.blocks.figure(tree.Figure(file, alternative))
