"""`explain`: the list of all codes, and the page of one."""

import re
from pathlib import Path
from string import Formatter

import pytest

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.core.pages import Example, Page
from kansrijk_cli.output.explained import explained, general, groups
from kansrijk_cli.output.labels import labels
from kansrijk_cli.rules.registry import pages
from tests.cli.running import kansrijk
from tests.rules.test_pages import marked

PAGES = pages()
ESCAPE = re.compile(r"\x1b\[\d+m")


def shown(code: str) -> str:
    result = kansrijk("explain", code)
    assert (result.code, result.err) == (0, "")
    return result.out


def words(text: str) -> str:
    """A text without its ends of lines."""
    return " ".join(text.split())


def with_example(text: str) -> str:
    """The page of an example, from its first line on."""
    page = Page("Titel", Severity.ERROR, ("Zin.",), (), "Uitleg.", (Example("a.yaml", text),), ())
    return explained("KR999", page).partition(":\n\n")[2]


class TestOneCode:
    @pytest.mark.parametrize("code", PAGES)
    def test_everything_on_the_page_is_told(self, code: str) -> None:
        page, out = PAGES[code], shown(code)
        severity = labels()["severity"][page.severity]
        assert out.startswith(f"{code}: {page.title} ({severity})\n\n")
        assert words(page.explanation) in words(out)
        for advice in page.advice:
            assert f"- {words(general(advice, page.samples))}" in words(out)
        for example in (*page.wrong, *page.right):
            assert f"({example.file}):" in out
            for line in filter(None, example.text.splitlines()):
                assert line.startswith("#") or f"\n    {line}\n" in out

    @pytest.mark.parametrize("code", PAGES)
    def test_advice_has_no_holes_and_says_when_it_is_an_example(self, code: str) -> None:
        page = PAGES[code]
        named = [
            (name, kind)
            for advice in page.advice
            for _, name, kind, _ in Formatter().parse(advice)
            if name
        ]
        asked = {name for name, kind in named if kind != "if"}
        # What an advice only waits for may have one too: without it that advice is not shown.
        assert asked <= set(page.samples) <= {name for name, _ in named}
        assert ("Wat te doen, met voorbeelden:" in shown(code)) is bool(asked)

    @pytest.mark.parametrize("code", PAGES)
    def test_nothing_is_said_twice(self, code: str) -> None:
        advices = [line for line in shown(code).splitlines() if line.startswith("- ")]
        whole = [words(item) for item in "\n".join(shown(code).splitlines()).split("\n- ")[1:]]
        assert len(set(whole)) == len(advices) == len(whole)

    @pytest.mark.parametrize("code", PAGES)
    def test_it_fits_on_a_terminal_of_eighty_columns(self, code: str) -> None:
        assert [line for line in shown(code).splitlines() if len(line) > 80] == []

    @pytest.mark.parametrize("code", [code for code, page in PAGES.items() if page.wrong])
    def test_carets_mark_the_mistake_as_a_message_does(self, code: str) -> None:
        example = PAGES[code].wrong[0]
        number, column, _, end = marked(example)
        wrong = example.text.split("\n")[number - 1]
        carets = " " * (column - 1) + "^" * (end - column)
        assert f"\n    {wrong}\n    {carets}\n" in shown(code)

    def test_capitals_do_not_matter(self) -> None:
        assert shown("kr401") == shown("KR401")

    def test_no_data_is_needed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        assert shown("KR401")

    @pytest.mark.parametrize("columns", ["20", "200"])
    def test_the_width_of_the_terminal_changes_nothing(
        self, monkeypatch: pytest.MonkeyPatch, columns: str
    ) -> None:
        before = shown("KR024")
        monkeypatch.setenv("COLUMNS", columns)
        assert shown("KR024") == before


class TestExamples:
    @pytest.mark.parametrize(
        ("text", "marked"),
        [
            ("naam: x\n#     ^\n", "    naam: x\n          ^\n"),
            ("naam: x\n#^^^\n", "    naam: x\n    ^^^^\n"),
            ("# Opmerking ^\nnaam: x\n", "    # Opmerking ^\n    naam: x\n"),
            ("a:\n\n  b: 1\n", "    a:\n\n      b: 1\n"),
        ],
        ids=["span", "first column", "an ordinary comment", "empty line"],
    )
    def test_a_marker_becomes_carets(self, text: str, marked: str) -> None:
        assert with_example(text) == marked

    @pytest.mark.parametrize(
        ("sentence", "told"),
        [
            ("Bedoelt u `{meant}`?", "Bedoelt u `…`?"),
            (
                "{kind:label:kind} en {names:of}.",
                "… en ….",
            ),
            ("Tussen `{{` en `}}`.", "Tussen `{` en `}`."),
        ],
    )
    def test_what_only_a_finding_tells_is_left_open(self, sentence: str, told: str) -> None:
        assert general(sentence, {}) == told

    def test_a_sample_fills_it(self) -> None:
        assert general("Schrijf `{meant}`.{x:if}", {"meant": "name", "x": "y"}) == "Schrijf `name`."


class TestList:
    def test_every_code_stands_in_its_group(self) -> None:
        result = kansrijk("explain")
        assert (result.code, result.err) == (0, "")
        blocks = [block.splitlines() for block in result.out.split("\n\n")]
        found = {head: [line.split()[0] for line in lines] for head, *lines in blocks}
        assert found == {head: list(group) for head, group in groups(PAGES).items()}
        assert list(found) == list(labels()["group"].values())
        assert [code for codes in found.values() for code in codes] == list(PAGES)

    def test_a_code_has_its_title_and_severity(self) -> None:
        lines = kansrijk("explain").out.splitlines()
        assert "  KR401  Totaal klopt niet (fout)" in lines
        assert "  KR402  Totaal wijkt af door afronding (opmerking)" in lines

    def test_it_fits_on_a_terminal_of_eighty_columns(self) -> None:
        assert max(map(len, kansrijk("explain").out.splitlines())) <= 80


class TestColour:
    @pytest.mark.parametrize("words", [("explain",), ("explain", "KR401")], ids=" ".join)
    def test_it_changes_no_word(self, words: tuple[str, ...]) -> None:
        plain, coloured = kansrijk(*words).out, kansrijk("--color", "always", *words).out
        assert "\x1b" not in plain
        assert coloured != plain
        assert ESCAPE.sub("", coloured) == plain

    def test_carets_have_the_colour_of_the_severity(self) -> None:
        for code, colour in (("KR401", 31), ("KR202", 33), ("KR402", 34)):
            out = kansrijk("--color", "always", "explain", code).out
            assert re.search(rf"\n +\x1b\[{colour}m\^+\x1b\[0m\n", out), code
