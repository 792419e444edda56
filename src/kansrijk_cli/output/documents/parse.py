"""The Markdown of a document into its tree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.contents import Anchors, slug
from kansrijk_cli.output.labels import label

_PARSER = MarkdownIt("commonmark").enable("table").use(footnote_plugin, inline=False)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WORDS = re.compile(r"<!-- tabel: ([a-z-]+) -->")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CAPTION = re.compile(rf"{label('title', 'table')} (?:\d+: )?")
_ALIGN = re.compile(r"text-align:(left|right|center)")


def parse(markdown: str) -> tree.Tree:
    """The tree of a document: its first heading is the title, deeper ones skip no level.

    HTML is text, but for `<br>` and comments. A paragraph `Tabel: ...` or `Tabel 1: ...` before a
    table is its caption; a list of links under the heading of the contents is the contents.
    """
    root = SyntaxTreeNode(_PARSER.parse(markdown))
    return _Reading().document(root)


class _Reading:
    """One document on its way: which anchors are taken, and which level came last."""

    def __init__(self) -> None:
        self.anchors = Anchors()
        self.title: tree.Text | None = None
        self.level = 1

    def document(self, root: SyntaxTreeNode) -> tree.Tree:
        blocks = self.blocks([n for n in root.children if n.type != "footnote_block"])
        noted = [n for n in root.children if n.type == "footnote_block"]
        notes = tuple(tuple(self.blocks(note.children)) for n in noted for note in n.children)
        return tree.Tree(self.title or (), tuple(blocks), notes)

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> list[tree.Block]:
        """Blocks, of which a table takes its caption and the contents their heading."""
        found: list[tree.Block] = []
        words: str | None = None
        for node in nodes:
            said = _WORDS.fullmatch(node.content.strip()) if node.type == "html_block" else None
            if said:
                words = said[1]
                continue
            for block in self.block(node):
                if isinstance(block, tree.Table):
                    found.append(replace(_with_caption(block, found), words=words))
                    words = None
                else:
                    found.append(_contents(block, found) or block)
        return found

    def block(self, node: SyntaxTreeNode) -> Iterator[tree.Block]:
        """The block or blocks of a node; a comment is none."""
        match node.type:
            case "heading":
                yield from self.heading(node)
            case "paragraph":
                yield from _paragraph(node)
            case "bullet_list" | "ordered_list":
                items = tuple(tuple(self.blocks(item.children)) for item in node.children)
                ordered = node.type == "ordered_list"
                yield tree.Listing(items, int(node.attrs.get("start", 1)) if ordered else None)
            case "table":
                yield _table(node)
            case "blockquote":
                yield tree.Quote(tuple(self.blocks(node.children)))
            case "fence" | "code_block":
                yield tree.Code(node.content.rstrip("\n"))
            case "hr":
                yield tree.Rule()
            case "html_block":
                if text := _COMMENT.sub("", node.content).strip():
                    yield tree.Paragraph((tree.Run(text),))

    def heading(self, node: SyntaxTreeNode) -> Iterator[tree.Heading]:
        text = tuple(_text(node))
        anchor = self.anchors.unique(slug(tree.plain(text)))
        wanted = int(node.tag[1])
        if self.title is None and wanted == 1:
            self.title = text
            return
        self.level = min(max(wanted, 2), self.level + 1)
        yield tree.Heading(self.level, text, anchor)


def _paragraph(node: SyntaxTreeNode) -> Iterator[tree.Block]:
    """A paragraph; pictures in it become blocks of their own."""
    text: list[tree.Inline] = []
    for piece in _pieces(node):
        if isinstance(piece, tree.Figure):
            if any(isinstance(p, tree.Run) and p.text.strip() for p in text):
                yield tree.Paragraph(tuple(text))
            text = []
            yield piece
        else:
            text.append(piece)
    if any(not isinstance(p, tree.Run) or p.text.strip() for p in text):
        yield tree.Paragraph(tuple(text))


def _text(node: SyntaxTreeNode) -> Iterator[tree.Inline]:
    """The text of a node; of a picture in it only the alternative text."""
    for piece in _pieces(node):
        yield tree.Run(piece.alternative) if isinstance(piece, tree.Figure) else piece


def _pieces(node: SyntaxTreeNode) -> list[tree.Inline | tree.Figure]:
    joined: list[tree.Inline | tree.Figure] = []
    inline = (child for child in node.children if child.type == "inline")
    for piece in (p for child in inline for p in _inline(child.children, tree.Run(""))):
        last = joined[-1] if joined else None
        if (
            isinstance(piece, tree.Run)
            and isinstance(last, tree.Run)
            and replace(piece, text=last.text) == last
        ):
            joined[-1] = replace(last, text=last.text + piece.text)
        elif piece != tree.Run(""):
            joined.append(piece)
    return joined


def _inline(nodes: Sequence[SyntaxTreeNode], look: tree.Run) -> Iterator[tree.Inline | tree.Figure]:
    """The pieces of a text, each in the look of what is around it."""
    for node in nodes:
        match node.type:
            case "strong":
                yield from _inline(node.children, replace(look, strong=True))
            case "em":
                yield from _inline(node.children, replace(look, emphasis=True))
            case "link":
                yield from _inline(node.children, replace(look, link=str(node.attrs["href"])))
            case "image":
                yield tree.Figure(str(node.attrs["src"]), node.content)
            case "footnote_ref":
                yield tree.NoteMark(int(node.meta["id"]) + 1)
            case _:
                yield _words(node, look)


def _words(node: SyntaxTreeNode, look: tree.Run) -> tree.Inline:
    """A piece with nothing inside it. HTML is shown as the text that it is."""
    match node.type:
        case "hardbreak":
            return tree.Break()
        case "softbreak":
            return replace(look, text=" ")
        case "html_inline" if _BREAK.fullmatch(node.content):
            return tree.Break()
        case "html_inline":
            return replace(look, text=_COMMENT.sub("", node.content))
    return replace(look, text=node.content, code=look.code or node.type == "code_inline")


def _table(node: SyntaxTreeNode) -> tree.Table:
    head, *bodies = node.children
    heads = head.children[0].children
    rows = (row for body in bodies for row in body.children)
    return tree.Table(
        caption=(),
        heads=tuple(tuple(_text(cell)) for cell in heads),
        aligns=tuple(_align(cell) for cell in heads),
        rows=tuple(tuple(tuple(_text(cell)) for cell in row.children) for row in rows),
    )


def _align(cell: SyntaxTreeNode) -> tree.Align:
    found = _ALIGN.fullmatch(str(cell.attrs.get("style", "")))
    return cast("tree.Align", found[1]) if found else "left"


def _with_caption(table: tree.Table, before: list[tree.Block]) -> tree.Table:
    """The table with the paragraph before it as caption, if that is one; it is taken out."""
    last = before[-1] if before else None
    if isinstance(last, tree.Paragraph) and _CAPTION.match(tree.plain(last.text)):
        return replace(table, caption=cast("tree.Paragraph", before.pop()).text)
    return table


def _contents(block: tree.Block, before: list[tree.Block]) -> tree.Contents | None:
    """The contents, if this is a list of links to chapters under their heading; it is taken out."""
    heading = before[-1] if before else None
    if not isinstance(block, tree.Listing) or not isinstance(heading, tree.Heading):
        return None
    if tree.plain(heading.text) != label("title", "contents"):
        return None
    entries = [_entry(item) for item in block.items]
    if not all(entries):
        return None
    before.pop()
    return tree.Contents(heading, tuple(entry for entry in entries if entry))


def _entry(item: tuple[tree.Block, ...]) -> tree.Entry | None:
    match item:
        case (tree.Paragraph(text=(tree.Run(link=str() as link), *_) as text),) if link[:1] == "#":
            words = (replace(p, link=None) if isinstance(p, tree.Run) else p for p in text)
            return tree.Entry(tuple(words), link[1:])
    return None
