"""The house style of a region, as its own pages of the site have it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kansrijk_cli.compute.contrast import READABLE, contrast
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.drawing.colours import INK, mix
from kansrijk_cli.output.html.page import look
from kansrijk_cli.output.site.addresses import region_file

# The grey behind some links (`--tint` in the style sheet); on white a colour reads better still.
TINT = "#eef3f4"
STEP = 0.04


@dataclass(frozen=True, slots=True)
class House:
    """The look of a region with the addresses of its files; they are written once for all pages."""

    region: str
    style: Style

    @property
    def sheet(self) -> str | None:
        """The style sheet that comes after the one of the site."""
        return region_file(self.region, "huisstijl.css") if self.style != Style() else None

    @property
    def logo(self) -> str | None:
        """Its logo."""
        logo = self.style.logo
        return region_file(self.region, f"logo{logo.suffix}") if logo else None

    def files(self) -> Iterator[tuple[str, bytes]]:
        """What its pages need."""
        if self.sheet:
            yield self.sheet, f"{look(self.style)}\n".encode()
        if self.logo and self.style.logo:
            yield self.logo, self.style.logo.content


def house(region: str, style: Style) -> House:
    """The look of a region on the site, in a colour that reads well on grey as well."""
    return House(region, replace(style, accent=readable(style.accent)))


def readable(colour: str) -> str:
    """A colour, made as much darker as is needed to read it on all that the site puts behind it."""
    part, found = 0.0, colour
    while contrast(found, TINT) < READABLE:
        part += STEP
        found = mix(colour, INK, min(part, 1.0))
    return found
