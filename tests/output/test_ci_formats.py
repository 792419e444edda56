"""Findings for an editor and for CI: concise, GitHub, GitLab, SARIF and JUnit."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.core.place import Position
from kansrijk_cli.output.diagnostics import concise, github, gitlab, junit, sarif
from kansrijk_cli.output.fingerprint import fingerprints
from kansrijk_cli.output.located import Located, Spot
from kansrijk_cli.output.messages import Message
from kansrijk_cli.output.report import Report
from kansrijk_cli.rules.registry import pages

FILE = "data/regions/a/plan.yaml"
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
RENDER: dict[str, Callable[[Report], str]] = {
    "concise": concise.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "junit": junit.render,
    "sarif": sarif.render,
}
TEXT = st.text(st.characters(codec=None))
HOSTILE = (
    "]]>&<x y='\"'>",
    "een%0Atwee%3A",
    "een\r\n::error file=x::weg",
    "a,b:c::d",
    "| cel | `x` |",
    "\x1b[31m\x00\x07\u202e",
    "\udc80\ufffe\uffff",
    "![x](https://example.org)",
    "👶 Zoë",
)


def found(
    text: str = "Er is iets.",
    position: Position = (12, 6, 12, 10),
    severity: Severity = Severity.ERROR,
    *,
    code: str = "KR020",
    file: str = FILE,
    path: str = "a[0].b",
    line: str | None = "  a: fout",
    advice: tuple[str, ...] = (),
) -> Located:
    said = Message(code, severity, text, advice, pages()[code].title, ())
    return Located(said, Spot(file, position, line), path, ())


def report(*findings: Located) -> Report:
    return Report(findings, 14, ())


def many(numbers: dict[Severity, int]) -> Report:
    """So many findings of each level, the mildest first."""
    return report(
        *(
            found(f"{severity} {number}", severity=severity)
            for severity in reversed(LEVELS)
            for number in range(numbers.get(severity, 0))
        )
    )


def load(text: str) -> Any:
    return json.loads(text)


class TestConcise:
    def test_a_finding_is_one_line(self) -> None:
        assert concise.render(report(found(), found("Nog iets.", (1, 1, 3, 1)))) == (
            f"{FILE}:12:6: fout KR020 Er is iets.\n{FILE}:1:1: fout KR020 Nog iets.\n"
        )

    def test_the_severity_is_a_word(self) -> None:
        lines = concise.render(report(*(found(severity=level) for level in LEVELS))).splitlines()
        assert [line.split()[1] for line in lines] == ["fout", "waarschuwing", "opmerking"]

    def test_without_findings_there_is_nothing(self) -> None:
        assert concise.render(report()) == ""

    @given(TEXT, TEXT)
    def test_whatever_a_user_wrote_stays_on_the_line(self, text: str, file: str) -> None:
        printed = concise.render(report(found(text, file=file), found()))
        assert len(printed.splitlines()) == 2
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", printed)


def annotation(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner of GitHub reads it: its name, its properties, its message."""
    match = re.fullmatch(r"::(\w+)(?: (.*?))?::(.*)", line)
    assert match, line
    name, written, text = match.groups()
    pairs = (pair.split("=", 1) for pair in (written or "").split(",") if pair)
    properties = {
        key: value.replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%3A", ":")
        .replace("%2C", ",")
        .replace("%25", "%")
        for key, value in pairs
    }
    plain = text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    return name, properties, plain


class TestGithub:
    def test_a_finding_is_one_command(self) -> None:
        printed = github.render(report(found(advice=("Doe dit.", "Of dat."))))
        assert printed == (
            f"::error file={FILE},line=12,endLine=12,col=6,endColumn=10,"
            f"title=KR020 {pages()['KR020'].title}::Er is iets.%0ADoe dit.%0AOf dat.\n"
        )

    def test_over_several_lines_there_are_no_columns(self) -> None:
        _, properties, _ = annotation(github.render(report(found(position=(2, 3, 4, 1)))).strip())
        assert (properties["line"], properties["endLine"]) == ("2", "4")
        assert {"col", "endColumn"}.isdisjoint(properties)

    def test_each_level_has_its_command_and_the_worst_comes_first(self) -> None:
        lines = github.render(many(dict.fromkeys(LEVELS, 2))).splitlines()
        names = [annotation(line)[0] for line in lines]
        assert names == ["error", "error", "warning", "warning", "notice", "notice"]

    @pytest.mark.parametrize("number", [0, 1, 9, 10])
    def test_as_many_as_are_shown_are_all_written(self, number: int) -> None:
        lines = github.render(many({Severity.ERROR: number})).splitlines()
        assert [annotation(line)[2] for line in lines] == [f"error {n}" for n in range(number)]

    @pytest.mark.parametrize(
        ("level", "number", "rest"),
        [
            (Severity.ERROR, 11, "nog 1 fout."),
            (Severity.WARNING, 300, "nog 290 waarschuwingen"),
            (Severity.NOTE, 12, "nog 2 opmerkingen"),
        ],
    )
    def test_the_tenth_also_counts_the_rest(self, level: Severity, number: int, rest: str) -> None:
        lines = github.render(many({level: number, Severity.ERROR: max(number, 11)})).splitlines()
        read = [annotation(line) for line in lines]
        own = [text for name, _, text in read if name == github.COMMANDS[level]]
        assert len(own) == 10
        assert [text.split("\n")[0] for text in own] == [f"{level} {n}" for n in range(10)]
        assert rest in own[9].split("\n")[-1]

    def test_of_too_many_each_cause_is_told_before_one_is_told_again(self) -> None:
        same = [found("Onbekend.", position=(line, 1, line, 4)) for line in range(1, 12)]
        checked = report(*same, found("Iets anders."), found("Onbekend.", code="KR021"))
        read = [annotation(line) for line in github.render(checked).splitlines()]
        told = [(properties.get("line"), text) for _, properties, text in read]
        assert told[:8] == [(str(line), "Onbekend.") for line in range(1, 9)]
        assert told[8] == ("12", "Iets anders.")
        assert told[9][1].startswith("Onbekend.\nEn nog 3 fouten.")
        assert [properties["title"][:5] for _, properties, _ in read[8:]] == ["KR020", "KR021"]

    def test_what_fits_is_told_at_every_place(self) -> None:
        same = [found("Onbekend.", position=(line, 1, line, 4)) for line in range(1, 11)]
        assert len(github.render(report(*same)).splitlines()) == 10

    def test_every_level_has_ten_of_its_own(self) -> None:
        lines = github.render(many(dict.fromkeys(LEVELS, 25))).splitlines()
        names = [annotation(line)[0] for line in lines]
        assert names == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10

    @given(TEXT)
    def test_escaping_loses_nothing(self, text: str) -> None:
        line = f"::error title={github.escape_property(text)}::{github.escape(text)}"
        assert not set("\r\n") & set(line)
        read = re.fullmatch(r"::error title=([^:,]*)::(.*)", line, re.DOTALL)
        assert read
        for part in read.groups():
            assert re.sub("%(25|0D|0A|3A|2C)", lambda m: chr(int(m[1], 16)), part) == text

    def test_what_is_escaped_comes_back(self) -> None:
        text, file = "100%: a,b\r\n::error::x %0A", "data/50%,a:b.yaml"
        name, properties, read = annotation(github.render(report(found(text, file=file))).strip())
        assert (name, properties["file"], read) == ("error", file, text)

    @given(TEXT, TEXT)
    def test_nothing_that_a_user_wrote_starts_a_command(self, text: str, file: str) -> None:
        printed = github.render(report(found(text, file=file), found()))
        lines = re.split("\r\n|\r|\n", printed.removesuffix("\n"))
        assert [annotation(line.replace("\u2028", ""))[0] for line in lines] == ["error"] * 2

    def test_the_summary_has_every_finding(self) -> None:
        table = github.summary(many(dict.fromkeys(LEVELS, 25)))
        rows = [line for line in table.splitlines() if "KR020" in line]
        assert len(rows) == 75
        assert [row.split(" | ")[0] for row in (rows[0], rows[-1])] == ["| fout", "| opmerking"]
        assert f"{FILE}:12" in rows[0]

    def test_without_findings_there_is_nothing(self) -> None:
        assert github.render(report()) == ""
        assert github.summary(report()) == ""

    @pytest.mark.parametrize("text", HOSTILE)
    def test_a_row_of_the_summary_stays_a_row(self, text: str) -> None:
        table = github.summary(report(found(text, file=text), found()))
        rows = [line for line in table.split("\n") if line.startswith("| fout")]
        assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [5, 5]
        assert "\x1b" not in table
        assert not re.search(r"(?<!\\)<x|(?<!\\)\[x\]", table)


class TestFingerprint:
    def test_it_survives_lines_above(self) -> None:
        pathless = {"path": "", "line": "\ta: 1"}
        before = report(found(), found("x", (20, 1, 20, 2), **pathless))  # type: ignore[arg-type]
        after = report(
            found(position=(15, 6, 15, 10)),
            found("x", (23, 1, 23, 2), **pathless),  # type: ignore[arg-type]
        )
        assert fingerprints(before) == fingerprints(after)

    def test_it_survives_other_findings_and_another_sentence(self) -> None:
        [alone] = fingerprints(report(found()))
        assert alone in fingerprints(report(found(code="KR021"), found("Anders gezegd.")))

    def test_it_does_not_depend_on_the_folder_that_one_is_in(self) -> None:
        def seen(file: str) -> Report:
            return Report((found(file=file),), 1, (), {file: "regions/a/plan.yaml"})

        assert fingerprints(seen("plan.yaml")) == fingerprints(seen("data/regions/a/plan.yaml"))

    @pytest.mark.parametrize(
        "other",
        [
            found(code="KR021"),
            found(file="data/regions/b/plan.yaml"),
            found(path="a[1].b"),
            found(path="", line="a[0].b"),
            found(),
        ],
        ids=["code", "file", "path", "line for a path", "the same again"],
    )
    def test_what_differs_has_another(self, other: Located) -> None:
        one, two = fingerprints(report(found(), other))
        assert one != two

    def test_without_a_path_the_line_tells_them_apart(self) -> None:
        one, two, again, none = (
            fingerprints(report(found(path="", line=line)))
            for line in ("a: 1", "b: 1", "   a: 1", None)
        )
        assert len({one, two, none}) == 3
        assert one == again

    @given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["", "x"]), TEXT), max_size=9))
    def test_no_two_are_equal(self, places: list[tuple[str, str, str]]) -> None:
        made = fingerprints(
            report(*(found(file=file, path=path, line=line) for file, path, line in places))
        )
        assert len(set(made)) == len(places)


class TestGitlab:
    def test_a_finding_has_what_code_quality_asks(self) -> None:
        [issue] = load(gitlab.render(report(found())))
        assert issue.pop("fingerprint") == fingerprints(report(found()))[0]
        assert issue == {
            "description": "Er is iets.",
            "check_name": "KR020",
            "severity": "major",
            "location": {"path": FILE, "lines": {"begin": 12}},
        }

    def test_severities(self) -> None:
        issues = load(gitlab.render(report(*(found(severity=level) for level in LEVELS))))
        assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]

    def test_equal_findings_do_not_collapse(self) -> None:
        issues = load(gitlab.render(report(found(), found(), found())))
        assert len({issue["fingerprint"] for issue in issues}) == 3

    def test_without_findings_it_is_an_empty_list(self) -> None:
        assert gitlab.render(report()) == "[]\n"


def empty_texts(value: object) -> bool:
    """Whether there is an empty text anywhere: GitHub refuses those."""
    if isinstance(value, dict):
        return any(map(empty_texts, value.values()))
    if isinstance(value, list):
        return any(map(empty_texts, value))
    return value == ""


class TestSarif:
    def test_the_log_has_what_github_asks(self) -> None:
        log = load(sarif.render(report(found(advice=("Doe dit.",)))))
        assert log["$schema"].endswith("sarif-2.1.0.json")
        assert log["version"] == "2.1.0"
        [run] = log["runs"]
        driver = run["tool"]["driver"]
        assert driver["name"] == "kansrijk"
        assert re.fullmatch(r"\d+\.\d+\.\d+", driver["version"])
        assert run["columnKind"] == "unicodeCodePoints"
        assert run["results"] == [
            {
                "ruleId": "KR020",
                "level": "error",
                "message": {"text": "Er is iets.\nDoe dit."},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": FILE},
                            "region": {
                                "startLine": 12,
                                "startColumn": 6,
                                "endLine": 12,
                                "endColumn": 10,
                            },
                        }
                    }
                ],
                "partialFingerprints": {
                    "primaryLocationLineHash": fingerprints(report(found()))[0]
                },
            }
        ]

    def test_other_places_are_told_once(self) -> None:
        first, other = Spot(FILE, (3, 1, 3, 4), "a"), Spot("data/b.yaml", (7, 2, 7, 5), "b")
        elsewhere = ("hier eerst", "hier ook", "hier eerst")
        finding = replace(
            found(),
            message=replace(found().message, elsewhere=elsewhere),
            related=(first, other, first),
        )
        results = load(sarif.render(report(finding, found())))["runs"][0]["results"]
        places = [
            (
                place["id"],
                place["physicalLocation"]["artifactLocation"]["uri"],
                place["physicalLocation"]["region"]["startLine"],
                place["message"]["text"],
            )
            for place in results[0]["relatedLocations"]
        ]
        assert places == [(0, FILE, 3, "hier eerst"), (1, "data/b.yaml", 7, "hier ook")]
        assert "relatedLocations" not in results[1]

    def test_each_rule_is_told_once(self) -> None:
        log = load(sarif.render(report(found(code="KR021"), found(), found())))
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == ["KR020", "KR021"]
        assert rules[0]["shortDescription"]["text"] == pages()["KR020"].title
        assert rules[0]["fullDescription"]["text"] == pages()["KR020"].explanation

    @pytest.mark.parametrize("code", pages())
    def test_every_rule_has_all_its_texts(self, code: str) -> None:
        log = load(sarif.render(report(found(code=code))))
        [rule] = log["runs"][0]["tool"]["driver"]["rules"]
        assert set(rule) == {"id", "shortDescription", "fullDescription", "help"}
        assert not empty_texts(log)

    def test_levels(self) -> None:
        log = load(sarif.render(report(*(found(severity=level) for level in LEVELS))))
        assert [result["level"] for result in log["runs"][0]["results"]] == [
            "error",
            "warning",
            "note",
        ]

    @pytest.mark.parametrize("file", ["data/een twee.yaml", "data/50%#a?b.yaml", "data/Zoë.yaml"])
    def test_a_file_is_a_relative_address(self, file: str) -> None:
        [result] = load(sarif.render(report(found(file=file))))["runs"][0]["results"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[\w./%-]+", uri, re.ASCII)
        assert unquote(uri) == file

    def test_without_findings_there_is_a_run(self) -> None:
        [run] = load(sarif.render(report()))["runs"]
        assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def suite(checked: Report) -> ET.Element:
    root = ET.fromstring(junit.render(checked).encode())  # noqa: S314 - our own output
    [only] = root
    assert (root.tag, only.tag) == ("testsuites", "testsuite")
    return only


class TestJunit:
    def test_an_error_is_a_failure(self) -> None:
        [case] = suite(report(found(advice=("Doe dit.",))))
        assert case.attrib == {"classname": FILE, "name": f"KR020 {FILE}:12:6"}
        [failure] = case
        assert failure.attrib == {"message": "Er is iets.", "type": "KR020"}
        assert failure.text == f"{FILE}:12:6\nEr is iets.\nDoe dit."

    def test_what_is_milder_passes_and_is_told(self) -> None:
        cases = suite(report(found(severity=Severity.WARNING), found(severity=Severity.NOTE)))
        assert not list(cases.iter("failure"))
        told = [case.findtext("system-out", "").split("\n")[0] for case in cases]
        assert told == ["waarschuwing KR020", "opmerking KR020", ""]

    def test_with_fail_on_a_warning_is_a_failure(self) -> None:
        names = {file: file for file in ("data/a.yaml", "data/b.yaml")}
        warned = found(file="data/a.yaml", severity=Severity.WARNING)
        noted = found(file="data/b.yaml", severity=Severity.NOTE)
        checked = Report((warned, noted), 2, (), names, fail_on=Severity.WARNING)
        cases = suite(checked)
        assert checked.fails
        assert [(case.get("classname"), [part.tag for part in case]) for case in cases] == [
            ("data/a.yaml", ["failure"]),
            ("data/b.yaml", ["system-out"]),
            ("data/b.yaml", []),
        ]
        assert (cases.get("tests"), cases.get("failures")) == ("3", "1")

    def test_a_file_without_errors_passes(self) -> None:
        names = {file: file for file in ("data/a.yaml", "data/b.yaml", "data/c.yaml")}
        findings = (
            found(file="data/a.yaml"),
            found(file="data/b.yaml", severity=Severity.WARNING),
        )
        cases = suite(Report(findings, 3, (), names))
        assert cases.attrib == {
            "name": "kansrijk validate",
            "tests": "4",
            "failures": "1",
            "errors": "0",
            "skipped": "0",
        }
        assert [case.get("name") for case in cases][2:] == ["data/b.yaml", "data/c.yaml"]
        assert len(cases) == 4

    @given(TEXT, TEXT)
    def test_it_is_always_xml(self, text: str, file: str) -> None:
        cases = suite(report(found(text, file=file, advice=(text,)), found()))
        assert len(list(cases.iter("failure"))) == 2


@pytest.mark.parametrize("format", RENDER)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_whole_and_nothing_else(format: str, text: str) -> None:
    checked = report(found(text, file=f"data/{text}.yaml", line=text, advice=(text,)), found())
    printed = RENDER[format](checked)
    written = printed.encode(errors="backslashreplace").decode()
    assert "\x1b" not in written
    assert "\x00" not in written
    if format == "gitlab":
        assert [issue["description"] for issue in load(printed)] == [text, "Er is iets."]
        assert len(load(written)) == 2
    elif format == "sarif":
        results = load(printed)["runs"][0]["results"]
        assert results[0]["message"]["text"] == f"{text}\n{text}"
        assert len(load(written)["runs"][0]["results"]) == 2
    elif format == "junit":
        assert len(list(suite(checked).iter("failure"))) == 2
    else:
        assert len(printed.split("\n")) == 3
        assert "\r" not in printed


@pytest.mark.parametrize("format", RENDER)
def test_the_same_report_gives_the_same_text(format: str) -> None:
    checked = many(dict.fromkeys(LEVELS, 3))
    assert RENDER[format](checked) == RENDER[format](checked)
