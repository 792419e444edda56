"""Findings for a person and for a program."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from kansrijk_cli.cli.terminal import painted
from kansrijk_cli.core.diagnostic import Diagnostic, Severity, Value
from kansrijk_cli.core.place import Place, Position
from kansrijk_cli.output.diagnostics import json as as_json
from kansrijk_cli.output.diagnostics import text as as_text
from kansrijk_cli.output.diagnostics.text import plain
from kansrijk_cli.output.excerpt import Paint
from kansrijk_cli.output.fingerprint import fingerprints
from kansrijk_cli.output.located import Located, Sources, Spot, locate
from kansrijk_cli.output.messages import Message
from kansrijk_cli.output.report import Report
from kansrijk_cli.output.schemas import schemas
from kansrijk_cli.rules.registry import pages
from kansrijk_cli.rules.run import Skipped
from tests.workspaces import ROOT

SCHEMA = Draft202012Validator(json.loads(schemas()["output/validate"]))
CASES = sorted((ROOT / "tests/cases").glob("*/expected.json"))


def found(
    line: str | None,
    position: Position,
    severity: Severity = Severity.ERROR,
    advice: tuple[str, ...] = (),
    related: tuple[Spot, ...] = (),
) -> Located:
    elsewhere = tuple(f"hier staat plek {number}" for number in range(1, len(related) + 1))
    said = Message("KR999", severity, "Er is iets.", advice, "Titel", elsewhere)
    return Located(said, Spot("data/plan.yaml", position, line), "a[0].b", related)


def report(*findings: Located, files: int = 14, skipped: tuple[Skipped, ...] = ()) -> Report:
    return Report(findings, files, skipped)


def shown(finding: Located, paint: Paint = plain) -> list[str]:
    return as_text.render(report(finding), paint, brief=True).splitlines()


def excerpt(line: str, position: Position, width: int | None = None) -> tuple[str, str]:
    """The source line and the marks under it, without the gutter."""
    lines = as_text.render(report(found(line, position)), brief=True, width=width).splitlines()
    gutter = len(str(position[0])) + len(" | ")
    return lines[3][gutter:], lines[4][gutter:]


def underlined(line: str, position: Position) -> str:
    """The characters that the marks stand under."""
    source, marks = excerpt(line, position)
    return source[marks.index("^") : marks.rindex("^") + 1]


def test_a_finding_is_one_block() -> None:
    related = (Spot("data/region.yaml", (3, 4, 3, 8), "a: goed"), Spot("b", (1, 1, 1, 1), None))
    finding = found("  a: fout", (12, 6, 12, 10), advice=("Doe dit.", "Of dat."), related=related)
    assert shown(finding) == [
        "fout KR999: Er is iets.",
        "  --> data/plan.yaml:12:6",
        "   |",
        "12 |   a: fout",
        "   |      ^^^^",
        "   = hier staat plek 1: data/region.yaml:3:4",
        " 3 | a: goed",
        "   |    ----",
        "   = hier staat plek 2: b:1:1",
        "   = Doe dit.",
        "   = Of dat.",
        "   = uitleg: kansrijk explain KR999",
    ]


def test_of_many_other_places_the_first_are_shown() -> None:
    for number, rest in ((4, []), (5, ["   = en nog 2 plekken"])):
        related = tuple(Spot("a.yaml", (line, 1, line, 2), "x") for line in range(1, number + 1))
        lines = shown(found("  a: fout", (12, 6, 12, 10), related=related))
        assert sum("hier staat" in line for line in lines) == number - 2 * len(rest)
        assert sum(line.endswith(" | -") for line in lines) == number - 2 * len(rest)
        assert [line for line in lines if "en nog" in line] == rest


def test_the_numbers_of_all_lines_stand_under_each_other() -> None:
    related = (Spot("a.yaml", (1234, 1, 1234, 2), "x"),)
    assert shown(found("a: fout", (7, 4, 7, 8), related=related))[1:] == [
        "    --> data/plan.yaml:7:4",
        "     |",
        "   7 | a: fout",
        "     |    ^^^^",
        "     = hier staat plek 1: a.yaml:1234:1",
        "1234 | x",
        "     | -",
        "     = uitleg: kansrijk explain KR999",
    ]


@pytest.mark.parametrize("line", [None, "", "   "])
def test_without_a_line_there_is_no_excerpt(line: str | None) -> None:
    assert shown(found(line, (1, 1, 1, 1))) == [
        "fout KR999: Er is iets.",
        " --> data/plan.yaml:1:1",
        "  = uitleg: kansrijk explain KR999",
    ]


@pytest.mark.parametrize(
    ("line", "position", "marked"),
    [
        ("a: [Ede, Eede]", (1, 10, 1, 14), "Eede"),
        ("a: 1", (1, 1, 1, 2), "a"),
        ("a: 1", (1, 4, 1, 4), "1"),
        ("parties:", (1, 1, 3, 1), "parties:"),
        ("  - {id: a,", (1, 5, 2, 10), "{id: a,"),
        ("  - id: a   ", (1, 5, 9, 1), "id: a"),
        ("a:\tb", (1, 4, 1, 5), "b"),
        ("\t\ta: b", (1, 1, 1, 3), "→→"),
        ("naam: Zoë, x", (1, 12, 1, 13), "x"),
    ],
)
def test_the_marks_stand_under_the_span(line: str, position: Position, marked: str) -> None:
    assert underlined(line, position) == marked


def test_behind_the_end_of_a_line_there_is_one_mark() -> None:
    assert excerpt("name:", (1, 6, 1, 6)) == ("name:", "     ^")


def test_wide_characters_keep_the_marks_in_place() -> None:
    # On a terminal the baby and the two signs are each two columns wide.
    assert excerpt("a: 👶 中文, b", (1, 10, 1, 11)) == ("a: 👶 中文, b", " " * 12 + "^")
    assert excerpt("a: 中文", (1, 4, 1, 6)) == ("a: 中文", "   ^^^^")


def test_an_accent_of_its_own_takes_no_place() -> None:
    assert excerpt("a: Zoe\u0308, b", (1, 10, 1, 11)) == ("a: Zoe\u0308, b", " " * 8 + "^")


WINDOW = 100
# With a number of one digit before the line, and dots on both sides of it.
COLUMNS = WINDOW + len("1 | ") + 2
LONG = "".join(f"{number:04} " for number in range(100)).rstrip()


@pytest.mark.parametrize("column", [1, 34, 35, 101, 250, 400, 450, 460, 499])
def test_a_long_line_is_shown_around_the_span(column: int) -> None:
    source, marks = excerpt(LONG, (1, column, 1, column + 1), COLUMNS)
    assert len(source.strip("…")) == WINDOW
    assert source.strip("…") in LONG
    assert source[marks.index("^")] == LONG[column - 1]
    assert source.startswith("…") is (not LONG.startswith(source.strip("…")))
    assert source.endswith("…") is (not LONG.endswith(source.strip("…")))


def test_marks_do_not_run_on_past_what_is_shown() -> None:
    source, marks = excerpt(LONG, (1, 6, 1, 400), COLUMNS)
    assert marks == " " * 5 + "^" * (WINDOW - 5)
    assert len(source) == WINDOW + 1


@pytest.mark.parametrize("column", [1, 250, 499])
def test_nothing_is_cut_in_a_pipe_or_where_it_fits(column: int) -> None:
    for width in (None, 600):
        source, marks = excerpt(LONG, (1, column, 1, column + 1), width)
        assert (source, marks) == (LONG, " " * (column - 1) + "^")


@given(st.integers(1, 400), st.integers(0, 400), st.integers(0, 400))
def test_any_span_of_any_line_has_marks(length: int, start: int, width: int) -> None:
    line = LONG[:length].rstrip()
    column = min(start, len(line)) + 1
    source, marks = excerpt(line, (1, column, 1, min(column + width, len(line) + 1)), COLUMNS)
    assert len(source) <= WINDOW + 2
    assert len(marks) <= WINDOW + 2
    if column <= len(line):
        assert line[column - 1 :].startswith(source[marks.index("^") : marks.rindex("^") + 1])


WIDE = "".join(f"{number:04}中文" for number in range(60))


@given(st.sampled_from([LONG, WIDE]), st.integers(30, 200), st.integers(0, 420), st.integers(1, 99))
def test_no_line_of_an_excerpt_is_wider_than_the_terminal(
    line: str, width: int, start: int, length: int
) -> None:
    column = min(start, len(line) - 1) + 1
    end = min(column + length, len(line) + 1)
    finding = found(line, (7, column, 7, end), advice=("Schrijf `iets` in plaats van `nog iets`.",))
    said = as_text.render(report(finding), brief=True, width=width).splitlines()
    assert max(map(cell_len, said)) <= width
    source, marks = (shown[len("7 | ") :] for shown in said[3:5])
    # What stands above the first mark is what the span begins with.
    before = next(n for n in range(len(source)) if cell_len(source[:n]) == marks.index("^"))
    assert source[before] == line[column - 1]


def test_sentences_are_wrapped_under_themselves() -> None:
    finding = found(None, (1, 1, 1, 1), advice=("Schrijf dit op in een ander bestand.",))
    said = as_text.render(report(finding, files=1), painted, width=30)
    assert (
        said
        == """\
\x1b[31mfout KR999\x1b[0m: Er is iets.
 --> data/plan.yaml:1:1
  = Schrijf dit op in een
    ander bestand.
  = uitleg: kansrijk explain
    KR999

1 bestand gecontroleerd: 1
fout.
"""
    )
    assert max(map(len, as_text.render(report(finding)).splitlines())) > 30


def test_colour_is_only_on_the_severity_and_the_marks() -> None:
    finding = found("a: b", (1, 4, 1, 5), severity=Severity.WARNING, advice=("Doe dit.",))
    coloured = shown(finding, painted)
    assert coloured[0] == "\x1b[33mwaarschuwing KR999\x1b[0m: Er is iets."
    assert coloured[4] == "  |    \x1b[33m^\x1b[0m"
    assert [re.sub(r"\x1b\[\d+m", "", line) for line in coloured] == shown(finding)


@pytest.mark.parametrize(
    ("severity", "colour"), [(Severity.ERROR, 31), (Severity.WARNING, 33), (Severity.NOTE, 34)]
)
def test_each_severity_has_its_colour(severity: Severity, colour: int) -> None:
    first = shown(found("a", (1, 1, 1, 2), severity=severity), painted)[0]
    assert first.startswith(f"\x1b[{colour}m")


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x00", "\x07", "\x7f", "\x9b31m", "\u202e"])
def test_nothing_that_a_user_wrote_steers_the_terminal(sign: str) -> None:
    advice = (f"Schrijf geen `{sign}`.",)
    said = Message("KR999", Severity.ERROR, f"Er staat `{sign}`.", advice, "", (f"hier {sign}",))
    spot = Spot(f"data/{sign}.yaml", (1, 1, 1, 2), f"a: {sign}b")
    text = as_text.render(report(Located(said, spot, "", (spot,))))
    assert sign[0] not in text


@pytest.mark.parametrize(
    ("severities", "files", "summary"),
    [
        ([], 14, "14 bestanden gecontroleerd: alles in orde."),
        ([], 1, "1 bestand gecontroleerd: alles in orde."),
        ([Severity.ERROR], 2, "2 bestanden gecontroleerd: 1 fout."),
        (
            [Severity.NOTE, *[Severity.WARNING] * 2, *[Severity.ERROR] * 3],
            2,
            "2 bestanden gecontroleerd: 3 fouten, 2 waarschuwingen en 1 opmerking.",
        ),
    ],
)
def test_the_closing_line_counts(severities: list[Severity], files: int, summary: str) -> None:
    findings = [found(None, (1, 1, 1, 1), severity=severity) for severity in severities]
    text = as_text.render(report(*findings, files=files))
    assert text.splitlines()[-1] == summary
    assert text.endswith(".\n")


@pytest.mark.parametrize(
    ("skipped", "said"),
    [
        ([("KR301", "a")], " (a)"),
        ([("KR301", "b"), ("KR104", "b")], " (b)"),
        ([("KR301", "b"), ("KR104", "a")], " (a, b)"),
        ([("KR301", "a"), ("KR301", None)], ""),
        ([("KR301", region) for region in "dcba"], " (a, b en nog 2 andere)"),
        ([("KR301", "a\x1b[31m")], " (a\ufffd[31m)"),
    ],
)
def test_what_was_skipped_is_told_with_its_regions(
    skipped: list[tuple[str, str | None]], said: str
) -> None:
    rules = tuple(Skipped(code, region) for code, region in skipped)
    last = as_text.render(report(skipped=rules)).splitlines()[-1]
    assert last.endswith(f"hersteld moet worden{said}.")


def test_brief_is_only_the_findings() -> None:
    assert as_text.render(report(), brief=True) == ""
    two = as_text.render(report(found("a", (1, 1, 1, 2)), found("b", (2, 1, 2, 2))), brief=True)
    assert two.count("\n\n") == 1
    assert two.endswith("KR999\n")


def test_json_has_the_published_shape() -> None:
    related = (Spot("data/region.yaml", (3, 1, 3, 5), None),)
    finding = found("a: b", (2, 4, 2, 5), Severity.NOTE, ("Doe dit.",), related)
    params: dict[str, Value] = {
        "one": "een",
        "two": 2,
        "half": Decimal("0.5"),
        "whole": Decimal(56400),
        "day": date(2025, 2, 1),
        "names": ("a", "b"),
        "none": None,
    }
    finding = replace(finding, params=params)
    printed = as_json.render(report(finding, skipped=(Skipped("KR104", "voorbeeld"),)))
    SCHEMA.validate(json.loads(printed))
    assert json.loads(printed) == {
        "schema": "kansrijk/validate/1",
        "findings": [
            {
                "code": "KR999",
                "severity": "note",
                "title": "Titel",
                "message": "Er is iets.",
                "help": ["Doe dit."],
                "parameters": {
                    "one": "een",
                    "two": 2,
                    "half": 0.5,
                    "whole": 56400,
                    "day": "2025-02-01",
                    "names": ["a", "b"],
                    "none": None,
                },
                "fingerprint": fingerprints(report(finding))[0],
                "file": "data/plan.yaml",
                "line": 2,
                "column": 4,
                "end_line": 2,
                "end_column": 5,
                "path": "a[0].b",
                "fix": None,
                "related": [
                    {
                        "message": "hier staat plek 1",
                        "file": "data/region.yaml",
                        "line": 3,
                        "column": 1,
                        "end_line": 3,
                        "end_column": 5,
                    }
                ],
            }
        ],
        "summary": {
            "files": 14,
            "errors": 0,
            "warnings": 0,
            "notes": 1,
            "skipped": 1,
            "ignored": 0,
            "earlier": 0,
        },
    }


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.parent.name)
def test_json_of_every_case_has_the_published_shape(file: Path) -> None:
    SCHEMA.validate(json.loads(file.read_text("utf-8")))


@pytest.mark.parametrize(
    "broken",
    [
        {"schema": "kansrijk/validate/2"},
        {"findings": [{}]},
        {"summary": {}},
        {"extra": 1},
    ],
)
def test_the_published_shape_refuses_anything_else(broken: dict[str, object]) -> None:
    good = json.loads(as_json.render(report()))
    assert SCHEMA.is_valid(good)
    assert not SCHEMA.is_valid(good | broken)


TEXTS = {"a.yaml": "a: [1, 2]\nb: {c: 1}\r\n", "b.yaml": "x: 1\n"}


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    (tmp_path / "data").mkdir()
    return Sources(tmp_path / "data", TEXTS, tmp_path)


def test_a_spot_is_a_file_from_here_with_its_line(sources: Sources, tmp_path: Path) -> None:
    spot = sources.spot(Place("a.yaml", ("b", "c")))
    assert spot == Spot("data/a.yaml", (2, 8, 2, 9), "b: {c: 1}")
    elsewhere = Sources(tmp_path / "data", TEXTS, tmp_path / "data" / "regions")
    assert elsewhere.spot(Place("a.yaml")).file == "../a.yaml"


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("a: Bel Ede nu", (1, 8, 1, 11)),
        ("a: Ede en Ede", (1, 4, 1, 7)),
        ("Ede: bij Ede", (1, 10, 1, 13)),
        ("a: >-\n  Lang verhaal\n  over Ede.\nb: Ede", (3, 8, 3, 11)),
        # The text is not on a line as it is: then the value as a whole.
        ('a: "\\x45de"', (1, 4, 1, 12)),
    ],
)
def test_a_part_of_a_text_is_found_in_its_lines(
    text: str, position: Position, tmp_path: Path
) -> None:
    key = text.partition(":")[0]
    spot = Sources(tmp_path, {"a.yaml": text}, tmp_path).spot(Place("a.yaml", (key,), within="Ede"))
    assert spot.position == position
    assert spot.line == text.split("\n")[position[0] - 1]


def test_what_cannot_be_shown_has_no_line(sources: Sources) -> None:
    assert sources.spot(Place("weg.yaml")) == Spot("data/weg.yaml", (1, 1, 1, 1), None)
    place = Place("weg.yaml", span=(3, 4, 3, 5))
    assert sources.spot(place) == Spot("data/weg.yaml", (3, 4, 3, 5), None)
    assert sources.spot(Place("b.yaml", span=(9, 1, 9, 1))).line == ""


def test_findings_are_in_order_and_each_only_once(sources: Sources) -> None:
    places = [
        Diagnostic("KR009", Place("b.yaml")),
        Diagnostic("KR009", Place("a.yaml", ("b",))),
        Diagnostic("KR009", Place("a.yaml", ("a", 1))),
        Diagnostic("KR001", Place("a.yaml", ("a", 1)), {"reason": "een"}),
        Diagnostic("KR009", Place("a.yaml", ("a", 1))),
        Diagnostic("KR001", Place("a.yaml", ("a", 1)), {"reason": "twee"}),
    ]
    located = locate(places, pages(), sources)
    assert [(f.spot.file, f.spot.position[0], f.message.code, f.path) for f in located] == [
        ("data/a.yaml", 1, "KR001", "a[1]"),
        ("data/a.yaml", 1, "KR001", "a[1]"),
        ("data/a.yaml", 1, "KR009", "a[1]"),
        ("data/a.yaml", 2, "KR009", "b"),
        ("data/b.yaml", 1, "KR009", ""),
    ]
