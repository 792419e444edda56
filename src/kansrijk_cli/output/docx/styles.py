"""The styles of a Word file: ours, or those of a house style with what it lacks."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from string import Template
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.docx.xml import Element, name, w

LANGUAGE = "nl-NL"
# The font that every Word has; other programs have one of the same widths.
FONT = "Calibri"
_REFERRING = ("w:basedOn", "w:next", "w:link")

# The id of each style in this file, by its English name in lower case.
Names = Mapping[str, str]


def in_word(colour: str) -> str:
    """A colour `#rrggbb` as Word writes it."""
    return colour.removeprefix("#").upper()


def letters(look: Style) -> float:
    """How wide letters are beside what pictures count on; the font of a house style may be wide."""
    return 0.96 if look.fonts or look.word else 0.84


def ours(look: Style) -> Element:
    """Our own styles, in the colour and font of a house style."""
    text = files("kansrijk_cli.output.docx").joinpath("styles.xml").read_text("utf-8")
    font = escape(look.fonts[0] if look.fonts else FONT, {'"': "&quot;"})
    filled = Template(text).substitute(accent=in_word(look.accent), font=font)
    return parse_xml(filled.encode())


def completed(house: Element, look: Style) -> Element:
    """The styles of a house style in Dutch, and ours for each that it does not have."""
    known, taken = names(house), {_id(style) for style in _styles(house)}
    lacking = [style for style in _styles(ours(look)) if _name(style) not in known]
    ids = {_id(style): known.get(_name(style), "") for style in _styles(ours(look))}
    for style in lacking:
        ids[_id(style)] = _free(_id(style), taken)
    for style in lacking:
        style.attrib.pop(name("w:default"), None)
        style.set(name("w:styleId"), ids[_id(style)])
        for tag in _REFERRING:
            for reference in style.findall(name(tag)):
                reference.set(name("w:val"), ids[reference.get(name("w:val"), "")])
        house.append(style)
    _in_dutch(house)
    return house


def names(styles: Element) -> dict[str, str]:
    """The id of each style by its name: that is English in every Word, whatever Word shows."""
    return {_name(style): _id(style) for style in _styles(styles)}


def _in_dutch(styles: Element) -> None:
    """Make Dutch the language of all styles; a screen reader reads aloud by it."""
    for language in styles.iter(name("w:lang")):
        language.set(name("w:val"), LANGUAGE)
    defaults = styles.find(name("w:docDefaults"))
    if defaults is None:
        defaults = w("docDefaults")
        styles.insert(0, defaults)
    if defaults.find(name("w:rPrDefault")) is None:
        defaults.insert(0, w("rPrDefault"))
    around = defaults.find(name("w:rPrDefault"))
    if around.find(name("w:rPr")) is None:
        around.append(w("rPr"))
    properties = around.find(name("w:rPr"))
    if properties.find(name("w:lang")) is None:
        properties.append(w("lang", val=LANGUAGE))


def _free(wanted: str, taken: set[str]) -> str:
    """An id that no other style has."""
    found, number = wanted, 0
    while found in taken:
        number += 1
        found = f"{wanted}{number}"
    taken.add(found)
    return found


def _styles(styles: Element) -> Iterator[Element]:
    """The styles that have a name; one without is of no use to anybody."""
    found = styles.findall(name("w:style"))
    return (style for style in found if style.find(name("w:name")) is not None)


def _id(style: Element) -> str:
    return str(style.get(name("w:styleId"), ""))


def _name(style: Element) -> str:
    return str(style.find(name("w:name")).get(name("w:val"))).lower()
