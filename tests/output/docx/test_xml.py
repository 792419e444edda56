"""Texts as runs: what is read from right to left is a run of its own, with its brackets."""

import pytest

from kansrijk_cli.output.docx.xml import name, runs


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Tekst (x) en verder.", []),
        ("Tekst שלום (עולם) en verder.", ["שלום (עולם)"]),
        ("שלום (עולם) שלום.", ["שלום (עולם) שלום"]),
        ("שלום, עולם: מחר", ["שלום, עולם: מחר"]),
        ("שלום (abc) מחר", ["שלום", "מחר"]),
        ("(שלום) aan", ["שלום"]),
        ("שלום (עולם", ["שלום", "עולם"]),
        ("مرحبا بالعالم!", ["مرحبا بالعالم"]),
    ],
)
def test_what_is_read_from_right_to_left(text: str, turned: list[str]) -> None:
    made = runs(text)
    shown = [(run.find(f".//{name('w:rtl')}") is not None, str(run.text)) for run in made]
    assert [piece for is_turned, piece in shown if is_turned] == turned
    assert "".join(piece for _, piece in shown) == text
