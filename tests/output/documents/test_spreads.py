"""Which blocks go along with a wide table to a turned page."""

import pytest

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.parse import parse
from kansrijk_cli.output.documents.spreads import spreads

LONG = "Lang verhaal. " * 100


def table(columns: int) -> str:
    return f"{'| a ' * columns}|\n{'| --- ' * columns}|\n{'| b ' * columns}|"


def turned(*blocks: str) -> list[tuple[bool, str]]:
    """The parts of a document: whether they are turned, and what begins them and how many."""
    found = spreads(parse("\n\n".join(blocks)).blocks)
    return [(wide, " ".join(map(short, part))) for wide, part in found]


def short(block: tree.Block) -> str:
    match block:
        case tree.Table(heads=heads):
            return f"table{len(heads)}"
        case tree.Heading(text=text) | tree.Paragraph(text):
            return tree.plain(text)[:4].strip()
    return type(block).__name__


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["een", table(7)], [(False, "een table7")]),
        (["## Kop", "een", table(8), "na"], [(True, "Kop een table8 na")]),
        (["## A", "een", "## B", table(8)], [(False, "A een"), (True, "B table8")]),
        (["## A", "### B", table(9)], [(True, "A B table9")]),
        (["## A", LONG, table(8)], [(False, "A Lang"), (True, "table8")]),
        (["## A", table(8), LONG], [(True, "A table8"), (False, "Lang")]),
        (["## A", table(8), "na", "## B"], [(True, "A table8 na"), (False, "B")]),
        (["## A", table(8), table(2)], [(True, "A table8"), (False, "table2")]),
        (["## A", table(8), "tot", table(8)], [(True, "A table8 tot table8")]),
        (["## A", table(2), "tot", table(8)], [(False, "A table2 tot"), (True, "table8")]),
        (["## A", "- punt", "> zo", table(8)], [(True, "A Listing Quote table8")]),
        ([], []),
    ],
)
def test_a_wide_table_takes_what_it_belongs_to(
    blocks: list[str], expected: list[tuple[bool, str]]
) -> None:
    assert turned(*blocks) == expected
