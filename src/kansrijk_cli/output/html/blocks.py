"""The tree of a document as pieces of HTML: every table with its caption and heads, by name.

The ids that are ours have a dot, which the anchor of a heading never has.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.publication import Picture
from kansrijk_cli.output.labels import label, labels

# What a link may be: on the web, in the page, or to a file beside it. No scheme can run anything.
WEB = ("http://", "https://", "mailto:", "#", "./", "../")
# The longest word that a cell or a small screen has room for.
LETTERS = 30
# Where there are soft hyphens, a word may go on in the next line already.
_LONG = re.compile(rf"([^\s\u00ad]{{{LETTERS + 1},}})")


@dataclass
class Blocks:
    """The blocks of one page on their way, with the pictures in it and its number of tables."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    tables: int = 0

    def blocks(self, blocks: Iterable[tree.Block]) -> Markup:
        """Blocks one after another."""
        return Markup("\n").join(self.block(block) for block in blocks)

    def block(self, block: tree.Block) -> Markup:
        """One block."""
        made: Markup
        match block:
            case tree.Heading(level, text, anchor):
                made = Markup('<h{0} id="{1}">{2}</h{0}>').format(level, anchor, inline(text))
            case tree.Paragraph(text):
                made = Markup("<p>{}</p>").format(inline(text))
            case tree.Listing():
                made = self.listing(block)
            case tree.Quote(inner):
                made = Markup("<blockquote>\n{}\n</blockquote>").format(self.blocks(inner))
            case tree.Code(text):
                made = Markup('<pre tabindex="0"><code>{}</code></pre>').format(text)
            case tree.Rule():
                made = Markup("<hr>")
            case tree.Figure():
                made = self.figure(block)
            case tree.Table():
                made = self.table(block)
            case tree.Contents(heading, entries):
                made = contents(heading, entries)
        return made

    def listing(self, listing: tree.Listing) -> Markup:
        """A list; a point of one paragraph has no paragraph of its own."""
        items = Markup("\n").join(
            Markup("<li>{}</li>").format(self.point(i)) for i in listing.items
        )
        if listing.start is None:
            return Markup("<ul>\n{}\n</ul>").format(items)
        start = Markup(' start="{}"').format(listing.start) if listing.start != 1 else ""
        return Markup("<ol{}>\n{}\n</ol>").format(start, items)

    def point(self, blocks: tuple[tree.Block, ...]) -> Markup:
        """What stands in a point of a list."""
        match blocks:
            case (tree.Paragraph(text), *rest):
                return Markup("{}{}").format(inline(text), self.blocks(rest))
        return self.blocks(blocks)

    def figure(self, figure: tree.Figure) -> Markup:
        """A picture in the page itself, so that its text is text. One that is missing is told."""
        picture = self.pictures.get(figure.name)
        if picture is None:
            return Markup("<p>{}</p>").format(figure.alternative)
        return Markup('<figure class="picture">{}</figure>').format(Markup(picture.svg))

    def table(self, table: tree.Table) -> Markup:
        """A table in a frame that scrolls sideways where the screen is too narrow."""
        self.tables += 1
        name = f"tabel.{self.tables}"
        kinds = ["table", *(["wide"] if len(table.heads) >= tree.WIDE else [])]
        kinds += [f"words words-{table.words}"] if table.words else []
        caption = inline(table.caption) or escape(label("title", "table"))
        heads = (
            Markup('<th scope="col"{}>{}</th>').format(_side(align), inline(head))
            if tree.plain(head).strip()
            else Markup("<td></td>")
            for head, align in zip(table.heads, table.aligns, strict=True)
        )
        rows = Markup("\n").join(_row(table, row) for row in table.rows)
        return Markup(
            '<div class="{}" role="region" aria-labelledby="{}" tabindex="0">\n'
            '<table>\n<caption id="{}"><span>{}</span></caption>\n'
            "<thead>\n<tr>{}</tr>\n</thead>\n<tbody>\n{}\n</tbody>\n</table>\n</div>"
        ).format(" ".join(kinds), name, name, caption, Markup("").join(heads), rows)


def _row(table: tree.Table, row: tuple[tree.Text, ...]) -> Markup:
    """A row: its first cell is its head, unless there is nothing in it."""
    first, *rest = zip(row, table.aligns, strict=True)
    named = bool(tree.plain(first[0]).strip())
    head = Markup('<th scope="row"{}>{}</th>') if named else Markup("<td{}>{}</td>")
    words = meanings(table.words) if table.words else {}
    cells = (
        Markup("<td{}{}>{}</td>").format(_meaning(words, text), _side(align), inline(text))
        for text, align in rest
    )
    return Markup("<tr>{}{}</tr>").format(
        head.format(_side(first[1]), _head(first[0])), Markup("").join(cells)
    )


def _head(text: tree.Text) -> Markup:
    """The head of a row: its first line is the name of the row, the rest tells more."""
    end = next((i for i, piece in enumerate(text) if isinstance(piece, tree.Break)), len(text))
    if end == len(text):
        return inline(text)
    return Markup('{}<br><span class="more">{}</span>').format(
        inline(text[:end]), inline(text[end + 1 :])
    )


def meanings(group: str) -> dict[str, str]:
    """The word of the data behind each label of a group."""
    return {text: word for word, text in labels()[group].items()}


def _meaning(words: Mapping[str, str], text: tree.Text) -> Markup:
    """A word of the data as class, by the label that the text begins with."""
    shown = tree.plain(text)
    found = (word for said, word in words.items() if f"{shown} ".startswith(f"{said} "))
    word = next(found, None)
    return Markup(' class="is-{}"').format(word) if word else Markup("")


def _side(align: tree.Align) -> Markup:
    return Markup("") if align == "left" else Markup(' data-align="{}"').format(align)


def contents(heading: tree.Heading, entries: Iterable[tree.Entry]) -> Markup:
    """The chapters, as a landmark of their own."""
    items = Markup("\n").join(
        Markup('<li><a href="#{}">{}</a></li>').format(entry.anchor, inline(entry.text))
        for entry in entries
    )
    return Markup(
        '<nav class="contents" aria-labelledby="{0}">\n'
        '<h{1} id="{0}">{2}</h{1}>\n<ol>\n{3}\n</ol>\n</nav>'
    ).format(heading.anchor, heading.level, inline(heading.text), items)


def inline(text: tree.Text) -> Markup:
    """A text in its looks."""
    return Markup("").join(_piece(piece) for piece in text)


def _piece(piece: tree.Inline) -> Markup:
    if isinstance(piece, tree.Break):
        return Markup("<br>")
    if isinstance(piece, tree.NoteMark):
        return Markup(
            '<sup><a id="nootverwijzing.{0}" href="#noot.{0}" role="doc-noteref">{0}</a></sup>'
        ).format(piece.number)
    shown = Markup("").join(_breakable(word) for word in _LONG.split(piece.text))
    for wanted, tag in ((piece.code, "code"), (piece.emphasis, "em"), (piece.strong, "strong")):
        if wanted:
            shown = Markup("<{0}>{1}</{0}>").format(tag, shown)
    if piece.link and piece.link.startswith(WEB):
        shown = Markup('<a href="{}">{}</a>').format(piece.link, shown)
    return shown


def _breakable(text: str) -> Markup:
    """A text, of which a very long word may go on in the next line."""
    if not _LONG.fullmatch(text):
        return escape(text)
    parts = (text[i : i + LETTERS] for i in range(0, len(text), LETTERS))
    return Markup("<wbr>").join(parts)


def notes(document: tree.Tree, blocks: Blocks) -> Markup:
    """The footnotes, each with a way back to its place."""
    items = (
        Markup(
            '<li id="noot.{0}">{1} <a href="#nootverwijzing.{0}" role="doc-backlink">{2}</a></li>'
        ).format(number, blocks.point(note), label("page", "back-to-text").format(number=number))
        for number, note in enumerate(document.notes, 1)
    )
    listed = Markup("\n").join(items)
    return Markup("<ol>\n{}\n</ol>").format(listed) if listed else Markup("")
