"""A new year from an old one: what goes on, what is closed, and what must be decided."""

import re
import shutil
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from kansrijk_cli.model.budgets import Amount, Budgets
from kansrijk_cli.output.renewed import say
from kansrijk_cli.renewal.questions import questions
from kansrijk_cli.renewal.renew import Renewed, renew
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.source.tree import parse
from kansrijk_cli.workspace.load import load
from tests.workspaces import ROOT, Files, check_folder, load_over

PLAN = "regions/voorbeeld/2025/plan.yaml"
BUDGETS = "regions/voorbeeld/2025/budgets.yaml"
RESULTS = "regions/voorbeeld/2025/results.yaml"
HEAD = "source: werkagenda\ndocument:\n  kind: werkagenda\n  title: Werkagenda 2025\n"


def renewed(folder: Path, files: Files, year: int = 2026) -> Renewed:
    """The new year of the region of the base, with files laid over its old one."""
    loaded = load_over(folder, files)
    assert [d.code for d in loaded.diagnostics] == []
    old = loaded.value.workspace.regions["voorbeeld"].years[2025]
    return renew(old, loaded.value.texts, year, say)


def data(texts: Mapping[str, str], file: str) -> dict[str, object]:
    """What a new file says."""
    read = parse(texts[file.replace("/2025/", "/2026/")], file).value
    assert isinstance(read, dict)
    return dict(read)


def ids(texts: Mapping[str, str], file: str, name: str) -> list[str]:
    """The ids of a list in a new file."""
    items = data(texts, file)[name]
    assert isinstance(items, list)
    return [str(item["id"]) for item in items if isinstance(item, dict)]


def why(made: Renewed) -> dict[str, str]:
    """Why things are closed, by title."""
    return {closed.title: closed.why for closed in made.closed}


def test_activities_that_are_done_are_closed_and_what_is_over_is_asked(tmp_path: Path) -> None:
    made = renewed(
        tmp_path,
        {
            PLAN: HEAD
            + """\
activities:
  # Deze is klaar.
  - {id: klaar, title: Klaar, when: 2024 - 2027, status: done}
  # Deze loopt.
  - {id: loopt, title: Loopt, when: 2025-Q3 - 2026-Q1, status: active} # achter
  - {id: weg, title: Weg, status: dropped}
  - {id: voorbij, title: Voorbij, when: 2025-10, status: planned}
  - {id: kwartaal, title: Kwartaal, when: Q1 - Q2}
  - {id: onbekend, title: Onbekend}
  - {id: bezig, title: Bezig, status: active}
"""
        },
    )
    stays = ["loopt", "voorbij", "kwartaal", "onbekend", "bezig"]
    assert ids(made.texts, PLAN, "activities") == stays
    assert why(made) == {"Klaar": "done", "Weg": "dropped", "roken": "figure"}
    text = made.texts["regions/voorbeeld/2026/plan.yaml"]
    assert "# Deze is klaar." not in text
    assert "  # Deze loopt.\n  - {id: loopt, title: Loopt, when: 2025-Q3 - 2026-Q1, " in text
    assert "status: active} # achter\n" in text
    asked = re.findall(r"# TE BEPALEN: (.*)\n  - \{id: (\w+)", text)
    assert [(name, question[:14]) for question, name in asked] == [
        ("voorbij", "de periode is "),
        ("kwartaal", "gaat dit door,"),
        ("onbekend", "gaat dit door,"),
    ]
    assert "when: Q1 - Q2" in text


def test_a_target_closes_with_its_date_its_path_or_its_activity(tmp_path: Path) -> None:
    made = renewed(
        tmp_path,
        {
            PLAN: HEAD + "activities:\n"
            "  - {id: klaar, title: Klaar, status: done}\n"
            "  - {id: door, title: Door, status: active}\n",
            RESULTS: """\
source: werkagenda
targets:
  - {id: met-klaar, title: Met klaar, kind: milestone, activity: klaar}
  - {id: met-door, title: Met door, kind: milestone, activity: door}
  - {id: datum, title: Datum, kind: milestone, by: 2025-Q4}
  - {id: later, title: Later, kind: count, minimum: 3, by: 2027}
  - {id: pad, title: Pad, kind: growth, unit: groepen, path: {2024: 1, 2025: 2}}
  - {id: pad-later, title: Later, kind: growth, unit: uur, baseline: 2, path: {2025: 4, 2026: 5}}
  - {id: aantal, title: Aantal, kind: count, minimum: 3}
""",
        },
    )
    assert ids(made.texts, RESULTS, "targets") == ["met-door", "later", "pad-later", "aantal"]
    closed = why(made)
    assert closed == {
        "Klaar": "done", "Met klaar": "activity", "Datum": "over", "Pad": "over"
    }  # fmt: skip
    text = made.texts["regions/voorbeeld/2026/results.yaml"]
    assert "beginstand (in 2025: 2)\n  - {id: pad-later" in text
    assert "baseline:" not in text.replace("BEPALEN: baseline:", "")
    assert re.findall(r"BEPALEN: geldt[^\n]*(aantallen|jaar)\?\n  - \{id: ([a-z-]+)", text) == [
        ("jaar", "met-door"),
        ("aantallen", "aantal"),
    ]


def test_a_target_goes_on_when_its_activity_may_be_done_again(tmp_path: Path) -> None:
    made = renewed(
        tmp_path,
        {
            PLAN: HEAD
            + """\
activities:
  - {id: elk-jaar, title: Elk jaar, when: Q1}
  - {id: misschien, title: Misschien}
  - {id: jaren, title: Jaren, when: 2025 - 2026}
  - {id: af, title: Af, when: Q1, status: done}
  - {id: laat, title: Laat, when: 2025-Q2, status: active}
""",
            RESULTS: """\
source: werkagenda
targets:
  - {id: elk, title: Elk, kind: count, minimum: 2, activity: elk-jaar, by: 2025-Q1}
  - {id: wie-weet, title: Wie weet, kind: milestone, activity: misschien, by: 2025}
  - {id: eerst, title: Eerst, kind: milestone, activity: jaren, by: 2025}
  - {id: gedaan, title: Gedaan, kind: milestone, activity: af, by: 2025-Q1}
  - {id: nog, title: Nog, kind: milestone, activity: laat, by: 2025-Q2}
""",
        },
    )
    assert ids(made.texts, PLAN, "activities") == ["elk-jaar", "misschien", "jaren", "laat"]
    assert ids(made.texts, RESULTS, "targets") == ["elk", "wie-weet", "nog"]
    assert why(made) == {"Af": "done", "Eerst": "over", "Gedaan": "activity"}
    text = made.texts["regions/voorbeeld/2026/results.yaml"]
    assert "BEPALEN: by: uiterlijk (in 2025: 2025-Q1)" in text
    assert re.findall(r"BEPALEN: geldt[^\n]*(aantallen|jaar)\?\n  - \{id: ([a-z-]+)", text) == [
        ("aantallen", "elk"),
        ("jaar", "wie-weet"),
        ("jaar", "nog"),
    ]


def test_what_something_still_refers_to_lingers(tmp_path: Path) -> None:
    made = renewed(
        tmp_path,
        {
            PLAN: HEAD
            + """\
components:
  - {id: boven, kind: goal, title: Boven, period: 2025}
  - {id: deel, kind: part, title: Deel, period: 2025, part_of: boven}
  - {id: los, kind: part, title: Los, period: 2025, part_of: boven}
  - {id: klaar, kind: part, title: Klaar, period: 2025}
  - {id: blijft, kind: part, title: Blijft, period: 2025 - 2026}
activities:
  - {id: door, title: Door, component: deel, status: active}
  - {id: af, title: Af, component: klaar, status: done}
risks: []
""",
            BUDGETS: """\
source: werkagenda
funding:
  - {id: oud, title: Oud, period: 2025, amount: 5}
  - {id: gebruikt, title: Gebruikt, period: 2025, amount: 6}
  - {id: meer-jaar, title: Meer jaar, period: 2025 - 2027, amount: 7}
  - {id: elk-jaar, title: Elk jaar, structural: true, amount: 8}
budgets:
  - id: geld
    title: Geld 2025
    funding: [gebruikt]
    lines: [{id: een, title: Een, amount: 3}, {id: twee, title: Twee, amount: PM}]
""",
        },
    )
    assert ids(made.texts, PLAN, "components") == ["boven", "deel", "blijft"]
    text = made.texts["regions/voorbeeld/2026/plan.yaml"]
    lingering = re.findall(r"verwijst hier nog naar[^\n]*\n  - \{id: (\w+)", text)
    assert lingering == ["boven", "deel"]
    assert ids(made.texts, BUDGETS, "funding") == ["gebruikt", "meer-jaar", "elk-jaar"]
    amounts = re.findall(
        r"id: ([a-z-]+), [^}]*amount: (\w+)", made.texts[BUDGETS.replace("5/", "6/")]
    )
    assert amounts == [
        ("gebruikt", "ntb"), ("meer-jaar", "7"), ("elk-jaar", "ntb"), ("een", "ntb"), ("twee", "PM")
    ]  # fmt: skip


def test_the_document_is_a_new_draft(tmp_path: Path) -> None:
    made = renewed(
        tmp_path,
        {
            PLAN: """\
# Kop
document: # het document
  title: Werkagenda 2025 # de titel
  kind: werkagenda
  version: "1.2"
  status: adopted
  period: 2025
  published: 2025-02
  adopted: 2025-01-15 # deze dag telt
  review_by: 2025-12-01
  assumed:
    published: Staat nergens.
    kind: Zo noemen wij het.
""",
            RESULTS: "targets: []\n",
            BUDGETS: "budgets: []\n",
        },
    )
    assert data(made.texts, PLAN) == {
        "document": {
            "title": "Werkagenda 2026",
            "kind": "werkagenda",
            "status": "draft",
            "period": 2026,
            "assumed": {"kind": "Zo noemen wij het."},
        }
    }
    text = made.texts["regions/voorbeeld/2026/plan.yaml"]
    assert text.startswith("# Kop\n# TE BEPALEN: de bron")
    assert "  title: Werkagenda 2026 # de titel\n" in text
    assert "adopted: vastgesteld op (in 2025: 2025-01-15) # deze dag telt\n" in text
    for field in ("version", "published", "review_by"):
        assert f"# TE BEPALEN: {field}: " in text


@pytest.mark.parametrize(
    ("period", "assumed", "left"),
    [
        ("2025", False, 2026),
        ("2025", True, None),
        ("2024 - 2025", False, None),
        ("2024 - 2026", False, "2024 - 2026"),
        ("from 2024", False, "from 2024"),
    ],
)
def test_the_period_of_the_document(
    tmp_path: Path, period: str, assumed: bool, left: object
) -> None:
    reason = "  assumed: {period: Staat nergens.}\n" if assumed else ""
    made = renewed(tmp_path, {PLAN: f"{HEAD}  period: {period}\n{reason}activities: []\n"})
    document = data(made.texts, PLAN)["document"]
    assert isinstance(document, dict)
    assert document.get("period") == left
    assert ("assumed" in document) is False


def test_answered_and_decided_points_are_closed(tmp_path: Path) -> None:
    made = renewed(
        tmp_path,
        {
            PLAN: HEAD
            + """\
open_points:
  - {id: beantwoord, kind: question, title: Beantwoord, answer: Ja.}
  - {id: vraag, kind: question, title: Vraag, by: 2025-Q4}
  - {id: besloten, kind: decision, title: Besloten, places: {Ede: adopted, Rhenen: rejected}}
  - {id: half, kind: decision, title: Half, places: {Ede: adopted, Rhenen: pending}, by: 2026-Q2}
"""
        },
    )
    assert ids(made.texts, PLAN, "open_points") == ["vraag", "half"]
    closed = why(made)
    assert (closed["Beantwoord"], closed["Besloten"]) == ("answered", "decided")
    text = made.texts["regions/voorbeeld/2026/plan.yaml"]
    assert "uiterlijk (in 2025: 2025-Q4)\n  - {id: vraag, kind: question, title: Vraag}\n" in text
    assert "by: 2026-Q2" in text


def test_no_amount_total_or_figure_is_carried_over(tmp_path: Path) -> None:
    made = renewed(
        tmp_path,
        {
            BUDGETS: """\
source: werkagenda
budgets:
  - id: geld
    title: Begroting 2025
    key: inhabitants
    key_date: 2024-01-01
    columns:
      - {id: nu, kind: budget, period: 2025, title: Begroot 2025}
      - {id: besteed, kind: actual, period: 2025-Q1 - 2025-Q2}
      - {id: straks, kind: budget, period: 2026}
      - {id: vroeger, kind: actual, period: 2023}
    lines:
      - id: uren
        under: totaal
        fte: 0.5
        bound: about
        amounts: {nu: 10, besteed: {value: 4, bound: about}, straks: 12, vroeger: nvt}
      - id: totaal
        total: true
        amounts:
          nu: 10 # gedrukt
          straks: 12
  - id: los
    title: Los
    lines:
      - {id: zaal, title: Zaal, amount: nvt}
"""
        },
    )
    read = data(made.texts, BUDGETS)
    [geld, los] = read["budgets"] if isinstance(read["budgets"], list) else []
    assert isinstance(geld, dict)
    assert geld["title"] == "Begroting 2026"
    assert "key_date" not in geld
    assert geld["columns"] == [
        {"id": "nu", "kind": "budget", "period": 2026, "title": "Begroot 2026"},
        {"id": "besteed", "kind": "actual", "period": "2026-Q1 - 2026-Q2"},
        {"id": "straks", "kind": "budget", "period": 2026},
        {"id": "vroeger", "kind": "actual", "period": 2023},
    ]
    assert geld["lines"] == [
        {
            "id": "uren",
            "under": "totaal",
            "amounts": {"nu": "ntb", "besteed": {"value": "ntb"}, "straks": 12, "vroeger": "nvt"},
        },
        {"id": "totaal", "total": True, "amounts": {"nu": "ntb", "straks": 12}},
    ]
    assert isinstance(los, dict)
    assert los["lines"] == [{"id": "zaal", "title": "Zaal", "amount": "nvt"}]
    text = made.texts["regions/voorbeeld/2026/budgets.yaml"]
    assert "          nu: ntb # gedrukt\n" in text
    assert "de bedragen (in 2025: nu 10, besteed 4)" in text
    assert "Hoort zij er nog bij?\n      - {id: vroeger" in text
    results = made.texts["regions/voorbeeld/2026/results.yaml"]
    assert results.endswith("# TE BEPALEN: de cijfers van het nieuwe jaar\nfigures: []\n")


LINES = """\
source: werkagenda
funding: [{id: iza, title: IZA}, {id: eigen, title: Eigen geld}]
budgets:
  - id: geld
    title: Geld
    tolerance: 5
    columns:
      - {id: nu, kind: budget, period: FIRST}
      - {id: later, kind: budget, period: 2026}
    lines:
      - id: zaal
        amounts: {nu: {value: 71, condition: Als de raad instemt.}, later: 61}
        funded:
          - {funding: iza, amount: 72}
          - {funding: eigen, column: nu, amount: {value: 73, bound: about}} # rest
          - {funding: eigen, column: later, amount: 62}
          - {funding: iza, column: later}
          - {funding: eigen, amount: PM}
        shared:
          project: Zaal
          total: {value: 74, bound: at-most, assumed: {value: Geschat.}}
          regions:
            voorbeeld: 75
            buur: nvt
        allocation: {key: births, deviations: {Ede: {value: 76, reason: Afspraak.}}}
"""


def only_line(made: Renewed) -> dict[str, object]:
    """The one line of the one budget of the new year."""
    budgets = data(made.texts, BUDGETS)["budgets"]
    assert isinstance(budgets, list)
    [budget] = budgets
    assert isinstance(budget, dict)
    assert budget["tolerance"] == 5
    lines = budget["lines"]
    assert isinstance(lines, list)
    [line] = lines
    assert isinstance(line, dict)
    return dict(line)


def test_no_amount_of_a_source_or_other_region_is_carried_over(tmp_path: Path) -> None:
    text = LINES.replace("FIRST", "2025")
    made = renewed(tmp_path, {BUDGETS: text})
    assert only_line(made) == {
        "id": "zaal",
        "amounts": {"nu": {"value": "ntb", "condition": "Als de raad instemt."}, "later": 61},
        "funded": [
            {"funding": "iza", "amount": "ntb"},
            {"funding": "eigen", "column": "nu", "amount": {"value": "ntb"}},
            {"funding": "eigen", "column": "later", "amount": 62},
            {"funding": "iza", "column": "later"},
            {"funding": "eigen", "amount": "PM"},
        ],
        "shared": {
            "project": "Zaal",
            "total": {"value": "ntb"},
            "regions": {"voorbeeld": "ntb", "buur": "nvt"},
        },
        "allocation": {"key": "births"},
    }
    new = made.texts[BUDGETS.replace("/2025/", "/2026/")]
    asked = [question.text for question in questions(new, "TE BEPALEN")]
    for was in ("het bedrag (in 2025: 72)", "het bedrag (in 2025: 73)", "het bedrag (in 2025: 74)"):
        assert was in asked
    assert "de bedragen (in 2025: voorbeeld 75)" in asked
    assert not [question for question in asked if "62" in question]
    assert " # rest\n" in new


def test_what_was_already_about_the_new_year_goes_on(tmp_path: Path) -> None:
    text = LINES.replace("FIRST", "2026")
    line = only_line(renewed(tmp_path, {BUDGETS: text}))
    old = parse(text, BUDGETS).value
    assert isinstance(old, dict)
    [budget] = old["budgets"] if isinstance(old["budgets"], list) else []
    assert isinstance(budget, dict)
    [was] = budget["lines"] if isinstance(budget["lines"], list) else []
    assert isinstance(was, dict)
    assert (line["funded"], line["shared"]) == (was["funded"], was["shared"])


def numbers(amounts: object) -> list[object]:
    """The numbers in the amounts of a part of a budget, however deep."""
    if isinstance(amounts, Amount):
        return [amounts.value] if isinstance(amounts.value, Decimal) else []
    if isinstance(amounts, BaseModel):
        return [n for name in type(amounts).model_fields for n in numbers(getattr(amounts, name))]
    if isinstance(amounts, Mapping):
        return [n for inner in amounts.values() for n in numbers(inner)]
    return [n for inner in amounts for n in numbers(inner)] if isinstance(amounts, tuple) else []


def test_of_all_fields_no_amount_is_carried_over_and_the_result_is_valid(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "tests/cases/all-fields/input", folder)
    shutil.rmtree(folder / "regions/proefregio/2027")
    loaded = load(Folder(folder)).value
    old = loaded.workspace.regions["proefregio"].years[2026]
    for file, text in renew(old, loaded.texts, 2027, say).texts.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    checked = check_folder(folder)
    new = checked.workspace.regions["proefregio"].years[2027].files.content(Budgets)
    was = old.files.content(Budgets)
    assert new
    assert was
    # What is for every year goes on from the year in which it began.
    kept = [
        funding.amount.value for funding in was.funding if funding.id == "rijk" and funding.amount
    ]
    assert len(numbers(was)) > len(kept)
    assert numbers(new) == kept
    assert [d for d in checked.diagnostics if "/2027/" in d.place.file] == []


def test_how_something_is_divided_goes_on_without_what_was_chosen_by_hand(tmp_path: Path) -> None:
    made = renewed(
        tmp_path,
        {
            RESULTS: """\
source: werkagenda
targets:
  - id: een
    title: Een
    kind: per-municipality
    intervention: voorzorg
    total: 9
    allocation:
      key: inhabitants
      on: 2025-01-01
      deviations:
        Ede: {value: 5, reason: Afgesproken.}
  - id: twee
    title: Twee
    kind: per-municipality
    intervention: voorzorg
    total: 9
    allocation:
      on: 2025-01-01
    minimum: 1
"""
        },
    )
    targets = data(made.texts, RESULTS)["targets"]
    assert isinstance(targets, list)
    [een, twee] = targets
    assert isinstance(een, dict)
    assert isinstance(twee, dict)
    assert een["allocation"] == {"key": "inhabitants"}
    assert "allocation" not in twee
    assert twee["minimum"] == 1


def test_a_second_time_no_question_stands_twice(tmp_path: Path) -> None:
    first = renewed(tmp_path / "a", {})
    again = {
        file.replace("/2026/", "/2025/"): text.replace("Werkagenda 2026", "Werkagenda 2025")
        for file, text in first.texts.items()
    }
    second = renewed(tmp_path / "b", again)
    for file, text in second.texts.items():
        assert text.count("# TE BEPALEN") == first.texts[file].count("# TE BEPALEN")


def test_only_the_files_that_are_there_are_made(tmp_path: Path) -> None:
    made = renewed(tmp_path, {BUDGETS: None, RESULTS: None})
    assert list(made.texts) == ["regions/voorbeeld/2026/plan.yaml"]


STATES = st.sampled_from(["done", "dropped", "planned", "active"])
WHENS = st.sampled_from(["2024", "2025-12", "2025 - 2026", "from 2025", "Q2", "2026", "Q1 + Q4"])


@given(st.lists(st.tuples(STATES, WHENS, st.booleans(), st.booleans()), min_size=1, max_size=8))
@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_goes_on_keeps_its_order_its_comments_and_its_text(
    tmp_path: Path, made_up: list[tuple[str, str, bool, bool]]
) -> None:
    text = HEAD + "activities:\n"
    written: list[str] = []
    for number, (status, when, comment, blank) in enumerate(made_up):
        item = "\n" if blank and number else ""
        item += f"  # over {number}\n" if comment else ""
        item += f"  - id: a{number} # bij {number}\n    title: T{number}\n"
        item += f"    when: {when} # van {number}\n    status: {status} # stand {number}\n"
        written.append(item)
    made = renewed(tmp_path, {PLAN: text + "".join(written)})
    new = made.texts["regions/voorbeeld/2026/plan.yaml"]
    # Nothing that may still run is lost, also when its period is over.
    stays = [n for n, (status, *_) in enumerate(made_up) if status not in ("done", "dropped")]
    over = [n for n in stays if made_up[n][1] in ("2024", "2025-12")]
    assert new.count("TE BEPALEN: de periode is voorbij, maar er staat niet") == len(over)
    listed = ids(made.texts, PLAN, "activities")
    assert listed == [f"a{number}" for number in stays]
    for number, item in enumerate(written):
        lines = [line for line in item.split("\n") if line and "# over" not in line]
        assert all((line in new.split("\n")) is (number in stays) for line in lines)
        if number in stays:
            assert (f"# over {number}\n" in new) is made_up[number][2]


def test_a_year_told_from_that_of_the_old_document_does_not_shift(tmp_path: Path) -> None:
    made = renewed(
        tmp_path,
        {
            PLAN: HEAD
            + """\
  period: this-year - next-year
components:
  - {id: deel, kind: part, title: Deel, period: from this-year}
activities:
  - {id: loopt, title: Loopt, when: this-year, status: active} # achter
  - {id: straks, title: Straks, when: next-year-Q2 + in-5-years}
  - {id: klaar, title: Klaar, when: this-year, status: done}
  - {id: vast, title: Vast, when: 2025-Q3 - 2026-Q1}
open_points:
  - {id: oud, kind: question, title: Oud, question: Wie?, by: this-year}
  - {id: nieuw, kind: question, title: Nieuw, question: Wie?, by: next-year}
""",
            RESULTS: "source: werkagenda\ntargets:\n"
            "  - {id: t, title: T, kind: count, unit: keer, exact: 1, by: in-2-years}\n",
            BUDGETS: "source: werkagenda\nbudgets:\n  - id: b\n    title: B\n    columns:\n"
            "      - {id: nu, kind: budget, period: this-year}\n"
            "      - {id: straks, kind: forecast, period: next-year}\n    lines: []\n",
        },
    )
    new, results, budgets = (
        made.texts[file.replace("2025", "2026")] for file in (PLAN, RESULTS, BUDGETS)
    )
    assert "  period: 2025 - 2026\n" in new
    assert "title: Deel, period: from 2025}" in new
    assert "{id: loopt, title: Loopt, when: 2025, status: active} # achter\n" in new
    assert "title: Straks, when: 2026-Q2 + 2030}" in new
    assert "title: Vast, when: 2025-Q3 - 2026-Q1}" in new
    assert ids(made.texts, PLAN, "activities") == ["loopt", "straks", "vast"]
    # What was due in the old year is asked again.
    assert "title: Oud, question: Wie?}" in new
    assert "title: Nieuw, question: Wie?, by: 2026}" in new
    assert "by: 2027}" in results
    assert [line.split("period: ")[1] for line in budgets.splitlines() if "period:" in line] == [
        "2026}",
        "2026}",
    ]
    assert all("-year" not in text for text in made.texts.values())
