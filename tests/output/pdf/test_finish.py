"""Heads of rows, and streams that a validator reads as they are."""

import pytest

from kansrijk_cli.output.pdf.finish import NotUnderstood, finished

HEAD = b"%PDF-1.7\n%\x80\n"
CELL = b"<</Type/StructElem/S/TD/P 3 0 R/A[<</O/Table/Headers[(a)]>>]/K[%s]>>"


def pdf(*contents: bytes) -> bytes:
    """A file with some objects, written as Typst writes it."""
    made, begins = HEAD, []
    for number, content in enumerate(contents, 1):
        begins.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n\r\n" % begin for begin in begins)
    return (
        b"%sxref\n0 %d\n0000000000 65535 f\r\n%strailer\n<</Size %d>>\nstartxref\n%d\n%%%%EOF"
        % (
            made,
            len(contents) + 1,
            table,
            len(contents) + 1,
            len(made),
        )
    )


TABLE = (
    CELL % b"1",
    CELL % b"2",
    b"<</Type/StructElem/S/TR/P 4 0 R/K[1 0 R 2 0 R]>>",
    b"<</Type/StructElem/S/TBody/P 9 0 R/K[3 0 R 6 0 R]>>",
    CELL % b"",
    b"<</Type/StructElem/S/TR/P 4 0 R/K[5 0 R 2 0 R]>>",
)


def test_the_first_cell_of_a_row_is_its_head_unless_it_is_empty() -> None:
    done = finished(pdf(*TABLE))
    named = b"<</Type/StructElem/S/TH/P 3 0 R/A[<</O/Table/Scope/Row>>]/K[1]>>"
    plain = [b"<</Type/StructElem/S/TD/P 3 0 R/A[<</O/Table>>]/K[%s]>>" % k for k in (b"2", b"")]
    assert done == pdf(named, plain[0], *TABLE[2:4], plain[1], TABLE[5])


def test_rows_of_heads_stay_as_they_are() -> None:
    head = b"<</Type/StructElem/S/THead/P 9 0 R/K[3 0 R]>>"
    done = finished(pdf(*TABLE[:3], head))
    assert b"/Scope/Row" not in done
    assert b"/Headers" not in done


def test_a_stream_that_ends_with_a_carriage_return_keeps_it() -> None:
    start = b"<</Length 2>>\nstream\nx\nendstream\nendobj\n"
    contents = (start + b"\r\nendstream", b"<</Length 1>>\nstream\nx\nendstream")
    ended = start + b"\r\r\nendstream"
    assert finished(pdf(*contents)) == pdf(ended, contents[1])


def test_words_in_a_stream_are_left_alone() -> None:
    content = b"<</Length 9>>\nstream\n/Type/StructElem/S/TD/ /Headers[]\nendstream"
    assert finished(pdf(content)) == pdf(content)


@pytest.mark.parametrize("wrong", [b"xref\n1 2", b"xref\n0 2\n0000000000 65535 n"])
def test_a_file_that_is_written_otherwise_is_not_touched(wrong: bytes) -> None:
    file = pdf(b"1")
    with pytest.raises(NotUnderstood):
        finished(file.replace(b"xref\n0 2\n0000000000 65535 f"[: len(wrong)], wrong, 1))
