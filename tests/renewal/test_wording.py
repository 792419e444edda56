"""Years in titles and texts."""

import pytest

from kansrijk_cli.model.budgets import BudgetLine, Funding
from kansrijk_cli.model.plan import OpenPoint, Risk
from kansrijk_cli.renewal.wording import names_year, with_year
from kansrijk_cli.rewriting.rewrite import rewritten
from kansrijk_cli.rewriting.sheet import Sheet


@pytest.mark.parametrize(
    ("title", "new"),
    [
        ("Werkagenda 2025", "Werkagenda 2026"),
        ("'Jaarplan 2025: samen'", "'Jaarplan 2026: samen'"),
        (">-\n    Plan voor\n    2025", ">-\n    Plan voor\n    2026"),
        ("2025 en nog eens 2025.", "2026 en nog eens 2026."),
        ("Jaarplan", None),
        ("Plan 2025 - 2026", None),
        ("Plan 2024-2025", None),
        ("Ouders 2.025 of 2025,5", None),
        ("Nummer 120250", None),
    ],
)
def test_a_title_gets_the_new_year_when_it_names_only_the_old(title: str, new: str | None) -> None:
    text = f"title: {title}\n"
    sheet = Sheet(text)
    branch = sheet.twig(("title",)).value
    plain = " ".join(text[branch.start : branch.end].strip(">-'").split())
    change = with_year(sheet, ("title",), plain, 2025, 2026)
    assert (rewritten(text, [change]) if change else None) == (f"title: {new}\n" if new else None)


def test_a_text_that_names_a_year() -> None:
    def risk(**fields: str) -> Risk:
        return Risk.model_validate({"id": "x", "title": "Geld", **fields})

    assert names_year(risk(measures="Vanaf 2025."), 2025)
    assert not names_year(risk(measures="Vanaf 2025."), 2024)
    assert not names_year(risk(source="plan-2025/2025"), 2025)
    assert not names_year(risk(measures="Vanaf 2025."), 2025, without="measures")


CONDITION = {"value": 5, "condition": "Als de raad in 2025 instemt."}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ({"amount": CONDITION}, True),
        ({"amounts": {"plan": 5, "straks": CONDITION}}, True),
        ({"shared": {"project": "Loket 2025", "regions": {"a": 5}}}, True),
        ({"shared": {"project": "Loket", "regions": {"a": CONDITION}}}, True),
        ({"amount": 2025}, False),
        ({"amount": {**CONDITION, "condition": "Als de raad instemt."}}, False),
        # What a source pays is an item of its own.
        ({"amount": 5, "funded": [{"funding": "iza", "amount": CONDITION}]}, False),
    ],
)
def test_the_texts_in_what_a_line_holds(line: dict[str, object], names: bool) -> None:
    found = BudgetLine.model_validate({"id": "x", **line})
    assert names_year(found, 2025) is names
    assert not names_year(found, 2024)


def test_the_texts_of_votes_and_of_what_a_source_gives() -> None:
    vote = {"status": "pending", "note": "De raad beslist in 2025."}
    point = {"id": "x", "kind": "decision", "title": "X", "places": {"Ede": vote}}
    assert names_year(OpenPoint.model_validate(point), 2025)
    source = {"id": "x", "title": "X", "amount": CONDITION}
    assert names_year(Funding.model_validate(source), 2025)
