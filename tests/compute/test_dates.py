"""On which day a plan or an inventory speaks."""

from datetime import date

import pytest

from kansrijk_cli.compute.dates import document_date, newest_state, year_end
from tests.compute.building import Data, region_with, without_plan, year_with


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({}, date(2025, 12, 31)),
        ({"published": 2025}, date(2025, 12, 31)),
        ({"published": "2025-04"}, date(2025, 4, 30)),
        ({"published": "2025-02"}, date(2025, 2, 28)),
        ({"published": "2024-11-05"}, date(2024, 11, 5)),
        ({"published": "Q2"}, date(2025, 6, 30)),
        ({"published": "from 2025"}, date(2025, 12, 31)),
        ({"adopted": "2025-01-15"}, date(2025, 1, 15)),
        ({"adopted": "2025-01-15", "published": "2025-03"}, date(2025, 1, 15)),
    ],
)
def test_a_document_speaks_of_the_day_it_was_adopted_or_published(
    document: Data, expected: date
) -> None:
    assert document_date(year_with(document=document)) == expected


def test_a_year_without_plan_speaks_of_its_last_day() -> None:
    assert document_date(without_plan(year_with(year=2024))) == year_end(2024) == date(2024, 12, 31)


def test_the_newest_state_is_the_last_day_that_the_data_speaks_of() -> None:
    old = year_with(year=2023, document={"adopted": "2023-02-01"})
    new = year_with(year=2025, document={"published": "2025-04"})
    assert newest_state(region_with(years=[old])) == date(2023, 2, 1)
    assert newest_state(region_with(years=[old, new])) == date(2025, 4, 30)


@pytest.mark.parametrize("where", ["interventions", "coalitions"])
def test_an_inventory_may_be_newer_than_the_plan(where: str) -> None:
    old = year_with(year=2023, document={"adopted": "2023-02-01"})
    inventory = {"complete": False, "on": "2024-04-30"}
    contents: dict[str, Data] = {
        "interventions": {"inventory": inventory},
        "coalitions": {"inventory": inventory, "coalitions": []},
    }
    region = region_with(**{where: contents[where]}, years=[old])
    assert newest_state(region) == date(2024, 4, 30)


def test_data_without_a_date_has_no_newest_state() -> None:
    undated = {"inventory": {"complete": False}}
    assert newest_state(region_with(interventions=undated)) is None
