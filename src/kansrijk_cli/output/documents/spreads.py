"""Which blocks stand on upright pages, and which on pages turned for a wide table."""

from collections.abc import Iterator, Sequence

from kansrijk_cli.output.documents import tree

# As much text, in characters, goes along with a wide table to its page.
_BEFORE, _AFTER = 1200, 700


def spreads(blocks: Sequence[tree.Block]) -> Iterator[tuple[bool, tuple[tree.Block, ...]]]:
    """The blocks in parts: whether the pages of a part are turned, and what stands on them.

    A wide table takes along what it belongs to: the headings and short texts before it, and
    short remarks after it. So no page holds a heading only.
    """
    upright = 0
    for start, end in _turned(blocks):
        if start > upright:
            yield False, tuple(blocks[upright:start])
        yield True, tuple(blocks[start:end])
        upright = end
    if upright < len(blocks):
        yield False, tuple(blocks[upright:])


def _turned(blocks: Sequence[tree.Block]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for index, block in enumerate(blocks):
        if _is_wide(block):
            start, end = _start(blocks, index), _end(blocks, index)
            if found and start <= found[-1][1]:
                start = found.pop()[0]
            found.append((start, end))
    return found


def _start(blocks: Sequence[tree.Block], table: int) -> int:
    """Where what leads to a table begins: headings with short texts, or a wide table before it."""
    start, amount = table, 0
    for index in range(table - 1, -1, -1):
        block = blocks[index]
        if isinstance(block, tree.Heading):
            start = index
        elif start < table:
            break
        elif _is_wide(block):
            return index + 1
        amount += _amount(block)
        if amount > _BEFORE:
            break
    return start


def _end(blocks: Sequence[tree.Block], table: int) -> int:
    """Behind the remarks that follow a table until a heading, if those are short."""
    amount = 0
    for index in range(table + 1, len(blocks)):
        if isinstance(blocks[index], tree.Heading):
            return index
        amount += _amount(blocks[index])
        if amount > _AFTER:
            return table + 1
    return len(blocks)


def _is_wide(block: tree.Block) -> bool:
    return isinstance(block, tree.Table) and len(block.heads) >= tree.WIDE


def _amount(block: tree.Block) -> int:
    match block:
        case tree.Paragraph(text) | tree.Heading(text=text):
            return len(tree.plain(text))
        case tree.Listing(items=items):
            return sum(_amount(inner) for item in items for inner in item)
        case tree.Quote(inner):
            return sum(map(_amount, inner))
    return _BEFORE + 1
