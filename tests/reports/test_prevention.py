"""In a document: the prevention matrix, whom to ask, agreements with one side, old recognitions."""

from pathlib import Path

from tests.reports.rendering import document_of
from tests.workspaces import Files, workspace_of

INTERVENTIONS = """\
source: werkagenda
interventions:
  - id: samen
    name: Samen Sterk
    kind: intervention
    {prevention}
    recognition: {{status: well-founded, on: 2018-04-03, until: 2023-04-02}}
deployments:
  Ede:
    samen: active
    giz: active
  Rhenen:
    giz: none
"""
PLAN = """\
source: werkagenda
document: {kind: werkagenda, title: Werkagenda 2025}
components:
  - {id: gezond, kind: goal, title: Gezond opgroeien}
  - {id: traject, kind: project, title: Traject, serves: [gezond], intervention: samen}
"""
AGREEMENTS = """\
source: werkagenda
agreements:
  - {id: regio, title: Regioafspraak, regional: Wij doen dit samen.}
  - {id: bestuur, title: Bestuursafspraak, regional: Wij beslissen samen., scope: regional}
"""
BORDERS = """\
borders:
  Ede: {latitude: 52, longitude: 5.6, neighbours: [Veenendaal]}
  Rhenen: {latitude: 52, longitude: 5.5}
  Veenendaal: {latitude: 52, longitude: 5.5, neighbours: [Ede]}
"""


def document(folder: Path, prevention: str = "", more: Files | None = None) -> str:
    """The document of a plan with a goal."""
    return document_of(
        workspace_of(
            folder,
            {
                "regions/voorbeeld/interventions.yaml": INTERVENTIONS.format(prevention=prevention),
                "regions/voorbeeld/2025/plan.yaml": PLAN,
                **(more or {}),
            },
        )
    )


def test_the_prevention_matrix_stands_in_the_document(tmp_path: Path) -> None:
    shown = document(tmp_path, "prevention: [universal, selective]")
    assert "## Preventiematrix" in shown
    assert "| Doel | Universeel | Selectief | Geïndiceerd | Zorggericht | Onbekend |" in shown
    assert "| Gezond opgroeien | Samen Sterk (1) | Samen Sterk (1) | niets" in shown
    assert "| geen doel genoemd | niets ingevuld |" in shown
    assert "| GIZ-methodiek (1) |" in shown


def test_without_any_level_there_is_no_such_chapter(tmp_path: Path) -> None:
    assert "Preventiematrix" not in document(tmp_path)


def test_a_level_that_is_assumed_is_marked(tmp_path: Path) -> None:
    level = "prevention: [care]\n    assumed: {prevention: Zo gelezen.}"
    assert "Samen Sterk (aanname) (1)" in document(tmp_path, level)


def test_the_closing_chapter_says_whom_to_ask(tmp_path: Path) -> None:
    shown = document(tmp_path, more={"catalog/borders.yaml": BORDERS})
    row = "| GIZ-methodiek | 1 | Rhenen | Veenendaal | Ede |"
    assert row in shown


def test_the_closing_chapter_has_agreements_with_one_side(tmp_path: Path) -> None:
    shown = document(tmp_path, more={"regions/voorbeeld/agreements.yaml": AGREEMENTS})
    assert "| Regioafspraak | Geen lokale uitwerking in de gegevens |" in shown
    assert "| Bestuursafspraak | Geen" not in shown


def test_the_closing_chapter_has_recognitions_that_are_over(tmp_path: Path) -> None:
    assert "| Samen Sterk | geldig tot en met | 2 april 2023 |" in document(tmp_path)
