"""The widths of columns: they fill the page, and words stay whole while they can."""

from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.pdf.columns import SIZES, columns
from kansrijk_cli.output.pdf.text import pieces, width

ROOM = 470.0
LONG = "De coalitie maakt afspraken over samenwerking met alle partijen in de regio. "


def made(
    *rows: tuple[str, ...], right: tuple[int, ...] = (), words: str | None = None
) -> tree.Table:
    cells = [tuple((tree.Run(text),) for text in row) for row in rows]
    aligns = tuple[tree.Align, ...]("right" if i in right else "left" for i in range(len(rows[0])))
    return tree.Table((), cells[0], aligns, tuple(cells[1:]), words)


TABLES = st.integers(1, 9).flatmap(
    lambda n: st.lists(
        st.tuples(*[st.text("ab -", max_size=60) for _ in range(n)]), min_size=1, max_size=6
    )
)


@given(TABLES, st.sampled_from([None, "matrix"]))
def test_columns_fill_the_page_and_hold_their_words(
    rows: list[tuple[str, ...]], words: str | None
) -> None:
    found = columns(made(*rows, words=words), ROOM)
    assert abs(sum(found.widths) - ROOM) < 1
    assert all(wide > 2 * found.beside for wide in found.widths)
    if not found.squeezed and not words:
        for column, texts in enumerate(zip(*rows, strict=True)):
            longest = max((width(p) for text in texts for p in pieces(text)), default=0)
            assert min(longest, 12) <= found.room(column) + 0.01


def test_the_column_with_most_text_is_widest() -> None:
    found = columns(made(("Wie", "Wat", "Stand"), ("Gemeente", LONG * 5, "niet gemeten")), ROOM)
    assert found.widths[1] > 2 * found.widths[0]
    assert found.room(2) >= width("niet gemeten")


def test_a_low_table_is_chosen_over_equal_columns() -> None:
    texts = (LONG * 2, LONG * 12, LONG)
    found = columns(made(("A", "B", "C"), texts), ROOM)
    assert found.widths[1] > found.widths[0] >= found.widths[2]
    equal = width(texts[1]) * found.size / (ROOM / 3) * found.size
    assert found.heights[1] < 0.8 * equal


def test_amounts_stay_on_one_line() -> None:
    cell = "€ 1.240.700"
    found = columns(made(("Post", "Bedrag"), (LONG * 9, cell), right=(1,)), ROOM)
    assert found.room(1) >= width(cell)


def test_many_columns_get_smaller_letters_before_words_are_cut() -> None:
    few, many = (columns(made(*[("gemeente",) * n] * 2), ROOM) for n in (4, 10))
    assert few.size == SIZES[0] > many.size
    assert not many.squeezed
    assert columns(made(*[("gemeenten",) * 40] * 2), ROOM).squeezed


def test_columns_of_words_are_equal_and_their_heads_stand_up_when_there_are_many() -> None:
    heads = tuple(f"Interventie{i}" for i in range(30))
    wide, narrow = (
        columns(made(("Gemeente", *heads[:n]), ("Horst", *["plan"] * n), words="matrix"), 717)
        for n in (5, 30)
    )
    assert len(set(wide.widths[1:])) == 1 == len({round(w, 3) for w in narrow.widths[1:]})
    assert wide.tall == 0 < narrow.tall < narrow.heights[0]
    assert narrow.head_room(3) > narrow.room(3)
    assert wide.head_room(3) == wide.room(3)
    assert narrow.room(3) >= width("plan")
