"""`monitoringoverzicht`: the part of a plan that tells how it stands on a day."""

import re
from pathlib import Path

import pytest

from kansrijk_cli.workspace.workspace import Workspace
from tests.cli.running import kansrijk, on_repository
from tests.reports.reading import headings, tables
from tests.reports.rendering import document_of
from tests.snapshots import check_snapshot
from tests.workspaces import workspace_of

KIND = ("--kind", "monitoringoverzicht", "--output", "-")
SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
KEPT = [
    ("noord-en-midden-limburg", "2024", "2024-03-31"),
    ("noord-en-midden-limburg", "2024", "2024-12-31"),
    ("gelderland-midden", "2021", "2024-12-31"),
]
OTHERS = [("eindhoven-de-kempen", "2024"), ("gelderse-vallei", "2025"), ("rivierenland", "2024")]
PLAN = "regions/voorbeeld/2025/plan.yaml"


@pytest.mark.parametrize("words", KEPT, ids="-".join)
def test_an_overview_is_as_it_was(words: tuple[str, str, str]) -> None:
    region, year, day = words
    result = on_repository("report", region, year, "--on", day, *KIND)
    assert (result.code, result.err) == (0, "")
    check_snapshot(SNAPSHOTS / f"{region}-{year}-monitoringoverzicht-{day}.md", result.out)


@pytest.mark.parametrize("words", OTHERS, ids="-".join)
def test_every_region_has_one(words: tuple[str, str]) -> None:
    result = on_repository("report", *words, *KIND)
    assert (result.code, result.err) == (0, "")
    titles = [heading.title for heading in headings(result.out)]
    assert titles[0].startswith("Monitoringoverzicht ")
    assert titles[1:4] == ["Inhoud", "In het kort", "Initiatieven"]
    assert titles[-3:] == ["Wie is aan zet", "Hoe de stand is bepaald", "Bronnen"]


def test_it_does_not_tell_the_rest_of_the_plan() -> None:
    shown = on_repository("report", "noord-en-midden-limburg", "2024", *KIND).out
    whole = on_repository("report", "noord-en-midden-limburg", "2024", "--output", "-").out
    for text in ("Wat eraan voorafging", "ziekteverzuim"):
        assert text in whole
        assert text not in shown


def test_other_documents_do_not_have_its_sections() -> None:
    whole = on_repository("report", "noord-en-midden-limburg", "2024", "--output", "-").out
    assert "Wie is aan zet" not in whole
    assert "Initiatieven per kwartaal" not in whole


def test_the_numbers_in_short_are_those_of_the_tables() -> None:
    shown = on_repository("report", "noord-en-midden-limburg", "2024", *KIND).out
    by_caption = {table.caption.partition(": ")[2]: table for table in tables(shown)}
    counts = by_caption["Initiatieven per kwartaal"]
    listed = {
        caption.removeprefix("Initiatieven: "): table.column("Stand")
        for caption, table in by_caption.items()
        if caption.startswith("Initiatieven: ")
    }
    together = [state for states in listed.values() for state in states]
    [(total, told)] = re.findall(r"\*\*Initiatieven\*\* \((\d+)\): (.*)\.", shown)
    assert int(total) == len(together)
    for part in told.split(", "):
        word, _, number = part.rpartition(" ")
        assert together.count(word) == int(number)
        for name, count in zip(counts.column("Klaar in"), counts.column(word), strict=True):
            shown_there = together if "Samen" in name else listed[name]
            assert shown_there.count(word) == int(count.strip("*"))
    [(open_, nobody)] = re.findall(
        r"\*\*Open of onbekend\*\*: (\d+)\. Bij (\d+) daarvan staat niet wie aan zet is", shown
    )
    points = by_caption["Wat open of onbekend is, en wie aan zet is"]
    assert len(points.rows) == int(open_)
    # Who can be asked is not who is named.
    assert sum("niet genoemd" in cell for cell in points.column("Wie is aan zet")) == int(nobody)


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    return workspace_of(
        tmp_path,
        {PLAN: "document: {kind: leeg, title: Leeg}\n", PLAN.replace("plan", "results"): None},
    )


def test_an_empty_plan_has_no_chapters_about_nothing(empty: Workspace) -> None:
    document = document_of(empty, "monitoringoverzicht")
    titles = [heading.title for heading in headings(document)]
    assert titles[1] == "Inhoud"
    assert set(titles[2:]) <= {"Hoe de stand is bepaald", "Bronnen"}


def test_a_draft_is_nowhere(tmp_path: Path) -> None:
    text = (
        "document: {kind: p, title: P}\n"
        "activities:\n"
        "  - {id: a, title: Open initiatief}\n"
        "  - {id: b, title: Geheim initiatief, draft: true}\n"
        "open_points: [{id: c, kind: question, title: Geheime vraag, draft: true}]\n"
    )
    document = document_of(workspace_of(tmp_path, {PLAN: text}), "monitoringoverzicht")
    assert "Open initiatief" in document
    assert "Geheim" not in document


def test_an_assumption_is_marked(tmp_path: Path) -> None:
    text = (
        "document: {kind: p, title: P}\n"
        "activities:\n"
        "  - {id: a, title: A, when: 2025-05-01, status: done, assumed: {when: Ongeveer.}}\n"
    )
    document = document_of(workspace_of(tmp_path, {PLAN: text}), "monitoringoverzicht")
    _, first = tables(document)[:2]
    assert first.column("Stand") == ["klaar (aanname)"]


class TestOnADay:
    def test_the_day_is_in_the_document_and_in_its_name(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        data = Path(__file__).parents[2] / "data"
        monkeypatch.chdir(tmp_path)
        for day in ("2024-03-31", "2024-12-31"):
            words = ("report", "noord-en-midden-limburg", "2024", *KIND[:2], "--on", day)
            assert kansrijk("--data", data, *words).code == 0
        names = sorted(path.name for path in (tmp_path / "build").iterdir())
        stem = "noord-en-midden-limburg-2024-monitoringoverzicht"
        assert names == [f"{stem}-2024-03-31.md", f"{stem}-2024-12-31.md"]
        text = (tmp_path / "build" / names[0]).read_text("utf-8")
        assert text.startswith("# Monitoringoverzicht Noord- en Midden-Limburg, 31 maart 2024\n")

    def test_any_document_can_speak_of_another_day(self) -> None:
        words = ("report", "noord-en-midden-limburg", "2024", "--output", "-")
        told = "Gerekend is met de datum 31 maart 2024."
        assert told in on_repository(*words, "--on", "2024-03-31").out
        assert told not in on_repository(*words).out

    def test_a_day_that_is_none(self) -> None:
        result = on_repository("report", "gelderse-vallei", "2025", "--on", "maart")
        assert (result.code, result.out) == (2, "")
        assert "2024-05-28" in result.err
