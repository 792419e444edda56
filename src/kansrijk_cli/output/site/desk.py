"""What a page is written with: values as text, with links, in tables that have all they need."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from kansrijk_cli.output.documents import markdown, tree
from kansrijk_cli.output.documents.parse import parse
from kansrijk_cli.output.documents.publication import Picture
from kansrijk_cli.output.html.blocks import Blocks, inline
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.output.site.addresses import relative
from kansrijk_cli.output.site.softening import softened_table
from kansrijk_cli.output.visible import visible
from kansrijk_cli.reports.values import Lines, Remarked, Strong


@dataclass(frozen=True, slots=True)
class Linked:
    """A value that leads somewhere: an address in the site, or on the web."""

    value: object
    target: str | None


# From so many columns on a table may be too wide, on a telephone and on a tablet.
NARROW = {3: "phone", 4: "tablet"}


class SiteBlocks(Blocks):
    """Blocks of the site: long words may be broken, and what may not fit says that it scrolls."""

    def table(self, table: tree.Table) -> Markup:
        """A table, on screens where it may be too wide with how to see the rest."""
        made, columns = super().table(softened_table(table)), len(table.heads)
        if columns < min(NARROW):
            return made
        kinds = "" if columns >= tree.WIDE else f" on-{NARROW[min(columns, max(NARROW))]}"
        hint = label("site", "scrolls")
        return Markup('<p class="hint scrolls{}">{}</p>\n{}').format(kinds, hint, made)


@dataclass
class Desk:
    """Writes the values of one page. Links are from its own address."""

    address: str
    pictures: dict[str, Picture] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.blocks = SiteBlocks(self.pictures)
        self._captions: Counter[str] = Counter()

    def to(self, target: str) -> str:
        """An address as this page links to it."""
        return relative(self.address, target)

    def text(self, value: object) -> Markup:
        """A value in a sentence."""
        return inline(self._runs(value))

    def prose(self, text: str | None) -> Markup:
        """A text of the data: paragraphs and lists."""
        if not text:
            return Markup("")
        return self.blocks.blocks(parse(str(markdown.prose(text))).blocks)

    def table(
        self,
        caption: str,
        heads: Sequence[object],
        rows: Iterable[Sequence[object]],
        right: Sequence[str] = (),
        words: str | None = None,
    ) -> Markup:
        """A table. Columns without any value fall away; without rows there is none.

        `right` names the columns of numbers: when there are mostly words in one, it stays on the
        left. `words` is the group of labels of its cells. A wide table says that it scrolls.
        """
        filled = [[self._runs(value) for value in row] for row in rows]
        kept = [i for i, _ in enumerate(heads) if any(row[i] for row in filled)]
        if not kept:
            return Markup("")
        shown = [self._runs(heads[i]) for i in kept]
        self._captions[caption] += 1
        if self._captions[caption] > 1:
            # The name of the frame around a table must be its own.
            caption = f"{caption} ({self._captions[caption]})"
        numbers = {
            i
            for i, h in zip(kept, shown, strict=True)
            if tree.plain(h) in right and _is_numbers(row[i] for row in filled)
        }
        return self.blocks.table(
            tree.Table(
                caption=(tree.Run(caption),),
                heads=tuple(shown),
                aligns=tuple("right" if i in numbers else "left" for i in kept),
                rows=tuple(tuple(row[i] for i in kept) for row in filled),
                words=words,
            )
        )

    def _runs(self, value: object) -> tree.Text:
        match value:
            case Linked(inner, target):
                found = self._runs(inner)
                link = self._link(target) if target else None
                return tuple(_with_link(piece, link) for piece in found)
            case Strong(inner):
                return tuple(_strong(piece) for piece in self._runs(inner))
            case Lines(values):
                return _joined([self._runs(v) for v in values], tree.Break())
            case Remarked(inner, remark) if _has_link(inner) or _has_link(remark):
                said = self._runs(remark)
                return (*self._runs(inner), tree.Run(" ("), *said, tree.Run(")"))
            case tuple() | list() if _has_link(value):
                return _joined([self._runs(v) for v in value], tree.Run(", "))
        lines = [line.strip() for line in visible(show(value)).split("\n")]
        plain = [f"• {line[2:]}" if line.startswith(("- ", "* ")) else line for line in lines]
        return _joined([(tree.Run(line),) for line in plain if line], tree.Break())

    def _link(self, target: str) -> str:
        return target if target.startswith(("https://", "http://")) else self.to(target)


def _is_numbers(cells: Iterable[tree.Text]) -> bool:
    """Whether most of what is filled in has a number in it."""
    told = [bool(re.search(r"\d", tree.plain(cell))) for cell in cells if cell]
    return sum(told) * 2 > len(told)


def _has_link(value: object) -> bool:
    match value:
        case Linked():
            return True
        case tuple() | list():
            return any(map(_has_link, value))
        case Strong(inner):
            return _has_link(inner)
        case Remarked(inner, remark):
            return _has_link(inner) or _has_link(remark)
    return False


def _with_link(piece: tree.Inline, link: str | None) -> tree.Inline:
    return replace(piece, link=link) if isinstance(piece, tree.Run) else piece


def _strong(piece: tree.Inline) -> tree.Inline:
    return replace(piece, strong=True) if isinstance(piece, tree.Run) else piece


def _joined(parts: list[tree.Text], between: tree.Inline) -> tree.Text:
    """Parts with something between them; empty ones are left out."""
    found: list[tree.Inline] = []
    for part in filter(None, parts):
        found += ([between] if found else []) + list(part)
    return tuple(found)
