"""The settings of a Word file: those of today's Word, in Dutch."""

from kansrijk_cli.output.docx.styles import LANGUAGE
from kansrijk_cli.output.docx.xml import Element, name, w

_OFFICE = "http://schemas.microsoft.com/office/word"
# Without these Word opens a file in the mode of an old version, and says so in its title.
_TODAY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
# What is part of a house style, among much that is of one document or one computer.
_BEFORE = ("mirrorMargins", "gutterAtTop")
_AFTER = ("evenAndOddHeaders",)
_COLOURS = ("clrSchemeMapping",)


def settings(house: Element | None, notes: bool) -> Element:
    """The settings, with what a house style says of pages and colours; in the standard's order."""
    separators = (w("footnote", id=number) for number in (-1, 0))
    today = (w("compatSetting", name=key, uri=_OFFICE, val=value) for key, value in _TODAY.items())
    return w(
        "settings",
        w("zoom", percent=100),
        *_kept(house, _BEFORE),
        w("defaultTabStop", val=708),
        *_kept(house, _AFTER),
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", *separators) if notes else None,
        w("compat", *today),
        w("themeFontLang", val=LANGUAGE),
        *_kept(house, _COLOURS),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


def _kept(house: Element | None, tags: tuple[str, ...]) -> list[Element]:
    if house is None:
        return []
    return [found for tag in tags if (found := house.find(name(f"w:{tag}"))) is not None]
