"""The tree of a document as Typst source: a line for each block, and text as literals only."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.publication import Picture
from kansrijk_cli.output.pdf.tables import table_source
from kansrijk_cli.output.pdf.text import broken, fitted, from_right, literal, shown

WEB = ("http://", "https://", "mailto:")
# PDF knows no longer addresses.
_LONGEST_LINK = 8000
# In look.typ: the width and height of the text on a page, in points, and the size of letters.
ACROSS, DOWN, TURNED = 470.0, 700.0, 717.0
SIZE, TITLE, HEADINGS = 10.0, 26.0, {1: 17.0, 2: 13.0, 3: 11.0}


@dataclass
class Source:
    """Blocks on their way to Typst: which notes stand at the foot of a page by now.

    `pictures` are drawings with the names of their files; `missing` is what no font can show.
    """

    document: tree.Tree
    pictures: Mapping[str, tuple[str, Picture]]
    missing: Collection[str] = ()
    placed: set[int] = field(default_factory=set)
    level: int = 0

    def __post_init__(self) -> None:
        blocks = self.document.blocks
        inside = (block for part in (blocks, *self.document.notes) for block in tree.within(part))
        headings = (block for block in inside if isinstance(block, tree.Heading))
        self.anchors = {h.anchor for h in headings if tree.plain(h.text).strip()}

    def opening(self, stem: str) -> str:
        """The title of the document; without one the name of its file."""
        title = self.document.title or (tree.Run(stem),)
        return f"opening({self.text(title, ACROSS / TITLE, notes=False)})"

    def blocks(self, blocks: Iterable[tree.Block], room: float = ACROSS) -> Iterator[str]:
        """A line for each block."""
        row = tuple(blocks)
        for block, after in zip_longest(row, row[1:]):
            yield from self.block(block, after, room)

    def block(self, block: tree.Block, after: tree.Block | None, room: float) -> Iterator[str]:
        """One block; `after` is the one behind it."""
        match block:
            case tree.Heading():
                yield from self.heading(block)
            case tree.Paragraph(text):
                made = f"par({self.text(text, room / SIZE)})"
                yield f"introduces({made})" if after and tree.introduces(text) else made
            case tree.Listing():
                yield self.listing(block, room)
            case tree.Quote(inner):
                yield f"quote({_together(self.blocks(inner, room - 15))})"
            case tree.Code(text):
                lines = (shown(line, self.missing) for line in text.expandtabs(4).split("\n"))
                kept = "\n".join(broken(line, room / SIZE) for line in lines)
                yield f"raw(block: true, {literal(kept)})"
            case tree.Rule():
                yield "separator"
            case tree.Figure(name, alternative):
                yield self.figure(name, alternative, room)
            case tree.Table():
                yield table_source(block, room, self.text)
            case tree.Contents(heading, entries):
                yield from self.heading(heading)
                yield from self.contents(entries)

    def heading(self, heading: tree.Heading) -> Iterator[str]:
        """A heading: the title is above the levels, so a chapter is of the first.

        PDF/UA knows no empty headings, and none that are more than one level deeper.
        """
        if heading.anchor in self.anchors:
            self.level = min(heading.level - 1, self.level + 1)
            room = ACROSS / HEADINGS.get(self.level, SIZE)
            text = self.text(heading.text, room, notes=False)
            yield f"[#heading(level: {self.level}, {text})#label({_name(heading.anchor)})]"

    def listing(self, listing: tree.Listing, room: float) -> str:
        """A list, with signs or with numbers."""
        items = (self.inside(item, room - 20) for item in listing.items)
        kind = "list" if listing.start is None else "enum"
        start = "" if listing.start is None else f"start: {listing.start}, "
        return f"{kind}({start}{', '.join(items)})"

    def inside(self, blocks: tuple[tree.Block, ...], room: float) -> str:
        """Blocks behind a sign or a number: the first text stands on the same line."""
        match blocks:
            case (tree.Paragraph(text), *rest):
                return _together((self.text(text, room / SIZE), *self.blocks(rest, room)))
        return _together(self.blocks(blocks, room))

    def contents(self, entries: Iterable[tree.Entry]) -> Iterator[str]:
        """The chapters with their pages; one that is not there is only told."""
        known, unknown = [], []
        for entry in entries:
            text = self.text(entry.text, ACROSS / SIZE - 4, notes=False)
            if entry.anchor in self.anchors:
                known.append(f"{_name(entry.anchor)}: {text}")
            else:
                unknown.append(text)
        if known:
            yield f"contents(({', '.join(known)},))"
        if unknown:
            yield f"list({', '.join(unknown)})"

    def figure(self, name: str, alternative: str, room: float) -> str:
        """A picture that fits on a page; one that is not there is told."""
        if name not in self.pictures:
            return f"par({self.text((tree.Run(alternative),), room / SIZE)})"
        file, picture = self.pictures[name]
        wide = picture.wide(room, DOWN)
        high = wide * picture.height / picture.width
        image = f"{literal(file)}, width: {wide:.1f}pt"
        if alternative.strip():
            shown = f"image({image}, alt: {literal(alternative)})"
        else:
            shown = f"pdf.artifact(image({image}))"
        return f"following({high:.1f}pt, {shown})"

    def text(self, text: tree.Text, room: float, *, notes: bool = True) -> str:
        """A text as Typst code. With `notes` its footnotes can stand at the foot of the page."""
        made = _together(self.pieces(text, room, notes=notes))
        return f"from-right({made})" if from_right(tree.plain(text)) else made

    def pieces(self, text: tree.Text, room: float, *, notes: bool) -> Iterator[str]:
        """The pieces of a text."""
        for piece in text:
            match piece:
                case tree.Run():
                    yield self.run(piece, room)
                case tree.Break():
                    yield "linebreak()"
                case tree.NoteMark(number):
                    yield self.mark(number, notes=notes)

    def run(self, run: tree.Run, room: float) -> str:
        """A piece of text in its look, as link when it leads somewhere."""
        text = shown(run.text, self.missing)
        made = _together(fitted(text, room))
        if run.code:
            made = f"raw({literal(broken(text, room))})"
        for wanted, look in ((run.emphasis, "emph"), (run.strong, "strong")):
            made = f"{look}({made})" if wanted else made
        if run.link and run.link.startswith(WEB) and len(run.link) <= _LONGEST_LINK:
            return f"pointer({literal(run.link)}, {made})"
        if run.link and run.link[:1] == "#" and run.link[1:] in self.anchors:
            return f"pointer(label({_name(run.link[1:])}), {made})"
        return made

    def mark(self, number: int, *, notes: bool) -> str:
        """The mark of a footnote; the first in running text brings the note to its page."""
        name, told = literal(f"noot-{number}"), literal(str(number))
        if number > len(self.document.notes):
            return f"super({told})"
        if not notes:
            return f"super(link(label({name}), {told}))"
        if number in self.placed:
            return f"footnote(numbering: _ => {told}, label({name}))"
        self.placed.add(number)
        note = self.inside(self.document.notes[number - 1], ACROSS - 20)
        return f"[#footnote(numbering: _ => {told}, {note})#label({name})]"

    def rest(self) -> Iterator[str]:
        """The notes that no running text has, such as those of a heading."""
        for number, note in enumerate(self.document.notes, 1):
            if number not in self.placed:
                told = self.inside(note, ACROSS - 20)
                yield f"[#enum(start: {number}, {told})#label({literal(f'noot-{number}')})]"


def _together(parts: Iterable[str]) -> str:
    return f"{{{'; '.join(parts)}}}"


def _name(anchor: str) -> str:
    return literal(f"kop-{anchor}")
