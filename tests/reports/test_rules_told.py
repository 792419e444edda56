"""Every kind of computed figure in a document has a line there that says how it came about."""

import re
from functools import cache

import pytest

from tests.cli.running import kansrijk
from tests.reports.reading import Table, tables
from tests.workspaces import ROOT

# The caption of a table with computed figures, and a piece of the line that names the rule.
RULES = {
    r"Totalen nagerekend": "Berekend is de som van de regels",
    r"Geldbronnen": "Begroot is de som van de regels die een geldbron betaalt",
    r".*: open en voorwaardelijk": "Deze bedragen zijn opgeteld uit de regels.",
    r".*: verschillen": "niet gelijk aan de som van hun regels",
    r".*: (Realisatie|Prognose) .*": "Nog over is de begroting min het bedrag.",
    r"Doelen en hun stand": "Bereikt is wat het nieuwst is waargenomen",
    r"Doelen naast wat is waargenomen": "Nog nodig is wat is gevraagd min wat is bereikt",
    r"Hoe vaak iets is afgesproken .*": "Verwacht is naar rato van de hele maanden",
    r"Initiatieven per kwartaal": "Elk initiatief telt mee in het kwartaal waarin",
    r"Wat er per onderdeel is": "*Vragen beantwoord* is het aantal vragen",
    r"SOLL en GAP: landelijke normen .*": "Wat ontbreekt, is wat de norm vraagt min wat bekend is",
    r"Verdeling van .*: uitleg": "Methode: ",
    r"Aanbod in de .*": "Het aantal actief, per gemeente en onderaan per interventie, telt",
}
# Where a table has a figure only sometimes: the column that must have one.
COLUMNS = ("Begroot", "Bereikt", "Verwacht tot nu", "Voor deze regio")
DATA = {"eigen": ROOT / "data", "velden": ROOT / "tests/cases/all-fields/input"}
DOCUMENTS = [
    *(("eigen", region, year, "") for region, year in (
        ("eindhoven-de-kempen", "2024"),
        ("gelderland-midden", "2021"),
        ("gelderse-vallei", "2025"),
        ("noord-en-midden-limburg", "2024"),
        ("rivierenland", "2024"),
    )),
    ("eigen", "gelderse-vallei", "2025", "monitoringoverzicht"),
    ("eigen", "noord-en-midden-limburg", "2024", "monitoringoverzicht"),
    ("eigen", "noord-en-midden-limburg", "2024", "azwa-d5"),
    *(("velden", "proefregio", year, "") for year in ("2025", "2026", "2027")),
]  # fmt: skip


@cache
def document(data: str, region: str, year: str, kind: str) -> str:
    """A document as Markdown."""
    more = ("--kind", kind) if kind else ()
    result = kansrijk("--data", DATA[data], "report", region, year, *more, "--output", "-")
    assert result.code == 0, result.err
    return result.out


def is_computed(table: Table) -> bool:
    """Whether a table has a figure; of a column that may be empty only if it has one."""
    for name in COLUMNS:
        if name in table.heads:
            return any(re.search(r"\d", cell) for cell in table.column(name))
    return "Toelichting" not in table.heads


@pytest.mark.parametrize("words", DOCUMENTS, ids="-".join)
def test_a_table_of_computed_figures_names_its_rule(words: tuple[str, str, str, str]) -> None:
    shown = document(*words)
    for table in tables(shown):
        caption = table.caption.partition(": ")[2]
        for pattern, told in RULES.items():
            if re.fullmatch(pattern, caption) and is_computed(table):
                assert told in shown, caption


def test_no_rule_is_about_a_table_that_is_nowhere() -> None:
    shown = "\n".join(document(*words) for words in DOCUMENTS)
    captions = [table.caption.partition(": ")[2] for table in tables(shown)]
    assert [p for p in RULES if not any(re.fullmatch(p, c) for c in captions)] == []
