"""Where a long word may be broken, with a hyphen: a browser often does not know Dutch."""

import re
from dataclasses import replace
from functools import cache

from pyphen import Pyphen

from kansrijk_cli.output.documents import tree

SOFT = "\u00ad"
# Shorter words fit in every column; near its ends a word is not broken.
LONG, BEFORE, AFTER = 12, 3, 4
_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
# What stands in the way of a break: part of an address or a name of a file.
_ADDRESS = re.compile(r"\S*(?:[/@\\]|\w\.\w)\S*")
# `CenteringZwangerschap` is two words.
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def softened(text: str) -> str:
    """A text with a soft hyphen at each place where a long word may be broken."""
    pieces: list[str] = []
    end = 0
    for address in _ADDRESS.finditer(text):
        pieces += (_WORD.sub(_broken, text[end : address.start()]), address[0])
        end = address.end()
    return "".join((*pieces, _WORD.sub(_broken, text[end:])))


def softened_table(table: tree.Table) -> tree.Table:
    """A table of which the long words in cells may be broken."""
    return replace(
        table,
        heads=tuple(map(_cell, table.heads)),
        rows=tuple(tuple(map(_cell, row)) for row in table.rows),
    )


def _cell(text: tree.Text) -> tree.Text:
    return tuple(
        replace(piece, text=softened(piece.text))
        if isinstance(piece, tree.Run) and not piece.code
        else piece
        for piece in text
    )


def _broken(found: re.Match[str]) -> str:
    return SOFT.join(_dutch().inserted(word, SOFT) for word in _CAPITAL.split(found[0]))


@cache
def _dutch() -> Pyphen:
    return Pyphen(lang="nl_NL", left=BEFORE, right=AFTER)
