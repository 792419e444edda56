"""`validate`: every format, where the report goes, and how much of it is shown."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kansrijk_cli.output.formats import DIAGNOSTICS, formats
from kansrijk_cli.rules.registry import pages
from tests.cli.english import english_in
from tests.cli.running import kansrijk
from tests.workspaces import BASE, lay

REGION = "regions/voorbeeld"
PARTIES = f"{REGION}/parties.yaml"
TABBED = f"{REGION}/2025/plan.yaml"
MISTAKES = {
    PARTIES: (
        "parties:\n"
        "  - {id: a, name: A, kind: organisatie, kleur: rood}\n"
        "  - {id: b, name: B, kind: organisation, kleur: blauw}\n"
    ),
    TABBED: "title:\tPlan\n\tkind: x\n",
}


@pytest.fixture
def mistakes(work: Path) -> Path:
    return lay(work / "data", MISTAKES)


def count() -> int:
    found = json.loads(kansrijk("validate", "--format", "json").out)["findings"]
    assert len(found) > 3
    return len(found)


def fingerprints() -> list[str]:
    found = json.loads(kansrijk("validate", "--format", "gitlab").out)
    return [issue["fingerprint"] for issue in found]


@pytest.mark.usefixtures("mistakes")
class TestFormats:
    @pytest.mark.parametrize("format", formats(DIAGNOSTICS))
    def test_every_format_ends_alike(self, format: str) -> None:
        result = kansrijk("--color", "always", "validate", "--format", format)
        assert (result.code, result.err) == (1, "")
        assert "KR020" in result.out
        assert result.out.endswith("\n")
        assert ("\x1b" in result.out) is (format == "text")

    def test_every_format_has_every_finding(self) -> None:
        number = count()
        assert len(kansrijk("validate", "--format", "concise").out.splitlines()) == number
        assert len(kansrijk("validate", "--format", "github").out.splitlines()) == number
        assert len(fingerprints()) == number
        sarif = json.loads(kansrijk("validate", "--format", "sarif").out)
        assert len(sarif["runs"][0]["results"]) == number

    def test_fingerprints_stay_when_lines_are_put_above(self, mistakes: Path) -> None:
        before = fingerprints()
        assert len(set(before)) == len(before)
        for file in (PARTIES, TABBED):
            path = mistakes / file
            path.write_text("# een\n# twee\n\n" + path.read_text("utf-8"), "utf-8")
        moved = kansrijk("validate", "--format", "concise").out.splitlines()
        lines = [line.split(":")[1] for line in moved]
        assert min(map(int, lines)) > 3
        assert fingerprints() == before

    def test_fingerprints_are_the_same_from_every_folder(
        self, mistakes: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = sorted(fingerprints())
        monkeypatch.chdir(mistakes / REGION)
        assert sorted(fingerprints()) == before

    def test_junit_names_every_file_that_is_right(self) -> None:
        text = kansrijk("validate", "--format", "junit").out
        [suite] = ET.fromstring(text.encode())  # noqa: S314 - our own output
        passed = {case.get("name") for case in suite if not len(case)}
        assert f"data/{REGION}/region.yaml" in passed
        assert "data/kansrijk.yaml" in passed
        assert f"data/{PARTIES}" not in passed
        assert {case.get("classname") for case in suite if case.find("failure") is not None} == {
            f"data/{PARTIES}",
            f"data/{TABBED}",
        }

    def test_junit_of_one_file_names_no_other(self) -> None:
        path = f"data/{REGION}/region.yaml"
        text = kansrijk("validate", path, "--format", "junit").out
        [suite] = ET.fromstring(text.encode())  # noqa: S314 - our own output
        assert [case.get("name") for case in suite] == [path]


def named(format: str, *words: str | Path) -> set[str]:
    """The files that a format names."""
    printed = kansrijk(*words, "validate", "--format", format).out
    if format == "github":
        return {line.split("file=")[1].split(",")[0] for line in printed.splitlines()}
    if format == "gitlab":
        return {issue["location"]["path"] for issue in json.loads(printed)}
    if format == "sarif":
        places = [result["locations"][0] for result in json.loads(printed)["runs"][0]["results"]]
        return {place["physicalLocation"]["artifactLocation"]["uri"] for place in places}
    if format == "json":
        return {finding["file"] for finding in json.loads(printed)["findings"]}
    return {line.split(":")[0] for line in printed.splitlines()}


@pytest.mark.usefixtures("mistakes")
class TestNames:
    """GitHub, GitLab and SARIF know a file only by its place in the repository."""

    @pytest.fixture
    def repository(self, work: Path) -> Path:
        # A work tree that belongs to another repository has a file of this name.
        (work / ".git").write_text("gitdir: elders\n", "utf-8")
        return work

    @pytest.mark.parametrize("format", ["github", "gitlab", "sarif"])
    @pytest.mark.parametrize("folder", [".", "data", f"data/{REGION}"])
    def test_in_a_repository_they_start_at_its_top(
        self, repository: Path, format: str, folder: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(repository / folder)
        assert named(format) == {f"data/{PARTIES}", f"data/{TABBED}"}

    @pytest.mark.parametrize("format", ["github", "gitlab", "sarif"])
    def test_also_from_a_folder_outside_it(
        self, repository: Path, format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        found = named(format, "--data", repository / "data")
        assert found == {f"data/{PARTIES}", f"data/{TABBED}"}

    @pytest.mark.parametrize("format", ["concise", "json"])
    def test_for_a_person_they_start_here(
        self, repository: Path, format: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(repository / "data")
        assert named(format) == {PARTIES, TABBED}

    @pytest.mark.parametrize("format", ["github", "gitlab", "sarif"])
    def test_without_a_repository_they_start_here(
        self, work: Path, format: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(work / "data")
        assert named(format) == {PARTIES, TABBED}


@pytest.mark.usefixtures("mistakes")
class TestStepSummary:
    @pytest.fixture
    def page(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        page = tmp_path / "summary.md"
        page.write_text("Eerder", "utf-8")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
        return page

    def test_the_table_of_all_findings_follows_what_is_there(self, page: Path) -> None:
        assert kansrijk("validate", "--format", "github").code == 1
        text = page.read_text("utf-8")
        assert text.startswith("Eerder\n")
        assert text.count("| fout | KR") == count()

    @pytest.mark.parametrize("format", ["text", "gitlab"])
    def test_only_for_github(self, page: Path, format: str) -> None:
        kansrijk("validate", "--format", format)
        assert page.read_text("utf-8") == "Eerder"

    def test_without_findings_nothing_is_added(self, page: Path) -> None:
        assert kansrijk("validate", "data/kansrijk.yaml", "--format", "github").code == 0
        assert page.read_text("utf-8") == "Eerder"

    def test_no_more_than_github_takes(self, page: Path, work: Path) -> None:
        """GitHub refuses a summary of more than 1 MiB as a whole."""
        wrong = "".join(f"  - {{id: a{n}, {'n' * 600}: x}}\n" for n in range(2000))
        lay(work / "data", {PARTIES: f"parties:\n{wrong}"})
        kansrijk("validate", "--format", "github")
        text = page.read_text("utf-8")
        assert 300_000 < len(text.encode()) <= 1_000_007
        shown = text.count("| fout | KR")
        assert 0 < shown < count()
        assert f"En nog {count() - shown} fouten, hier niet getoond." in text

    def test_without_a_page_there_are_only_annotations(
        self, work: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
        before = sorted(work.rglob("*"))
        assert kansrijk("validate", "--format", "github").out.startswith("::error file=data/")
        assert sorted(work.rglob("*")) == before


@pytest.mark.usefixtures("mistakes")
class TestOutput:
    @pytest.mark.parametrize("format", formats(DIAGNOSTICS))
    def test_the_file_has_what_would_have_been_printed(self, work: Path, format: str) -> None:
        printed = kansrijk("validate", "--format", format)
        written = kansrijk("validate", "--format", format, "--output", "nieuw/uit.txt")
        assert (written.code, written.out) == (1, "")
        assert (work / "nieuw" / "uit.txt").read_bytes() == printed.out_bytes
        assert "nieuw/uit.txt" in written.err
        assert english_in(written.err.replace("nieuw/uit.txt", "")) == []

    def test_quiet_says_nothing(self, work: Path) -> None:
        result = kansrijk("validate", "--quiet", "--output", "uit.txt")
        assert (result.out, result.err) == ("", "")
        assert (work / "uit.txt").read_bytes() == kansrijk("validate", "--quiet").out_bytes

    def test_a_hyphen_is_standard_output(self) -> None:
        assert kansrijk("validate", "--output", "-") == kansrijk("validate")

    @pytest.mark.parametrize("path", [f"data/{PARTIES}", "data/nieuw.json"])
    def test_never_among_the_data(self, work: Path, path: str) -> None:
        before = {p: p.read_bytes() for p in work.rglob("*") if p.is_file()}
        result = kansrijk("validate", "--output", path)
        assert (result.code, result.out) == (2, "")
        assert path in result.err
        assert {p: p.read_bytes() for p in work.rglob("*") if p.is_file()} == before

    @pytest.mark.parametrize("path", ["", "."])
    def test_what_is_no_file_is_wrong_use(self, path: str) -> None:
        result = kansrijk("validate", "--output", path)
        assert (result.code, result.out) == (2, "")
        assert english_in(result.err) == []

    def test_a_file_has_no_colour_unless_asked(
        self, work: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = []

        def note(_: object, choice: str) -> bool:
            asked.append(choice)
            return choice == "always"

        monkeypatch.setattr("kansrijk_cli.cli.commands.validate.uses_color", note)
        kansrijk("validate", "--output", "uit.txt")
        kansrijk("--color", "always", "validate", "--output", "kleur.txt")
        assert asked == ["never", "always"]
        assert "\x1b" not in (work / "uit.txt").read_text("utf-8")
        assert "\x1b" in (work / "kleur.txt").read_text("utf-8")


@pytest.mark.usefixtures("mistakes")
class TestStatistics:
    def test_each_code_is_counted_with_its_title(self) -> None:
        found = json.loads(kansrijk("validate", "--format", "json").out)["findings"]
        codes = [finding["code"] for finding in found]
        result = kansrijk("validate", "--statistics")
        table, closing = result.out.split("\n\n")
        lines = table.splitlines()
        assert result.code == 1
        assert [line.split()[:2] for line in lines] == [
            [str(codes.count(code)), code]
            for code in sorted(set(codes), key=lambda code: (-codes.count(code), code))
        ]
        assert all(pages()[line.split()[1]].title in line for line in lines)
        assert closing == kansrijk("validate").out.split("\n\n")[-1]

    def test_quiet_has_no_closing_line(self) -> None:
        quiet = kansrijk("validate", "--statistics", "-q").out
        assert kansrijk("validate", "--statistics").out.startswith(quiet + "\n")
        assert "gecontroleerd" not in quiet

    def test_without_findings_only_the_closing_line(self) -> None:
        result = kansrijk("validate", "data/kansrijk.yaml", "--statistics")
        assert (result.code, result.out) == (0, "1 bestand gecontroleerd: alles in orde.\n")


@pytest.mark.usefixtures("mistakes")
class TestMax:
    def test_text_shows_the_first_and_counts_the_rest(self) -> None:
        whole = kansrijk("validate")
        part = kansrijk("validate", "--max", "1")
        first, closing = part.out.rstrip("\n").split("\n\n")
        assert part.code == 1
        assert whole.out.startswith(first + "\n\n")
        *summary, rest = closing.splitlines()
        assert summary == whole.out.split("\n\n")[-1].splitlines()
        assert f"nog {count() - 1} fouten" in rest

    def test_concise_shows_the_first_and_counts_the_rest(self) -> None:
        whole = kansrijk("validate", "--format", "concise").out.splitlines()
        number = count() - 1
        *lines, rest = kansrijk(
            "validate", "--format", "concise", "--max", str(number)
        ).out.splitlines()
        assert lines == whole[:number]
        assert "nog 1 fout," in rest

    @pytest.mark.parametrize("format", ["text", "concise"])
    def test_enough_room_changes_nothing(self, format: str) -> None:
        words = ("validate", "--format", format)
        assert kansrijk(*words, "--max", str(count())) == kansrijk(*words)

    def test_an_error_out_of_sight_still_fails(self, work: Path) -> None:
        coalitions = "coalitions: [{id: r, name: R, level: regional, status: active}]\n"
        lay(work / "data", {PARTIES: MISTAKES[PARTIES], f"{REGION}/coalitions.yaml": coalitions})
        result = kansrijk("validate", "--format", "concise", "--max", "1")
        first, rest = result.out.splitlines()
        # The warning stands in a file before it, but the worst comes first.
        assert f"{PARTIES}:2:28: fout KR023" in first
        assert "fouten en 1 waarschuwing" in rest
        assert result.code == 1

    def test_the_worst_comes_first_and_each_kind_by_file(self, work: Path) -> None:
        coalitions = "coalitions: [{id: r, name: R, level: regional, status: active}]  \n"
        plan = (BASE / TABBED).read_bytes()
        lay(work / "data", {f"{REGION}/coalitions.yaml": coalitions, TABBED: plan})
        words = ("validate", "--format", "concise")
        by_file = kansrijk(*words).out.splitlines()
        assert [line.split()[1] for line in by_file[:2]] == ["waarschuwing", "opmerking"]
        number = len(by_file)
        assert kansrijk(*words, "--max", str(number)).out.splitlines() == [
            line
            for word in ("fout", "waarschuwing", "opmerking")
            for line in by_file
            if line.split()[1] == word
        ]

    @pytest.mark.parametrize("number", ["0", "-1", "veel", "1.5", "²", "9" * 5000])
    def test_it_is_a_whole_number_from_one(self, number: str) -> None:
        result = kansrijk("validate", "--max", number)
        assert (result.code, result.out) == (2, "")
        assert english_in(result.err.replace("--help", "")) == []


@pytest.mark.parametrize(
    "words",
    [
        *(("--statistics", "--format", name) for name in formats(DIAGNOSTICS) if name != "text"),
        *(
            ("--max", "3", "--format", name)
            for name in formats(DIAGNOSTICS)
            if name not in ("text", "concise")
        ),
        ("--statistics", "--max", "3"),
    ],
    ids=" ".join,
)
def test_options_that_do_not_go_together(work: Path, words: tuple[str, ...]) -> None:
    assert work.is_dir()
    result = kansrijk("validate", *words)
    assert (result.code, result.out) == (2, "")
    assert words[0] in result.err
    assert len(result.err.splitlines()) == 1


COALITION = "{id: regio, name: Regio, level: regional, status: active}"


def test_an_ignored_finding_is_counted_in_every_form(work: Path) -> None:
    comment = "# kansrijk: negeer KR203, want er is er maar een"
    text = f"source: werkagenda\n{comment}\ncoalitions: [{COALITION}]\n"
    lay(work / "data", {f"{REGION}/coalitions.yaml": text})
    result = kansrijk("validate", "--fail-on", "warning")
    assert result.code == 0
    assert result.out.endswith("alles in orde.\nMet een reden genegeerd: 1.\n")
    summary = json.loads(kansrijk("validate", "--format", "json").out)["summary"]
    assert (summary["ignored"], summary["warnings"]) == (1, 0)
    run = json.loads(kansrijk("validate", "--format", "sarif").out)["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["KR203"]
    assert [found["suppressions"] for found in run["results"]] == [
        [{"kind": "inSource", "justification": "er is er maar een"}]
    ]
    elsewhere = kansrijk("validate", "data/regions/voorbeeld/2025")
    assert "genegeerd" not in elsewhere.out
