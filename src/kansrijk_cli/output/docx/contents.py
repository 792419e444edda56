"""The contents of a Word file: what Word would make of it, there before Word makes it."""

from collections.abc import Sequence

from docx.oxml.text.paragraph import CT_P
from docx.shared import Twips

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.docx.story import Story
from kansrijk_cli.output.docx.xml import Element, begin, end, paragraph, runs, w

_DEEPEST = 3


def contents(heading: CT_P, entries: Sequence[tree.Entry], story: Story, *, apart: bool) -> Element:
    """The heading and the chapters, each a link; with `apart` at the top of a page.

    Only Word knows the pages: it adds their numbers when somebody refreshes the contents.
    """
    if apart:
        # Not every program keeps this heading with its lines, as Word does.
        properties = heading.get_or_add_pPr()
        properties.get_or_add_pageBreakBefore()
        properties.spacing_before = Twips(0)
    levels = [_level(entry, story) for entry in entries]
    last = len(entries) - 1
    lines = [
        # Contents on one page are easier to read.
        paragraph(story.styles[f"toc {level}"], *_entry(entry, story), keep=number < last)
        for number, (entry, level) in enumerate(zip(entries, levels, strict=True))
    ]
    if lines:
        opening = begin(f'TOC \\o "1-{max(levels)}" \\h \\z \\u')
        for number, piece in enumerate(opening):
            lines[0].insert(1 + number, piece)
        lines[-1].append(end())
    kind = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", kind), w("sdtContent", heading, *lines))


def _entry(entry: tree.Entry, story: Story) -> list[Element]:
    place = story.places.get(entry.anchor)
    words = runs(tree.plain(entry.text))
    return [w("hyperlink", *words, anchor=place.name, history=1)] if place else words


def _level(entry: tree.Entry, story: Story) -> int:
    place = story.places.get(entry.anchor)
    return min(place.level - 1, _DEEPEST) if place else 1
