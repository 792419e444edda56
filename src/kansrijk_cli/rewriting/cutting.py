"""What must be cut from a text when items or entries go, and what is left neat."""

from kansrijk_cli.core.place import Route
from kansrijk_cli.rewriting.changes import CannotChangeError
from kansrijk_cli.rewriting.headings import own_lines
from kansrijk_cli.rewriting.sheet import Sheet
from kansrijk_cli.source.outline import Branch

# From one offset to another, and the text that comes there.
Piece = tuple[int, int, str]


def cut(sheet: Sheet, parent: Route, routes: set[Route]) -> tuple[list[Piece], set[int]]:
    """Items or entries of one list or mapping go: pieces of lines, and whole lines."""
    holder = sheet.twig(parent).value if parent else sheet.root
    twigs = holder.entries or ()
    if holder.flow:
        return _between_brackets(holder, parent, routes), set()
    pieces: list[Piece] = []
    on_dash = {route for route in routes if sheet.twig(route).key and sheet.shares_dash(route)}
    lines = own_lines(sheet, parent, routes - on_dash)
    for route in on_dash:
        piece, below = _after_dash(sheet, route)
        pieces.append(piece)
        lines |= below
    if len(routes) == len(twigs):
        pieces.append(emptied(sheet, parent, "[]" if twigs[0].key is None else "{}"))
    return pieces, lines


def emptied(sheet: Sheet, route: Route, nothing: str) -> Piece:
    """A list or mapping of which everything goes stays, and says that it is empty."""
    key = sheet.twig(route).key if route else None
    if key is None:
        raise CannotChangeError(route)
    colon = sheet.text.index(":", key[1]) + 1
    return colon, colon, f" {nothing}"


def gaps(sheet: Sheet, gone: set[int]) -> set[int]:
    """The blank lines above what goes that would stand double, or at the end of a list."""
    blank: set[int] = set()
    for line in sorted(gone):
        following = line + 1
        if following in gone:
            continue
        first = line
        while first - 1 in gone:
            first -= 1
        last = following >= len(sheet.lines)
        dedents = last or len(sheet.indent(following)) < len(sheet.indent(first))
        if dedents or sheet.is_blank(following):
            while sheet.is_blank(first - 1):
                first -= 1
                blank.add(first)
    return blank


def _after_dash(sheet: Sheet, route: Route) -> tuple[Piece, set[int]]:
    """The first entry of an item goes; its dash and a comment behind it stay."""
    twig = sheet.twig(route)
    first, last = sheet.number(twig.start), sheet.last_line(route)
    end = twig.end if first == last else sheet.end_of(first)
    bare = not sheet.text[end : sheet.end_of(first)].strip()
    before = sheet.text[sheet.starts[first] : twig.start]
    start = sheet.starts[first] + len(before.rstrip()) if bare else twig.start
    return (start, end, ""), set(range(first + 1, last + 1))


def _between_brackets(holder: Branch, parent: Route, routes: set[Route]) -> list[Piece]:
    """What goes between braces or brackets, each with one comma."""
    twigs = list(holder.entries or ())
    stays = [(*parent, twig.step) not in routes for twig in twigs]
    if not any(stays):
        return [(twigs[0].start, twigs[-1].end, "")]
    last = max(number for number, kept in enumerate(stays) if kept)
    pieces = [
        (twig.start, twigs[number + 1].start, "")
        for number, twig in enumerate(twigs)
        if not stays[number] and number < last
    ]
    if last < len(twigs) - 1:
        pieces.append((twigs[last].end, twigs[-1].end, ""))
    return pieces
