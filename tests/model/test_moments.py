"""Days and periods as people write them, and which one was meant."""

import re
from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from kansrijk_cli.model.moments import FOLDER_YEAR, Dated, Day, When
from kansrijk_cli.model.period import Period

WHEN, DAY = TypeAdapter[Period](When), TypeAdapter[date](Day)
DATED = TypeAdapter[Period](Dated)


def test_a_year_may_be_a_number_in_the_file() -> None:
    assert WHEN.validate_python(2025).text == "2025"
    assert WHEN.validate_python("2025").text == "2025"


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("28-05-2024", "2024-05-28"),
        ("1/7/2022", "2022-07-01"),
        ("01.07.2022", "2022-07-01"),
        ("31-02-2024", None),
        ("2025-02-30", None),
        ("morgen", None),
        (25, None),
        (2025.5, None),
    ],
)
def test_a_dutch_date_is_understood_but_refused(value: object, meant: str | None) -> None:
    with pytest.raises(ValidationError) as refused:
        WHEN.validate_python(value)
    error = refused.value.errors()[0]
    if isinstance(value, float):
        assert error["type"] == "KR022"
    else:
        assert (error["type"], error["ctx"].get("meant")) == ("KR025", meant)


@pytest.mark.parametrize("value", [True, None, ["Q1"], {}, date(2025, 1, 1)])
def test_what_is_not_even_text_is_no_period(value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        WHEN.validate_python(value)
    assert refused.value.errors()[0]["type"] == "KR022"


def test_a_day_is_one_day() -> None:
    assert DAY.validate_python("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "value",
    [
        *[2024, "2025", "2024-02", "2024-Q1", "Q1", "from 2024-02-29", "until 2024-02-29"],
        *["2024-02-29 - 2024-03-01", "2024-02-29 + 2024-03-01", "0000-01-01"],
    ],
)
def test_what_is_no_day(value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        DAY.validate_python(value)
    assert refused.value.errors()[0]["type"] == "KR025"


def refused(adapter: TypeAdapter[Period] | TypeAdapter[date], text: str | int) -> dict[str, object]:
    """What is told of a value."""
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(text)
    error = caught.value.errors()[0]
    assert error["type"] == "KR025"
    return error["ctx"]


def test_a_period_in_another_writing_is_told_with_what_was_meant() -> None:
    told = {"value": "Q1-Q2", "kind": "period", "meant": "Q1 - Q2"}
    assert refused(WHEN, "Q1-Q2") == told
    assert WHEN.validate_python("Q1 - Q2").text == "Q1 - Q2"


def test_what_is_no_period_in_any_writing_is_told_how_one_is_written() -> None:
    assert refused(WHEN, "morgen") == {"value": "morgen", "kind": "period", "no_period": "morgen"}


def test_where_a_day_is_needed_only_that_is_told() -> None:
    assert refused(DAY, "morgen") == {"value": "morgen", "kind": "day", "no_day": "morgen"}


@pytest.mark.parametrize(
    "text",
    [
        2025,
        "2025-05",
        "Q1",
        "2025-Q1",
        "from 2025",
        "vanaf 2025",
        "tot 2025",
        "mei 2025",
        "dit jaar",
    ],
)
def test_where_a_day_is_needed_a_longer_period_is_told_as_that(text: str | int) -> None:
    assert refused(DAY, text) == {"period": str(text)}


def test_a_day_in_another_writing_is_told_as_that() -> None:
    told = {"value": "31 mei 2025", "kind": "day", "meant": "2025-05-31"}
    assert refused(DAY, "31 mei 2025") == told
    assert DAY.validate_python("2025-05-31") == date(2025, 5, 31)


def test_a_year_is_told_from_that_of_the_folder() -> None:
    found = WHEN.validate_python("next-year", context={FOLDER_YEAR: 2025})
    assert found == WHEN.validate_python(2026)


@pytest.mark.parametrize("text", ["Q1", "Q1 - Q2", "2024 + Q1", "this-year", "dit jaar", "K2"])
def test_in_a_file_of_no_year_every_period_has_its_year(text: str) -> None:
    assert refused(DATED, text) == {"no_folder": text}


def test_in_a_file_of_no_year_other_mistakes_are_told_as_elsewhere() -> None:
    assert DATED.validate_python("from 2025-Q2") == WHEN.validate_python("from 2025-Q2")
    assert refused(DATED, "mei 2025") == refused(WHEN, "mei 2025")
    assert refused(DATED, "morgen") == refused(WHEN, "morgen")


TOLD = ["this-year", "in-5-years", "next-year-Q2", "from next-year", "last-year - in-12-years"]


@pytest.mark.parametrize(
    ("adapter", "fits", "not_"),
    [
        (WHEN, [*TOLD, "Q1", "2025-Q1 + Q2"], ["in-1-years", "this-year-05", "dit jaar"]),
        (DATED, ["2025", "2025-Q1 - 2026", "until 2025-05-28"], [*TOLD, "Q1", "2024 + Q1"]),
    ],
)
def test_editors_know_the_same(
    adapter: TypeAdapter[Period], fits: list[str], not_: list[str]
) -> None:
    pattern = re.compile(adapter.json_schema()["pattern"])
    assert [text for text in fits + not_ if pattern.search(text)] == fits
