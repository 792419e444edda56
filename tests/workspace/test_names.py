"""Which names exist where, and what was meant by one that does not."""

from pathlib import Path
from typing import get_args

import pytest

from kansrijk_cli.core.diagnostic import Value
from kansrijk_cli.model import references
from kansrijk_cli.model.references import Ref
from kansrijk_cli.workspace.names import NAMINGS, files_naming
from kansrijk_cli.workspace.unknown import unknown_names
from tests.workspaces import Files, workspace_of

REGION = """
name: Voorbeeld
kinds: [IZA]
municipalities: [Ede, Rhenen, Veenendaal]
places: [{name: Praktijk Noord, kind: practice}]
elements: [{id: nazorg, name: Nazorg}]
support: [{id: basis, name: Basiszorg}]
departments: [{id: jeugd, name: Jeugd}]
keys: [{id: afspraak, title: Afspraak van ons, mix: {equal: 1}}]
sources: [{id: werkagenda, title: Werkagenda 2025}]
source: werkagenda
"""
INTERVENTIONS = """
source: werkagenda
interventions: [{id: eigen, name: Eigen aanpak, kind: process, aliases: [Onze aanpak]}]
"""
AGREEMENTS = "source: werkagenda\nagreements: [{id: melden, title: Melden"
BUDGETS = """
source: werkagenda
funding: [{id: iza, title: IZA}]
budgets:
  - id: een
    title: Een
    columns: [{id: kolom, kind: budget, period: 2025}]
    lines: [{id: totaal, total: true, amounts: {kolom: 0}}]
  - id: twee
    title: Twee
    columns: [{id: andere, kind: budget, period: 2025}]
    lines:
      - id: regel
"""
PLAN = "source: werkagenda\ndocument: {kind: plan, title: Plan}\n"
RESULTS = """
source: werkagenda
targets: [{id: doel, title: Doel, kind: narrative}]
figures: []
"""
FOLDER = "regions/voorbeeld"


def refer(kind: str, value: str) -> Files:
    """A workspace with one reference of a kind."""
    region: dict[str, str | bytes | None] = {
        f"{FOLDER}/region.yaml": REGION,
        f"{FOLDER}/interventions.yaml": INTERVENTIONS,
        f"{FOLDER}/agreements.yaml": AGREEMENTS + "}]\n",
        f"{FOLDER}/2025/budgets.yaml": BUDGETS,
        f"{FOLDER}/2025/results.yaml": RESULTS,
    }
    where = {
        "municipality": (
            "coalitions.yaml",
            "coalitions: []\ninventory: {complete: false, municipalities: [%s]}\n",
        ),
        "place": ("interventions.yaml", INTERVENTIONS + "deployments: {%s: {}}\n"),
        "intervention": (
            "interventions.yaml",
            INTERVENTIONS + "deployments: {Ede: {%s: active}}\n",
        ),
        "owner": ("agreements.yaml", AGREEMENTS + ", owners: [%s]}]\n"),
        "party": (
            "coalitions.yaml",
            "coalitions: [{id: c, name: C, level: local, status: active, partners: [%s]}]\n",
        ),
        "source": ("agreements.yaml", AGREEMENTS + ", source: %s}]\n"),
        "element": ("agreements.yaml", AGREEMENTS + ", element: %s}]\n"),
        "support": ("agreements.yaml", AGREEMENTS + ", support: %s}]\n"),
        "coalition": ("2025/plan.yaml", PLAN + "activities: [{id: a, title: A, coalition: %s}]\n"),
        "component": (
            "2025/plan.yaml",
            PLAN + "components: [{id: deel, kind: part, title: Deel, part_of: %s}]\n",
        ),
        "format": ("2025/plan.yaml", PLAN.replace("}", ", format: %s}")),
        "question": ("2025/plan.yaml", PLAN + "texts: [{id: t, text: T, answers: [%s]}]\n"),
        "programme": ("2025/plan.yaml", PLAN.replace("}", ", programmes: [%s]}")),
        "department": ("2025/budgets.yaml", BUDGETS + "        department: %s\n"),
        "key": ("2025/budgets.yaml", BUDGETS + "        allocation: {key: %s}\n"),
        "line": ("2025/budgets.yaml", BUDGETS + "        under: %s\n"),
        "column": ("2025/budgets.yaml", BUDGETS + "        amounts: {%s: 1}\n"),
        "funding": ("2025/budgets.yaml", BUDGETS + "        funding: %s\n"),
        "agreement": ("2025/results.yaml", RESULTS.replace("}]", ", agreement: %s}]")),
        "activity": ("2025/results.yaml", RESULTS.replace("}]", ", activity: %s}]")),
        "norm": ("2025/results.yaml", RESULTS.replace("}]", ", norm: %s}]")),
        "target": ("2025/results.yaml", RESULTS.replace("[]", "[{target: %s, place: Ede}]")),
        "indicator": ("2025/results.yaml", RESULTS.replace("[]", "[{indicator: %s, place: Ede}]")),
    }
    file, text = where[kind]
    return region | {f"{FOLDER}/{file}": text % value}


KNOWN = {
    "municipality": ["Ede", "Den Bosch", "Vught"],
    "place": ["Ede", "Nuenen", "Voorbeeld", "Praktijk Noord", "Gelderland", "Nederland"],
    "intervention": ["giz", "eigen"],
    "owner": ["ggd", "Ede", "Praktijk Noord"],
    "party": ["ggd", "stuurgroep"],
    "source": ["werkagenda", "werkagenda/bijlage 1", "werkagenda/a/b"],
    "element": ["signaleren", "nazorg"],
    "support": ["basis"],
    "department": ["jeugd"],
    "coalition": ["regionaal", "ede"],
    "component": ["deel"],
    "programme": ["kansrijke-start"],
    "key": ["births", "table", "afspraak"],
    "line": ["regel"],
    "column": ["andere"],
    "funding": ["iza"],
    "agreement": ["melden"],
    "activity": ["scholing"],
    "norm": ["steunpunt"],
    "target": ["doel"],
    "indicator": ["roken"],
}
UNKNOWN: dict[str, dict[str, Value]] = {
    "municipality": {"Eede": "Ede", "Praktijk Noord": None, "Gelderland": None},
    "place": {"Praktijk Nord": "Praktijk Noord", "ggd": None, "gelderland": "Gelderland"},
    "intervention": {"VoorZorg": "voorzorg", "Onze aanpak": "eigen", "xyz": None},
    "owner": {"stuurgrop": "stuurgroep", "GGD": "ggd", "xyz": None},
    "party": {"Stuurgroep": "stuurgroep", "Ede": None},
    "source": {"werkagende/bijlage": "werkagenda", "Werkagenda 2025/x": "werkagenda"},
    "element": {"Signaleren": "signaleren", "basis": None},
    "support": {"Basiszorg": "basis", "nazorg": None},
    "department": {"Jeugd": "jeugd", "basis": None},
    "coalition": {"Coalitie Ede": "ede", "xyz": None},
    "component": {"del": "deel", "vroeg-erbij": None},
    "format": {"azwa": None},
    "question": {"xyz": None},
    "programme": {"kansrijk-start": "kansrijke-start", "KS": None},
    "key": {"birth": "births", "Afspraak van ons": "afspraak", "xyz": None},
    "line": {"totaal": None, "regels": "regel"},
    "column": {"kolom": None, "ander": "andere"},
    "funding": {"iza-budget": None, "iz": "iza"},
    "agreement": {"Melden": "melden"},
    "activity": {"Scholing": "scholing"},
    "norm": {"steunpunten": "steunpunt"},
    "target": {"Doel": "doel"},
    "indicator": {"Roken": "roken"},
}


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, names in KNOWN.items() for name in names]
)
def test_a_name_that_exists_may_be_used(kind: str, name: str, tmp_path: Path) -> None:
    workspace = workspace_of(tmp_path, refer(kind, name))
    assert list(unknown_names(workspace, *NAMINGS)) == []


@pytest.mark.parametrize(
    ("kind", "name", "meant"),
    [(kind, name, meant) for kind, names in UNKNOWN.items() for name, meant in names.items()],
)
def test_a_name_that_does_not_exist_is_told_with_what_was_meant(
    kind: str, name: str, meant: Value, tmp_path: Path
) -> None:
    workspace = workspace_of(tmp_path, refer(kind, name))
    value = name.partition("/")[0]
    assert [found.params for found in unknown_names(workspace, *NAMINGS)] == [
        {"kind": kind, "value": value, "single": value, "meant": meant}
    ]


def test_every_kind_of_reference_has_names_and_is_tried_here() -> None:
    kinds = {
        mark.kind
        for reference in vars(references).values()
        for mark in get_args(reference)
        if isinstance(mark, Ref)
    }
    assert kinds == set(NAMINGS) == set(UNKNOWN)


def test_a_rule_needs_the_files_in_which_its_names_live() -> None:
    assert {kind.__name__ for kind in files_naming("owner")} == {
        "Municipalities",
        "Region",
        "Parties",
    }
    assert files_naming("norm", "party") == files_naming("norm") | files_naming("party")


def test_halves_of_a_name_with_a_comma_are_not_also_unknown(tmp_path: Path) -> None:
    files = refer("owner", "Nuenen, Gerwen en Nederwetten, ggdd")
    found = unknown_names(workspace_of(tmp_path, files), *NAMINGS)
    assert [finding.params["value"] for finding in found] == ["ggdd"]


def test_the_catalogue_names_its_own_sources(tmp_path: Path) -> None:
    text = "sources: [{id: rivm, title: RIVM}]\nindicators: [{id: roken, name: R, unit: x, %s}]\n"
    for source, known in (("rivm/tabel-1", True), ("werkagenda", False)):
        files = {"catalog/indicators.yaml": text % f"source: {source}"}
        found = list(unknown_names(workspace_of(tmp_path / source[:4], files), "source"))
        assert (found == []) is known


def test_several_names_in_one_value_are_told_as_that(tmp_path: Path) -> None:
    (found,) = unknown_names(workspace_of(tmp_path, refer("place", "Ede/Nuenen")), *NAMINGS)
    names = ("Ede", "Nuenen")
    told = {"kind": "place", "value": "Ede/Nuenen", "several": names, "count": 2}
    assert found.params == told


def test_a_web_address_as_source_is_told_as_that(tmp_path: Path) -> None:
    address = "https://voorbeeld.nl/plan"
    (found,) = unknown_names(workspace_of(tmp_path, refer("source", address)), *NAMINGS)
    assert found.params == {"kind": "source", "value": address, "address": address}
