"""`draft: true` on a whole file or a document: said in one line, or left out, never a crash."""

from pathlib import Path

import pytest

from tests.cli.running import Result, kansrijk
from tests.output.site.building import made
from tests.workspaces import BASE, lay

FOLDER = "regions/voorbeeld"
PLAN, RESULTS = f"{FOLDER}/2025/plan.yaml", f"{FOLDER}/2025/results.yaml"
OTHER = "source: werkagenda\ndocument: {kind: werkagenda, title: Werkagenda 2026}\n"
SECRET = "geheim"  # noqa: S105 - a word that tests look for
DRAFT_PLAN = f"draft: true\nsource: werkagenda\ndocument: {{kind: werkagenda, title: {SECRET}}}\n"
DRAFT_DOCUMENT = f"source: werkagenda\ndocument: {{kind: plan, title: {SECRET}, draft: true}}\n"
DRAFT_RESULTS = (
    f"draft: true\nsource: werkagenda\ntargets: [{{id: a, title: {SECRET}, kind: narrative}}]\n"
)
WHOLE = pytest.mark.parametrize("plan", [DRAFT_PLAN, DRAFT_DOCUMENT], ids=["file", "document"])


def run(data: Path, *words: str) -> Result:
    return kansrijk("--data", data, *words)


@WHOLE
def test_a_plan_that_is_a_draft_has_no_document(tmp_path: Path, plan: str) -> None:
    data = lay(tmp_path, {PLAN: plan})
    for words in (("2025",), ("2025", "--to", "html"), ("2025", "--kind", "monitoringoverzicht")):
        result = run(data, "report", "voorbeeld", *words, "--output", "-")
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("Het plan van `voorbeeld` voor 2025 is een concept")


@WHOLE
def test_among_all_it_is_left_out_and_told(tmp_path: Path, plan: str) -> None:
    data = lay(tmp_path / "data", {PLAN: plan, f"{FOLDER}/2026/plan.yaml": OTHER})
    result = run(data, "report", "--all", "--output", str(tmp_path / "made"))
    assert result.code == 0
    assert "voor 2025 is een concept" in result.err
    assert [path.name for path in (tmp_path / "made").glob("*.md")] == [
        "voorbeeld-2026-werkagenda.md"
    ]


def test_a_region_that_is_a_draft_has_no_document(tmp_path: Path) -> None:
    text = (BASE / FOLDER / "region.yaml").read_text("utf-8")
    data = lay(tmp_path, {f"{FOLDER}/region.yaml": f"draft: true\n{text}"})
    result = run(data, "report", "voorbeeld", "2025", "--output", "-")
    assert result.code == 2
    assert "is een concept" in result.err


@pytest.mark.parametrize(
    "file",
    ["2025/results", "2025/budgets", "interventions", "coalitions", "parties", "agreements"],
)
def test_another_file_that_is_a_draft_is_left_out(tmp_path: Path, file: str) -> None:
    path = BASE / FOLDER / f"{file}.yaml"
    text = path.read_text("utf-8") if path.exists() else "source: werkagenda\nagreements: []\n"
    data = lay(tmp_path / "draft", {f"{FOLDER}/{file}.yaml": f"draft: true\n{text}"})
    gone = lay(tmp_path / "gone", {f"{FOLDER}/{file}.yaml": None if path.exists() else ""})
    if not path.exists():
        (gone / f"{FOLDER}/{file}.yaml").unlink()
    words = ("report", "voorbeeld", "2025", "--output", "-")
    assert run(data, *words).out == run(gone, *words).out


@pytest.mark.parametrize(
    ("file", "text"),
    [(PLAN, DRAFT_PLAN), (PLAN, DRAFT_DOCUMENT), (RESULTS, DRAFT_RESULTS)],
    ids=["plan", "document", "results"],
)
class TestOtherCommands:
    @pytest.mark.parametrize("command", ["status", "targets"])
    def test_who_works_on_it_sees_it(
        self, tmp_path: Path, file: str, text: str, command: str
    ) -> None:
        result = run(lay(tmp_path, {file: text}), command, "voorbeeld", "2025")
        assert (result.code, result.err) == (0, "")
        assert result.out

    def test_it_is_not_in_the_site(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, text: str
    ) -> None:
        monkeypatch.setattr("kansrijk_cli.workspace.defaults.default_data", lambda: BASE)
        site = made(lay(tmp_path, {file: text}))
        assert [name for name, content in site.items() if SECRET in content.decode()] == []
