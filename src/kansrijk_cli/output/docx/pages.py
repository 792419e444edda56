"""The pages of a Word file: A4, upright or turned, with what stands above and below the text."""

from copy import deepcopy
from dataclasses import dataclass

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.parts.hdrftr import FooterPart, HeaderPart

from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.docx.base import Base
from kansrijk_cli.output.docx.pictures import logo
from kansrijk_cli.output.docx.xml import Element, field, name, paragraph, run, runs, w
from kansrijk_cli.output.labels import label

# A4 in twentieths of a point, and what stays free around the text.
SHORT, LONG = 11_906, 16_838
_MARGINS = {"top": 1134, "right": 1247, "bottom": 1134, "left": 1247, "header": 624, "footer": 567}
# Where the margins of a house style leave less for the text, ours are taken.
_NARROWEST = 5000


@dataclass(frozen=True, slots=True)
class Pages:
    """The margins, and what stands around the text of upright and of turned pages."""

    margins: Element
    upright: tuple[Element, ...]
    turned: tuple[Element, ...]
    first: bool

    def room(self, *, turned: bool) -> int:
        """How wide the text is."""
        return _room(self.margins, turned=turned)

    def section(self, *, turned: bool, opening: bool) -> Element:
        """What ends a row of pages; `opening` when they are the first of the document."""
        size = {"w": LONG, "h": SHORT, "orient": "landscape"} if turned else {"w": SHORT, "h": LONG}
        return w(
            "sectPr",
            *map(deepcopy, self.turned if turned else self.upright),
            w("pgSz", **size),
            deepcopy(self.margins),
            w("titlePg") if self.first and opening else None,
        )


def pages(base: Base, style: Style) -> Pages:
    """The pages of a file: as its house style has them, with what that lacks."""
    house = base.section if base.section is not None else w("sectPr")
    margins = house.find(name("w:pgMar"))
    if margins is None or _room(margins, turned=False) < _NARROWEST:
        margins = w("pgMar", **_MARGINS, gutter=0)
    headers = house.findall(name("w:headerReference"))
    footers = house.findall(name("w:footerReference"))
    first = house.find(name("w:titlePg")) is not None
    if not headers and style.logo:
        headers, first = [_with_logo(base, style)], True
    upright, turned = (
        footers or _footers(base, style, _room(margins, turned=sideways), first=first)
        for sideways in (False, True)
    )
    return Pages(margins, (*headers, *upright), (*headers, *turned), first)


def _with_logo(base: Base, style: Style) -> Element:
    """The header of the first page, with the logo."""
    part = HeaderPart.new(base.part.package)
    shown = [logo(part, style.logo, style.logo_text, style)] if style.logo else []
    part.element[:] = [paragraph(base.styles["header"], *shown)]
    return _reference("header", "first", base.part.relate_to(part, RT.HEADER))


def _footers(base: Base, style: Style, room: int, *, first: bool) -> list[Element]:
    """The footer, as wide as the text: that of the house style, and the number of the page."""
    part = FooterPart.new(base.part.package)
    shown = [*runs(style.footer), run({}, w("tab")), *_number()]
    part.element[:] = [paragraph(base.styles["footer"], *shown, tabs=_tabs(base, room))]
    number = base.part.relate_to(part, RT.FOOTER)
    kinds = ("default", "first") if first else ("default",)
    return [_reference("footer", kind, number) for kind in kinds]


def _tabs(base: Base, room: int) -> Element:
    """One tab, at the right side of the text, instead of those of the style."""
    [style] = (
        found
        for found in base.look.findall(name("w:style"))
        if found.get(name("w:styleId")) == base.styles["footer"]
    )
    places = {int(found.get(name("w:pos"))) for found in style.iter(name("w:tab"))} - {room}
    wanted = [(place, "clear") for place in places] + [(room, "right")]
    return w("tabs", *(w("tab", val=kind, pos=place) for place, kind in sorted(wanted)))


def _reference(place: str, kind: str, number: str) -> Element:
    made = w(f"{place}Reference", type=kind)
    made.set(name("r:id"), number)
    return made


def _number() -> list[Element]:
    """The number of the page, and of how many."""
    before, _, rest = label("page", "number").partition("{number}")
    between, _, after = rest.partition("{total}")
    shown = (runs(before), field("PAGE", "1"), runs(between), field("NUMPAGES", "1"), runs(after))
    return [piece for pieces in shown for piece in pieces]


def _room(margins: Element, *, turned: bool) -> int:
    free = sum(int(margins.get(name(f"w:{side}"), 0)) for side in ("left", "right", "gutter"))
    return (LONG if turned else SHORT) - free
