"""Municipalities by any of their names."""

from datetime import date
from pathlib import Path

import pytest

from kansrijk_cli.model.municipalities import Municipality
from kansrijk_cli.workspace.register import Register
from tests.workspaces import workspace_of


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return workspace_of(tmp_path_factory.mktemp("register"), {}).register


def codes(found: tuple[Municipality, ...]) -> list[str]:
    return [municipality.code for municipality in found]


@pytest.mark.parametrize(
    ("name", "among", "found"),
    [
        ("Ede", [], ["GM0228"]),
        ("EDE", [], ["GM0228"]),
        ("Den Bosch", [], ["GM0796"]),
        ("den bosch", [], ["GM0796"]),
        ("Nuenen, Gerwen en Nederwetten", [], ["GM0820"]),
        ("Nergenshuizen", [], []),
        ("", [], []),
        ("Bergen", [], ["GM0373", "GM0893"]),
        ("Bergen", ["Ede", "Bergen (L.)"], ["GM0893"]),
        ("Bergen", ["bergen (nh.)"], ["GM0373"]),
        ("Bergen", ["Bergen (NH.)", "Bergen (L.)"], ["GM0373", "GM0893"]),
        ("Bergen", ["Ede"], ["GM0373", "GM0893"]),
        ("Bergen (L.)", ["Bergen (NH.)"], ["GM0893"]),
    ],
)
def test_a_name_finds_what_it_may_mean(
    register: Register, name: str, among: list[str], found: list[str]
) -> None:
    assert codes(register.find(name, among)) == found


def test_an_official_name_goes_before_an_alias_of_another() -> None:
    register = Register(
        (
            Municipality(code="GM0001", name="Land van Bergen", province="X", aliases=("Bergen",)),
            Municipality(code="GM0002", name="Bergen", province="X"),
        )
    )
    assert codes(register.find("Bergen")) == ["GM0002"]
    assert codes(register.find("Bergen", ["Land van Bergen"])) == ["GM0002"]


@pytest.mark.parametrize(
    ("name", "among", "official"),
    [
        ("Den Bosch", [], "'s-Hertogenbosch"),
        ("nuenen", [], "Nuenen, Gerwen en Nederwetten"),
        ("Bergen", ["Bergen (L.)"], "Bergen (L.)"),
        ("Bergen", [], "Bergen"),
        ("Nergenshuizen", [], "Nergenshuizen"),
    ],
)
def test_the_official_name_when_there_is_one(
    register: Register, name: str, among: list[str], official: str
) -> None:
    assert register.official(name, among) == official


@pytest.mark.parametrize(
    ("since", "until", "day", "existed"),
    [
        (None, None, date(1850, 1, 1), True),
        (None, date(2020, 12, 31), date(2020, 12, 31), True),
        (None, date(2020, 12, 31), date(2021, 1, 1), False),
        (date(2021, 1, 1), None, date(2021, 1, 1), True),
        (date(2021, 1, 1), None, date(2020, 12, 31), False),
        (date(2001, 1, 1), date(2009, 12, 31), date(2005, 6, 1), True),
    ],
)
def test_which_existed_on_a_day(
    register: Register, since: date | None, until: date | None, day: date, existed: bool
) -> None:
    base = register.by_code["GM0228"]
    municipality = base.model_copy(update={"since": since, "until": until})
    assert register.existed(municipality, day) is existed


def test_a_municipality_that_ended_leads_to_its_successor(register: Register) -> None:
    ended = register.by_code["GM0788"]
    assert ended.until == date(2020, 12, 31)
    assert [register.by_code[code].name for code in ended.successors] == ["Vught"]


def test_every_name_and_province_is_known(register: Register, tmp_path: Path) -> None:
    assert register.names[:2] == ("'s-Hertogenbosch", "Bergen (L.)")
    assert register.provinces == {
        "Gelderland",
        "Limburg",
        "Noord-Brabant",
        "Noord-Holland",
        "Utrecht",
    }
    assert register.writings["Den Bosch"] == "Den Bosch"
    empty = workspace_of(tmp_path, {"catalog/municipalities.yaml": None}).register
    assert (empty.names, empty.provinces, empty.find("Ede")) == ((), frozenset(), ())
