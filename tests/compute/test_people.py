"""Which units are about people, and who may say otherwise."""

from dataclasses import replace
from typing import Any

import pytest

from kansrijk_cli.compute.privacy.people import counts_people, is_share
from kansrijk_cli.compute.privacy.subjects import Subjects
from kansrijk_cli.model.catalog import Indicators
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import entry, region_with, year_with


@pytest.mark.parametrize(
    "unit",
    [
        "gezinnen",
        "kinderen",
        "Kinderen van 0 tot en met 12 jaar",
        "zwangere vrouwen",
        "baby's",
        "baby\N{RIGHT SINGLE QUOTATION MARK}s",
        "eenoudergezinnen",
        "tienermoeders",
        "bereikte ouders",
        "kind",
        "trajecten",
        "hulptrajecten",
        "verwijzingen",
        "huisbezoeken",
        "personen",
    ],
)
def test_units_of_people_and_of_what_each_of_them_gets(unit: str) -> None:
    assert counts_people(unit, "Aanbod")


@pytest.mark.parametrize(
    "unit",
    [
        "%",
        "per 1.000 geboorten",
        "kinderen per 1.000",
        "procent van de ouders",
        "fte",
        "gemeenten",
        "scholen",
        "bijeenkomsten",
        "ouderavonden",
        "gezinscoaches",
        "kindcentra",
        "professionals",
        "leden",
        "ketenpartners",
        "verloskundigenpraktijken",
        "trend",
        "keer",
    ],
)
def test_other_units_and_who_does_the_work(unit: str) -> None:
    assert not counts_people(unit, "Kinderen en ouders")


@pytest.mark.parametrize(
    ("unit", "name", "counted"),
    [
        (None, "Gezinnen met steun", True),
        ("aantal", "Kinderen in armoede", True),
        (None, "Scholing", False),
        ("aantal", "Scholen die meedoen", False),
    ],
)
def test_a_unit_that_says_nothing_leaves_it_to_the_name(
    unit: str | None, name: str, counted: bool
) -> None:
    assert counts_people(unit, name) is counted


@pytest.mark.parametrize("unit", ["%", "per 10.000 inwoners", "kinderen per 1.000", "procent"])
def test_shares_do_not_add_up(unit: str) -> None:
    assert is_share(unit)
    assert not is_share("trajecten per gemeente")


def counts(
    base: Workspace,
    unit: str | None = "gezinnen",
    target: bool | None = None,
    figures: tuple[bool | None, ...] = (None,),
    **more: Any,
) -> bool:
    """Whether a target counts persons, by what it and its figures say."""
    about = {"id": "t", "title": "T", "kind": "count", "unit": unit, "persons": target, **more}
    rows = [{"target": "t", "place": "Ede", "value": 3, "persons": said} for said in figures]
    year = year_with([about], rows)
    return Subjects(base, region_with(), year).counts_persons("target t")


def test_who_says_nothing_is_safe(base: Workspace) -> None:
    assert counts(base)
    assert not counts(base, unit="bijeenkomsten")


def test_the_target_decides(base: Workspace) -> None:
    assert not counts(base, target=False)
    assert counts(base, unit="bijeenkomsten", target=True)


def test_one_figure_is_enough_to_hide_and_all_are_needed_to_show(base: Workspace) -> None:
    assert counts(base, figures=(False, None))
    assert not counts(base, figures=(False, False))
    assert counts(base, unit="fte", figures=(None, True))
    assert counts(base, target=False, figures=(True,))


@pytest.mark.parametrize("kind", ["narrative", "milestone", "frequency", "every-municipality"])
def test_what_is_judged_counts_nobody(base: Workspace, kind: str) -> None:
    assert not counts(base, unit=None, title="Ouders zijn tevreden", kind=kind)


@pytest.mark.parametrize(
    ("unit", "said", "counted"),
    [
        ("kinderen", None, True),
        ("kinderen", False, False),
        ("%", None, False),
        ("aantal", None, True),
        ("%", True, True),
    ],
)
def test_an_indicator_decides_for_all_its_figures(
    base: Workspace, unit: str, said: bool | None, counted: bool
) -> None:
    indicator = {"id": "i", "name": "Kinderen", "unit": unit, "persons": said}
    found = entry(Indicators.model_validate({"indicators": [indicator]}))
    here = replace(base, catalog={**base.catalog, Indicators: (found,)})
    year = year_with([{"id": "t", "title": "Kinderen", "kind": "growth", "indicator": "i"}])
    assert Subjects(here, region_with(), year).counts_persons("indicator i") is counted
