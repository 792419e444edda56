"""A picture around what is drawn in it: its title, its shades and its size."""

from collections.abc import Iterable, Mapping
from math import ceil

from kansrijk_cli.output.documents.publication import Canvas, Picture
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.drawing.colours import palette
from kansrijk_cli.output.drawing.environment import environment, legible
from kansrijk_cli.output.drawing.marks import WIDTH
from kansrijk_cli.output.show import show

MARGIN = 12
FONTS = ("Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "Noto Sans")


def sheet(
    name: str,
    canvas: Canvas,
    title: object,
    height: float,
    fills: Iterable[str],
    values: Mapping[str, object],
) -> Picture:
    """A picture by the template of its name. `fills` are the shades that it uses."""
    template = environment(canvas.templates).get_template(f"pictures/{name}.svg.j2")
    size = WIDTH + 2 * MARGIN, ceil(height) + 2 * MARGIN
    svg = template.render(
        values,
        name=canvas.name,
        title=legible(show(title)),
        said=legible(canvas.alternative),
        size=size,
        margin=MARGIN,
        fonts=font_family(canvas.style),
        palette=palette(canvas.style.accent),
        fills=sorted(set(fills)),
    )
    return Picture(svg, *size)


def font_family(style: Style) -> str:
    """The fonts of the style, and those that most computers have."""
    return ", ".join([*(f"'{font}'" for font in (*style.fonts, *FONTS)), "sans-serif"])
