"""`validate --fix` and `--diff`: what is mended, what is left, and what is never touched."""

import io
import json
import subprocess
from pathlib import Path

import pytest

from kansrijk_cli.source import save as saving
from tests.cli.running import kansrijk
from tests.workspaces import lay

REGION = "regions/voorbeeld"
PARTIES, RESULTS = f"{REGION}/parties.yaml", f"{REGION}/2025/results.yaml"
WRONG = (
    "\ufeffsource: werkagenda  \n"
    "# De partijen:  niemand verandert dit\n"
    "parties:\n"
    "  - {kind: organisation,   nmae: GGD, id: ggd}   # de dienst\n"
    "  - id: huis\n"
    '    naam: "Huis"\r\n'
    "    kind: organisation\n"
)
RIGHT = (
    "source: werkagenda\n"
    "# De partijen:  niemand verandert dit\n"
    "parties:\n"
    "  - {kind: organisation,   name: GGD, id: ggd}   # de dienst\n"
    "  - id: huis\n"
    '    name: "Huis"\n'
    "    kind: organisation\n"
)
JUDGE = "source: werkagenda\nfigures: [{indicator: roken, place: veenendaal, value: 25.000}]\n"


@pytest.fixture
def data(work: Path) -> Path:
    return lay(work / "data", {PARTIES: WRONG, RESULTS: JUDGE})


def patch(*words: str) -> str:
    result = kansrijk("validate", "--diff", *words)
    assert (result.code, result.err) == (1, "")
    return result.out


def test_what_can_be_mended_is_and_the_rest_is_shown(data: Path) -> None:
    result = kansrijk("validate", "--fix")
    assert (data / PARTIES).read_bytes() == RIGHT.encode()
    assert result.code == 1
    assert result.err.count("hersteld: data/") == 5
    # The number needs a person. Only when it is right, the name can be looked at.
    assert "KR024" in result.out
    assert "KR020" not in result.out
    assert (data / RESULTS).read_text("utf-8") == JUDGE


def test_it_says_what_became_of_it(data: Path) -> None:
    assert data.is_dir()
    assert kansrijk("validate", "--fix").err.splitlines() == [
        f"hersteld: data/{PARTIES}:1: het onzichtbare teken aan het begin is weg",
        f"hersteld: data/{PARTIES}:1: de spaties aan het eind van de regels zijn weg",
        f"hersteld: data/{PARTIES}:4: `nmae` is nu `name` (KR020)",
        f"hersteld: data/{PARTIES}:6: `naam` is nu `name` (KR020)",
        f"hersteld: data/{PARTIES}:6: alle regels eindigen nu hetzelfde",
    ]


def test_what_was_mended_is_told_in_order_of_file_and_line(data: Path) -> None:
    # The tab is mended first: only then the fields can be read.
    text = "source: werkagenda\nparties:\n- id: ggd\n  nmae: GGD\n\tkind: organisation\n"
    (data / PARTIES).write_text(text, "utf-8", newline="")
    (data / RESULTS).write_text("source: werkagenda  \n", "utf-8", newline="")
    told = [line.split(":")[1:3] for line in kansrijk("validate", "--fix").err.splitlines()]
    assert told == sorted(told)
    assert len(told) >= 3


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        # The field is meant, but then its value is wrong.
        ("region.yaml", "kinds: [IZA]", "kind: IZA"),
        ("coalitions.yaml", "level: local", "niveau: lokaal"),
        # The name is meant, but it is there already.
        (
            "interventions.yaml",
            "deployments: {Ede: {giz: active}",
            "deployments: {ede: {}, Ede: {}",
        ),
    ],
)
def test_what_will_not_be_done_is_not_promised(
    file: str, right: str, wrong: str, data: Path
) -> None:
    text = {
        "region.yaml": (data / REGION / "region.yaml").read_text("utf-8"),
        "coalitions.yaml": "source: werkagenda\ncoalitions:\n"
        "  - {id: ede, name: Ede, level: local, status: active, places: [Ede]}\n",
        "interventions.yaml": "source: werkagenda\ndeployments: {Ede: {giz: active}}\n",
    }[file]
    assert right in text
    base = {PARTIES: RIGHT.replace("\r", ""), RESULTS: None}
    lay(data, base | {f"{REGION}/{file}": text.replace(right, wrong)})
    shown, listed = kansrijk("validate"), kansrijk("validate", "--format", "json")
    assert shown.code == 1
    assert "vanzelf te herstellen" not in shown.out.lower()
    fixes = [finding["fix"] for finding in json.loads(listed.out)["findings"]]
    assert [fix["safe"] for fix in fixes if fix] == [False]
    assert kansrijk("validate", "--fix") == shown
    assert (data / REGION / file).read_text("utf-8") == text.replace(right, wrong)


def test_one_that_cannot_be_done_keeps_no_other_back(data: Path) -> None:
    names = ", ".join(f"{{id: a{n}, nmae: A, soort: x}}" for n in range(30))
    good = "{id: b, nmae: B, soort: organisation}"
    lay(data, {PARTIES: f"source: werkagenda\nparties: [{names}, {good}]\n", RESULTS: None})
    assert "Vanzelf te herstellen met --fix: 32." in kansrijk("validate").out
    assert kansrijk("validate", "--fix").err.count("`nmae` is nu `name`") == 31
    text = (data / PARTIES).read_text("utf-8")
    assert text.count("soort: x") == 30
    assert "{id: b, name: B, kind: organisation}" in text


def test_mending_again_changes_nothing(data: Path) -> None:
    kansrijk("validate", "--fix")
    before = {path: (path.read_bytes(), path.stat().st_ino) for path in data.rglob("*.yaml")}
    result = kansrijk("validate", "--fix")
    assert result.err == ""
    assert {p: (p.read_bytes(), p.stat().st_ino) for p in data.rglob("*.yaml")} == before


def test_all_rounds_are_done_at_once(data: Path) -> None:
    lay(data, {RESULTS: JUDGE.replace("25.000", "25")})
    assert kansrijk("validate", "--fix").code == 0
    assert "place: Veenendaal" in (data / RESULTS).read_text("utf-8")


def test_only_what_was_asked_for(data: Path) -> None:
    assert kansrijk("validate", "--fix", f"data/{RESULTS}").err == ""
    assert (data / PARTIES).read_bytes() == WRONG.encode()


def test_a_difference_is_shown_and_nothing_written(data: Path) -> None:
    assert "+  - {kind: organisation,   name: GGD" in patch()
    assert (data / PARTIES).read_bytes() == WRONG.encode()
    assert kansrijk("validate", "--diff", "data/regions/voorbeeld/2025").out == ""


@pytest.mark.parametrize("end", ["", "\n", "x: 1  \x85\n"])
def test_the_difference_is_a_patch_that_git_can_apply(data: Path, end: str) -> None:
    lay(data, {PARTIES: WRONG.removesuffix("\n") + end})
    Path("fix.patch").write_bytes(patch().encode())
    command = ["git", "apply", "--whitespace=nowarn", "fix.patch"]
    subprocess.run(command, check=True, cwd=data.parent)
    by_git = (data / PARTIES).read_bytes()
    lay(data, {PARTIES: WRONG.removesuffix("\n") + end})
    kansrijk("validate", "--fix")
    assert (data / PARTIES).read_bytes() == by_git


def test_a_clean_folder_has_no_difference(work: Path) -> None:
    assert work.is_dir()
    assert kansrijk("validate", "--diff") == kansrijk("validate", "--fix", "--quiet")


def test_a_file_changed_meanwhile_is_left_and_told(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = saving.save

    def somebody_else_was_first(path: Path, before: bytes, after: bytes) -> bool:
        path.write_bytes(b"parties: []\n")
        return real(path, before, after)

    monkeypatch.setattr("kansrijk_cli.cli.fixing.save", somebody_else_was_first)
    result = kansrijk("validate", "--fix", f"data/{PARTIES}")
    assert (data / PARTIES).read_bytes() == b"parties: []\n"
    assert result.err == (
        f"data/{PARTIES} is intussen veranderd door iemand of iets anders, en is zo gelaten."
        " Probeer het opnieuw.\n"
    )
    # What is shown is what is there now.
    assert "KR020" not in result.out


def test_the_json_tells_the_edits(data: Path) -> None:
    assert data.is_dir()
    found = json.loads(kansrijk("validate", "--format", "json").out)["findings"]
    fixes = {f["code"]: f["fix"] for f in found if f["path"] != "parties[1].naam"}
    assert fixes["KR020"] == {
        "safe": True,
        "edits": [{"line": 4, "column": 28, "end_line": 4, "end_column": 32, "text": "name"}],
    }
    assert fixes["KR024"]["safe"] is False
    assert fixes["KR024"]["edits"][0]["text"] == "25000"
    assert fixes["KR017"]["edits"][0]["column"] == 0


def test_the_text_says_what_can_be_mended(data: Path) -> None:
    assert data.is_dir()
    result = kansrijk("validate")
    assert result.out.count("vanzelf te herstellen: kansrijk validate --fix") == 5
    assert "Vanzelf te herstellen met --fix: 5.\n" in result.out


def test_what_is_not_on_disk_is_not_said_to_be_mendable(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stream:
        buffer = io.BytesIO(RIGHT.replace("name", "nmae").encode())

    monkeypatch.setattr("sys.stdin", Stream())
    result = kansrijk("validate", "-", "--stdin-filename", str(data / PARTIES))
    assert "KR020" in result.out
    assert "--fix" not in result.out


def test_from_an_editor_the_difference_can_be_had(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stream:
        buffer = io.BytesIO(RIGHT.replace("name", "nmae").encode())

    monkeypatch.setattr("sys.stdin", Stream())
    assert "+    name:" in patch("-", "--stdin-filename", f"data/{PARTIES}")
    assert (data / PARTIES).read_bytes() == WRONG.encode()


@pytest.mark.parametrize(
    "words",
    [
        ("--fix", "--diff"),
        ("--fix", "--staged"),
        ("--fix", "-", "--stdin-filename", f"data/{PARTIES}"),
        ("--diff", "--format", "json"),
        ("--diff", "--statistics"),
        ("--diff", "--max", "3"),
    ],
)
def test_what_does_not_go_together(data: Path, words: tuple[str, ...]) -> None:
    result = kansrijk("validate", *words)
    assert (result.code, result.out) == (2, "")
    assert (data / PARTIES).read_bytes() == WRONG.encode()
