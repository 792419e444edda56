"""Targets by municipality: bars, marks and what is not known."""

from decimal import Decimal

from kansrijk_cli.output.pictures.goals import END, HIGH, START
from kansrijk_cli.reports.pictures import Goal, GoalRow, Goals
from kansrijk_cli.reports.values import Word
from tests.output.pictures.drawings import SVG, drawn, elements, goals, texts

BELOW_THE_LEGEND = 50


def row(value: int | None, least: int | None = 2, most: int | None = 4) -> GoalRow:
    number = None if value is None else Decimal(value)
    bounds = [None if bound is None else Decimal(bound) for bound in (least, most)]
    shown = Word("figure", "unknown") if number is None else number
    return GoalRow("Ede", shown, number, *bounds)


def lanes(*rows: GoalRow) -> list[tuple[float, str]]:
    """Every track and bar: how much of the room, and how filled."""
    goal = Goal("Doel", "", rows, Decimal(6), Decimal(6), Decimal(8))
    root = elements(drawn("goals", Goals((goal,), ())))
    return [
        (round(float(r.attrib["width"]) / (END - START), 2), r.attrib["fill"])
        for r in root.iter(f"{SVG}rect")
        if r.get("height") == f"{HIGH:g}" and r.get("stroke") and r.get("x") == f"{START:g}"
    ]


def test_a_bar_is_as_long_as_its_number() -> None:
    bars = [length for length, fill in lanes(row(1), row(4)) if fill == "#0b5563"]
    assert bars == [0.25, 1]


def test_unknown_is_hatched_and_zero_is_empty() -> None:
    assert lanes(row(None), row(0)) == [
        (1, "url(#plan-goals-unknown)"),
        (1, "#edf1f3"),
        # After these two only that of all together.
        (1, "#edf1f3"),
        (0.75, "url(#plan-goals-stripes)"),
    ]


def marks(*rows: GoalRow) -> list[tuple[float, bool]]:
    """Where on the track each mark is, and whether it is broken."""
    goal = Goal("Doel", "", rows, Decimal(6), None, None)
    root = elements(drawn("goals", Goals((goal,), ())))
    found = [p for p in root.iter(f"{SVG}path") if p.get("stroke") == "#1b2426"]
    places = [p.attrib["d"].removeprefix("M").partition("v")[0].split() for p in found]
    return [
        (round((float(x) - START) / (END - START), 2), "stroke-dasharray" in path.attrib)
        for path, (x, y) in zip(found, places, strict=True)
        if float(y) > BELOW_THE_LEGEND
    ]


def test_marks_stand_where_it_should_begin_and_end() -> None:
    assert marks(row(8)) == [(0.25, False), (0.5, True)]
    assert marks(row(8, None, None)) == []


def test_a_hidden_number_has_no_length() -> None:
    """The scale is that of what is shown: nothing is drawn from which it could be measured."""
    hidden = GoalRow("Rhenen", Word("figure", "suppressed"), None, Decimal(2), None)
    assert lanes(row(4), hidden)[2] == (1, "url(#plan-goals-unknown)")
    told = [t.text for t in texts(drawn("goals", goals()))]
    assert "niet getoond (privacy), minimum gehaald" in told


def test_all_together_against_the_total() -> None:
    assert "minstens 20 van 28" in [t.text for t in texts(drawn("goals", goals()))]


def test_targets_of_which_nothing_is_known_are_named() -> None:
    told = [t.text for t in texts(drawn("goals", goals("Babythuiszorg")))]
    assert told[-1] == "Nog niets van bekend: Babythuiszorg; Weer een."
