"""An indicator over time: heights, gaps and what is hidden."""

from decimal import Decimal
from xml.etree import ElementTree as ET

from kansrijk_cli.output.pictures.trend import HIGH
from kansrijk_cli.reports.pictures import Line, Point, Trend
from kansrijk_cli.reports.values import Word
from tests.output.pictures.drawings import SVG, drawn, elements, texts, trend

HIDDEN = Word("figure", "suppressed")


def points(*values: str | None) -> tuple[Point, ...]:
    found = []
    for year, value in enumerate(values, 2020):
        number = Decimal(value) if value else None
        found.append(Point(str(year), HIDDEN if number is None else number, number))
    return tuple(found)


def made(*values: str | None) -> ET.Element:
    return elements(drawn("trend", Trend("Iets", (Line("Ede", points(*values)),))))


def heights(root: ET.Element) -> list[float]:
    """How high each number is above the ground, as part of the chart."""
    ground = next(p for p in root.iter(f"{SVG}path") if p.attrib["d"].startswith("M0 "))
    y = float(ground.attrib["d"].split()[1].partition("h")[0])
    return [round((y - float(c.attrib["cy"])) / HIGH, 2) for c in root.iter(f"{SVG}circle")]


def steps(root: ET.Element) -> int:
    return sum("L" in path.attrib["d"] for path in root.iter(f"{SVG}path"))


def test_numbers_stand_as_high_as_they_are() -> None:
    assert heights(made("5", "10", "0")) == [0.5, 1, 0]


def test_numbers_near_each_other_do_not_begin_at_zero_and_that_is_said() -> None:
    assert heights(made("90", "100")) == [0.2, 1]
    line = Line("Ede", points("90", "100"))
    told = [t.text for t in texts(drawn("trend", Trend("Iets", (line,))))]
    assert told[-1] == "De schaal begint niet bij nul."


def test_equal_numbers_are_on_one_height() -> None:
    assert len(set(heights(made("7", "7")))) == 1
    assert heights(made("0", "0")) == [0, 0]


def test_below_zero() -> None:
    assert heights(made("-5", "5")) == [0, 1]
    assert heights(made("-5", "-10")) == [0.5, 0]


def test_the_line_stops_at_what_is_not_known() -> None:
    assert steps(made("1", "2", "3")) == 2
    assert steps(made("1", None, "3")) == 0
    assert steps(made("1", "2", None, "3", "4")) == 2


def test_what_is_hidden_changes_nothing_but_its_words() -> None:
    shown = heights(made("5", "10"))
    assert heights(made("5", "10", None)) == shown
    told = {"".join(t.text.split()) for t in texts(drawn("trend", trend()))}
    assert "nietgetoond(privacy)" in told


def test_a_forecast_is_open_and_its_line_broken() -> None:
    root = elements(drawn("trend", trend()))
    assert [c.get("fill") for c in root.iter(f"{SVG}circle")].count("#ffffff") == 1
    assert sum("stroke-dasharray" in p.attrib for p in root.iter(f"{SVG}path")) == 1


def test_what_more_to_know() -> None:
    told = [t.text for t in texts(drawn("trend", trend()))]
    assert told[-1] == "Een open stip is een prognose. Meer plekken staan in de tabel: 2."
