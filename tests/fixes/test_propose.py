"""What is proposed for a finding, and what may be done without asking."""

from pathlib import Path

import pytest

from kansrijk_cli.fixes.fix import Fix
from kansrijk_cli.fixes.offer import offered
from kansrijk_cli.fixes.propose import proposed
from kansrijk_cli.source.edit import applied
from kansrijk_cli.source.tree import Locator
from tests.workspaces import check_over

REGION = "regions/voorbeeld"
PARTIES, RESULTS = f"{REGION}/parties.yaml", f"{REGION}/2025/results.yaml"
BUDGETS = f"{REGION}/2025/budgets.yaml"
INTERVENTIONS, PLAN = f"{REGION}/interventions.yaml", f"{REGION}/2025/plan.yaml"
FUNDING = "funding: [{id: a, title: A, amount: X}]\n"
PARTY = "parties: [{id: ggd, name: GGD, kind: organisation}]\n"
PLAN_TEXT = """\
source: werkagenda
document: {kind: werkagenda, title: Werkagenda 2025, adopted: DAY}
components: [{id: vroeg-erbij, kind: action-line, title: Vroeg erbij}]
"""


def fixes(folder: Path, file: str, text: str) -> list[Fix]:
    """The fixes of everything that is found in a file."""
    checked = check_over(folder, {file: text})
    locator = Locator(checked.texts[file])
    found = [proposed(d, locator) for d in checked.diagnostics if d.place.file == file]
    return [fix for fix in found if fix]


def one(folder: Path, file: str, text: str) -> tuple[bool, str]:
    """The one fix there is: whether it is safe, and what becomes of the text."""
    (fix,) = fixes(folder, file, text)
    return fix.safe, applied(text, [fix.edits])


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("nmae", "name"),
        ("Name", "name"),
        ("'nmae'", "name"),
        ("naam", "name"),
    ],
)
def test_a_key_with_a_typing_error(wrong: str, right: str, tmp_path: Path) -> None:
    text = f"parties:\n- id: ggd  # de dienst\n  {wrong}: GGD\n  kind: organisation\n"
    assert one(tmp_path, PARTIES, text) == (True, text.replace(wrong, right))


def test_a_key_between_two_names_is_for_a_person(tmp_path: Path) -> None:
    text = "budgets: [{id: b, title: B, lines: [{id: r, title: R, amuont: 3}]}]\n"
    [message] = check_over(tmp_path, {BUDGETS: text}).messages()
    assert message.text.endswith("Bedoelt u `amount`? Of bedoelt u `amounts`?")
    assert one(tmp_path, BUDGETS, text) == (False, text.replace("amuont", "amount"))


@pytest.mark.parametrize(
    ("day", "safe", "right"),
    [
        ("28-05-2024", True, "2024-05-28"),
        ("28-05-2024 10:30", False, "2024-05-28"),
        ("28 mei 2024", True, "2024-05-28"),
        ("5-5-2024", True, "2024-05-05"),
        ("2024-5-8", True, "2024-05-08"),
        ("'28-05-2024'", True, "2024-05-28"),
        ("05-06-2024", False, "2024-06-05"),
        ("31-12-2024", True, "2024-12-31"),
        ("12-31-2024", False, "2024-12-31"),
        ("2024-13-01", False, "2024-01-13"),
        ("2024-14-02", False, "2024-02-14"),
        ("2024/13/01", False, "2024-01-13"),
        ("2024/12/13", True, "2024-12-13"),
    ],
)
def test_a_date_in_another_notation(day: str, safe: bool, right: str, tmp_path: Path) -> None:
    text = PLAN_TEXT.replace("DAY", day)
    assert one(tmp_path, PLAN, text) == (safe, text.replace(day, right))


@pytest.mark.parametrize(
    ("name", "safe", "right"),
    [
        ("veenendaal", True, "Veenendaal"),
        ("RHENEN", True, "Rhenen"),
        ("Venendaal", False, "Veenendaal"),
        ("'veenendaal'", True, "'Veenendaal'"),
    ],
)
def test_a_municipality(name: str, safe: bool, right: str, tmp_path: Path) -> None:
    text = f"source: werkagenda\ndeployments:\n  {name}:  # nieuw\n    giz: active\n"
    assert one(tmp_path, INTERVENTIONS, text) == (safe, text.replace(name, right))
    figures = f"source: werkagenda\nfigures: [{{indicator: roken, place: {name}, value: 1}}]\n"
    assert one(tmp_path, RESULTS, figures) == (safe, figures.replace(name, right))


@pytest.mark.parametrize(
    ("file", "text", "wrong", "right"),
    [
        (
            BUDGETS,
            "funding: [{id: a, title: A, amount: 25.000}]\n",
            "25.000",
            "25000",
        ),
        (
            BUDGETS,
            "funding: [{id: a, title: A, amount: '1.250,50'}]\n",
            "'1.250,50'",
            "1250.5",
        ),
        (
            PARTIES,
            PARTY.replace("organisation", "organisaton"),
            "organisaton",
            "organisation",
        ),
        (
            PARTIES,
            PARTY.replace("ggd", "GGD West"),
            "GGD West",
            "ggd-west",
        ),
        (PARTIES, "source: werkagnda/blz-3\nparties: []\n", "werkagnda", "werkagenda"),
    ],
)
def test_what_needs_a_person_is_only_proposed(
    file: str, text: str, wrong: str, right: str, tmp_path: Path
) -> None:
    found = fixes(tmp_path, file, text)
    assert [(fix.safe, applied(text, [fix.edits])) for fix in found] == [
        (False, text.replace(wrong, right))
    ]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (PARTIES, PARTY.replace("}", ", zzz: 1}")),
        (RESULTS, "figures: [{indicator: roken, place: Nergenshuizen, value: 1}]\n"),
        (PLAN, PLAN_TEXT.replace("DAY", "2025-02-30")),
        (BUDGETS, FUNDING.replace("X", "0,44")),
    ],
)
def test_without_a_likely_meaning_nothing_is_proposed(file: str, text: str, tmp_path: Path) -> None:
    checked = check_over(tmp_path, {file: text})
    assert any(d.place.file == file for d in checked.diagnostics)
    assert fixes(tmp_path, file, text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("parties:\n\t- id: ggd\n\t  name: GGD\n", "parties:\n  - id: ggd\n    name: GGD\n"),
        ("a:\n\tb:\n\t\tc: 1\n", "a:\n  b:\n    c: 1\n"),
        ("a:\n  b: 1\n\tc: 2\n", "a:\n  b: 1\n  c: 2\n"),
        # With tabs of four columns `c` stands beside `b`, with eight below it.
        ("a:\n    b:\n\tc: 1\n", None),
    ],
)
def test_tabs_are_spaces_when_it_does_not_matter_how_many(
    text: str, right: str | None, tmp_path: Path
) -> None:
    found = fixes(tmp_path, PARTIES, text)
    assert [applied(text, [fix.edits]) for fix in found] == ([right] if right else [])


def test_letters_that_were_wrongly_read(tmp_path: Path) -> None:
    text = "parties:\n- id: ggd\n  name: CoÃ¶rdinatie â‚¬\n  kind: organisation\n"
    right = text.replace("CoÃ¶rdinatie â‚¬", "Coördinatie €")
    assert one(tmp_path, PARTIES, text) == (True, right)
    # Who reads it must see whether the right letters are right.
    mixed = text.replace("â‚¬", "(één)")
    assert one(tmp_path, PARTIES, mixed) == (False, mixed.replace("CoÃ¶", "Coö"))


def test_the_spaces_before_a_line_are_for_a_person(tmp_path: Path) -> None:
    text = "parties:\n  - id: ggd\n   name: GGD\n    kind: organisation\n"
    assert one(tmp_path, PARTIES, text) == (False, text.replace("   name", "    name"))
    # With only that line right it would still be no YAML.
    assert fixes(tmp_path / "b", PARTIES, text.replace("    kind", "  kind")) == []


def test_another_name_of_a_municipality_is_mended_everywhere_in_a_file(tmp_path: Path) -> None:
    figure = "  - {indicator: roken, place: Den Bosch, value: %d}\n"
    text = "source: werkagenda\nfigures:\n" + figure % 1 + figure % 2
    checked = check_over(tmp_path, {RESULTS: text})
    assert checked.codes == ["KR115"]
    [fix] = offered(RESULTS, Locator(text), checked.diagnostics)
    assert fix
    assert fix.safe
    assert applied(text, [fix.edits]) == text.replace("Den Bosch", '"\'s-Hertogenbosch"')
