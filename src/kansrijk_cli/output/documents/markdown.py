"""Plain text into Markdown that shows exactly that text, in running prose and in tables."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from jinja2 import Undefined
from markupsafe import Markup

from kansrijk_cli.output.show import show
from kansrijk_cli.output.visible import visible
from kansrijk_cli.reports.values import Lines, Strong

_INLINE = re.compile(r"([\\`*\[\]<>|~^$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;))")
NARROW = 4
_SPACE = re.compile(r"\s+")
_CLOSING = re.compile(r"(?<!\\)(#+)$")
_BULLET = re.compile(r"^[-*] +")
_NUMBERED = re.compile(r"^[0-9]{1,9}[.)] +")
_BLOCK = re.compile(r"^(\s*)([#+=-]|[0-9]+[.)](?=\s|$))")


def escape(text: str) -> Markup:
    """One line of text, all that means something in Markdown or HTML made plain."""
    line = _INLINE.sub(r"\\\1", visible(_SPACE.sub(" ", text)))
    return Markup(_BLOCK.sub(_plain_start, line))


def _plain_start(match: re.Match[str]) -> str:
    space, sign = match.groups()
    return f"{space}{sign[:-1]}\\{sign[-1]}"


def finalize(value: object) -> Markup:
    """What a template prints: any value as Dutch text, escaped unless it is Markdown already.

    An `if` without `else` is empty; anything else undefined raises jinja2.UndefinedError.
    """
    if isinstance(value, Undefined):
        return Markup(str(value))
    return value if isinstance(value, Markup) else escape(show(value))


def prose(text: str) -> Markup:
    """A text of the data: each line a paragraph, `- ` and `1. ` make lists."""
    blocks: list[str] = []
    previous = ""
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        kind, marked = _line(line)
        separator = "\n" if kind and kind == previous else "\n\n"
        blocks.append((separator if blocks else "") + marked)
        previous = kind
    return Markup("".join(blocks))


def _line(line: str) -> tuple[str, str]:
    if bullet := _BULLET.match(line):
        return "bullet", f"- {escape(line[bullet.end() :])}"
    if numbered := _NUMBERED.match(line):
        return "number", f"{numbered.group().strip(' .)')}. {escape(line[numbered.end() :])}"
    return "", escape(line)


def cell(value: object) -> str:
    """A value in a table: one line, with `<br>` between paragraphs and points of a list."""
    if isinstance(value, Strong):
        inner = cell(value.value)
        return f"**{inner}**" if inner else ""
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, Lines):
        return "<br>".join(filter(None, map(cell, value.values)))
    lines = (line.strip() for line in show(value).split("\n"))
    shown = (
        f"• {escape(_BULLET.sub('', line))}" if _BULLET.match(line) else escape(line)
        for line in lines
    )
    return "<br>".join(filter(None, shown))


def address(text: str) -> Markup:
    """A web address to stand between `<` and `>`: what could end it early is written as %XX."""
    return Markup(quote(text, safe=":/?#[]@!$&'()*+,;=%~"))


def link(text: str) -> Markup:
    """A web address as a link; anything but http and https stays plain text."""
    web = text.startswith(("https://", "http://"))
    return Markup(f"<{address(text)}>") if web else escape(text)


def lowered(text: str) -> str:
    """A sentence to follow a colon: its first letter small, unless it begins an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def heading(level: int, title: str) -> Markup:
    """A heading; the sixth level is the deepest. Signs at its end would close it, so are plain."""
    text = _CLOSING.sub(r"\\\1", escape(title.strip()))
    return Markup(f"{'#' * min(level, 6)} {text}")


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[object]],
    right: Sequence[str] = (),
    keep: Sequence[str] = (),
    words: str | None = None,
) -> Markup:
    """A table with its caption. Columns without any value fall away; without rows there is none.

    In a wide table a column that few rows fill becomes a line in the first cell of those rows.
    `right` names the columns that align to the right, `keep` those that always stay columns, and
    `words` the group of labels whose words fill the cells, which other formats shade by meaning.
    """
    filled = [[cell(value) for value in row] for row in rows]
    kept = [i for i, _ in enumerate(heads) if any(row[i] for row in filled)]
    if not kept:
        return Markup("")
    if len(kept) > NARROW:
        sparse = [
            i for i in kept[1:] if heads[i] not in keep and _is_sparse([row[i] for row in filled])
        ]
        filled = [_folded(row, heads, sparse) for row in filled]
        kept = [i for i in kept if i not in sparse]
    lines = [
        _row(escape(heads[i]) for i in kept),
        _row("---:" if heads[i] in right else "---" for i in kept),
        *(_row(row[i] for i in kept) for row in filled),
    ]
    body = "\n".join(lines)
    meaning = f"<!-- tabel: {words} -->\n\n" if words else ""
    return Markup(f"{meaning}Tabel: {escape(caption)}\n\n{body}\n")


def _is_sparse(cells: Sequence[str]) -> bool:
    """Whether fewer than half are filled, and none needs more than one line."""
    return 2 * sum(map(bool, cells)) < len(cells) and not any("<br>" in cell for cell in cells)


def _folded(row: list[str], heads: Sequence[str], sparse: Sequence[int]) -> list[str]:
    told = [f"{escape(heads[i])}: {row[i]}" for i in sparse if row[i]]
    return ["<br>".join([row[0], *told]), *row[1:]]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
