"""One table for a spreadsheet, a document and a terminal."""

import csv
import sys
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.output.formats import TABLES, formats, renderer
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.output.tables import csv as csv_format
from kansrijk_cli.output.tables import markdown as markdown_format
from kansrijk_cli.output.tables import table as terminal_format
from kansrijk_cli.reports.values import Euro, Word
from tests.reports.reading import tables

TABLE = Table(
    "Kosten",
    ("Onderdeel", "Fte", "Bedrag"),
    [
        ("Regie; en meer", Decimal("0.44"), Euro(Decimal(56400))),
        ('Zaal "Oost"', None, Euro(Decimal("-21.45"))),
        ("Totaal\nvan alles", Decimal("1.10"), Word("money", "ntb")),
    ],
    right=("Fte", "Bedrag"),
    closing="De totalen kloppen.",
)


def read(text: str) -> list[list[str]]:
    """What a Dutch spreadsheet reads."""
    return list(csv.reader(StringIO(text), delimiter=";"))


def test_every_format_can_be_chosen() -> None:
    assert formats(TABLES) == ("csv", "json", "markdown", "table")
    assert renderer(TABLES, "csv") is csv_format.render


class TestCsv:
    def test_semicolons_and_a_decimal_comma(self) -> None:
        assert csv_format.render(TABLE) == (
            "Onderdeel;Fte;Bedrag\n"
            '"Regie; en meer";0,44;56400\n'
            '"Zaal ""Oost""";;-21,45\n'
            '"Totaal\nvan alles";1,10;n.t.b.\n'
        )

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (Decimal("1234567.5"), "1234567,5"),
            (Decimal("1E+3"), "1000"),
            (Euro(Decimal(143700)), "143700"),
            (1234, "1234"),
            (0, "0"),
            (-5, "-5"),
            (Decimal(-5), "-5"),
        ],
    )
    def test_a_number_has_no_dots_that_a_spreadsheet_could_take_for_a_comma(
        self, value: object, expected: str
    ) -> None:
        assert csv_format.render(Table("T", ("A",), [(value,)])) == f"A\n{expected}\n"

    @pytest.mark.parametrize("text", ["=1+1", "+31", "-2 fte", "@som", "\t=1"])
    def test_a_text_is_never_a_formula(self, text: str) -> None:
        written = Table("T", (text,), [(text,)])
        assert read(csv_format.render(written)) == [[f"'{text}"], [f"'{text}"]]

    @given(
        st.lists(
            st.tuples(*[st.text(st.characters(exclude_categories=("Cs", "Cc")))] * 2), min_size=1
        )
    )
    def test_any_text_stays_in_its_own_cell(self, rows: list[tuple[str, str]]) -> None:
        [_, *found] = read(csv_format.render(Table("T", ("A", "B"), rows)))
        starts = csv_format.FORMULA_STARTS
        for row, written in zip(rows, found, strict=True):
            for text, cell in zip(row, written, strict=True):
                assert cell == (f"'{text}" if text.startswith(starts) else text)


class TestMarkdown:
    def test_a_table_with_its_caption_and_closing(self) -> None:
        text = markdown_format.render(TABLE)
        [found] = tables(text)
        assert found.caption.endswith("Kosten")
        assert found.column("Bedrag") == ["€ 56.400", "€ -21,45", "n.t.b."]
        assert found.column("Onderdeel")[2] == "Totaal\nvan alles"
        assert text.endswith("\nDe totalen kloppen.\n")


class TestTerminal:
    def test_in_a_pipe_a_row_is_a_line(self) -> None:
        lines = terminal_format.render(TABLE).split("\n")
        assert lines[0] == "Kosten"
        assert [word for word in lines if "Regie" in word] == [" Regie; en meer   0,44   € 56.400"]
        assert lines[-3:] == ["", "De totalen kloppen.", ""]

    def test_without_a_closing_it_ends_with_one_line_end(self) -> None:
        text = terminal_format.render(Table("T", ("A",), [("x",)]))
        assert text.endswith("x\n")
        assert not text.endswith("\n\n")

    def test_no_amount_is_cut_in_two(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        heads = ("Gemeente", "Krijgt", "Bij gelijke delen", "Verschil", "Per inwoner")
        euros = [Euro(Decimal(n)) for n in ("14785.88", "12857.14", "-1928.74", "0.34")]
        told = f"{'Hier staat een tamelijk lange toelichting bij. ' * 2}Samen € 12.857,14."
        table = Table("Een lange titel voor zo'n tabel", heads, [("Horst aan de Maas", *euros)])
        table = replace(table, right=heads[1:], closing=told)
        for columns in (70, 71, 72, 80):
            monkeypatch.setenv("COLUMNS", str(columns))
            text = terminal_format.render(table)
            assert max(map(len, text.split("\n"))) <= columns
            assert all(show(amount) in text for amount in euros)
            assert "€ 12.857,14." in text.splitlines()[-1]
            assert text.split("\n")[0] == table.title

    def test_no_word_is_cut_in_two_while_another_column_has_room(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setenv("COLUMNS", "80")
        heads = ("Doel", "Gevraagd", "Bereikt", "Stand")
        long = "Mogelijkheden voor één risicosignaleringsinstrument bij prenatale zorgverleners"
        rows = [(long, "7 verloskundigenpraktijken", "onbekend", "niet gemeten"), ("A", *"bcd")]
        text = terminal_format.render(Table("T", heads, rows, ("Bereikt",)))
        assert max(map(len, text.split("\n"))) <= 80
        assert {"risicosignaleringsinstrument", "verloskundigenpraktijken"} <= {*text.split()}
        [first] = [line for line in text.split("\n") if "Mogelijkheden" in line]
        # The column with the most to say has the most room.
        assert first.startswith(" Mogelijkheden voor één ")

    def test_words_that_do_not_fit_beside_each_other_stand_below_each_other(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setenv("COLUMNS", "80")
        words = ("Ouderbetrokkenheid", "verloskundigenpraktijken", "onderwijsachterstandenbeleid")
        heads = ("Doel", "Gevraagd", "Bereikt", "Stand")
        rows = [(*words, "x " * 50), ("B", None, 3, "ja")]
        text = terminal_format.render(Table("T", heads, rows, ("Bereikt",), "Slot."))
        assert max(map(len, text.split("\n"))) <= 80
        first, second = text.split("\n\n")[1:3]
        assert first.split("\n")[:3] == [
            words[0],
            f"  Gevraagd: {words[1]}",
            f"  Bereikt: {words[2]}",
        ]
        assert second == "B\n  Bereikt: 3\n  Stand: ja"
        assert text.endswith("\n\nSlot.\n")

    def test_too_many_amounts_are_still_all_there(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setenv("COLUMNS", "30")
        heads = ("A", "B", "C", "D")
        table = Table("T", heads, [("x", *[Euro(Decimal(123456))] * 3)], heads[1:])
        digits = [sign for sign in terminal_format.render(table) if sign.isdigit()]
        assert sorted(digits) == sorted("123456" * 3)

    def test_marks_of_rich_are_plain_text(self) -> None:
        text = terminal_format.render(Table("[b]T[/b]", ("[red]A",), [(":euro: [/x]",)]))
        for plain in ("[b]T[/b]", "[red]A", ":euro: [/x]"):
            assert plain in text

    def test_nothing_is_coloured(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b" not in terminal_format.render(TABLE)

    @pytest.mark.parametrize("columns", [40, 80, 120])
    def test_in_a_terminal_it_is_no_wider_and_loses_nothing(
        self, monkeypatch: pytest.MonkeyPatch, columns: int
    ) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setenv("COLUMNS", str(columns))
        words = "een tamelijk lange omschrijving van wat hier staat " * 3
        text = terminal_format.render(Table("T", ("A", "B"), [(words, Decimal(7))]))
        assert max(map(len, text.split("\n"))) <= columns
        assert text.split().count("omschrijving") == 3
        assert "7" in text.split()
