"""Activities by quarter: where bars, diamonds and arrows stand."""

from datetime import date
from xml.etree import ElementTree as ET

from kansrijk_cli.output.pictures.timeline import TRACK
from kansrijk_cli.reports.pictures import Stretch, Timeline, TimelineRow
from kansrijk_cli.reports.values import Word
from tests.output.pictures.drawings import SVG, drawn, elements, texts, timeline

WHOLE = (Stretch(date(2025, 1, 1), date(2025, 12, 31)),)


def made(*rows: TimelineRow, first: int = 2025, last: int = 2025, without: int = 0) -> ET.Element:
    return elements(drawn("timeline", Timeline(first, last, rows, without)))


def row(*stretches: Stretch, state: str | None = None) -> TimelineRow:
    return TimelineRow("Iets", "ooit", Word("activity", state) if state else None, stretches)


def bars(root: ET.Element) -> list[tuple[float, float]]:
    """From where to where each bar is, as parts of the track."""
    found = [r for r in root.iter(f"{SVG}rect") if r.get("height") == f"{TRACK:g}"]
    [track, *rest] = [(float(r.attrib["x"]), float(r.attrib["width"])) for r in found]
    start, wide = track
    return [((x - start) / wide, (x - start + w) / wide) for x, w in rest]


def test_a_bar_is_as_long_as_its_period() -> None:
    [(start, end)] = bars(made(row(Stretch(date(2025, 4, 1), date(2025, 9, 30)))))
    assert abs(start - 90 / 365) < 0.002
    assert abs(end - 273 / 365) < 0.002


def test_two_parts_of_a_period_are_two_bars() -> None:
    parts = (Stretch(date(2025, 1, 1), date(2025, 3, 31)), Stretch(date(2025, 10, 1), None))
    assert len(bars(made(row(*parts)))) == 2


def paths(root: ET.Element, start: str) -> list[str]:
    return [p.attrib["d"] for p in root.iter(f"{SVG}path") if start in p.attrib["d"]]


def test_a_day_is_a_diamond() -> None:
    day = date(2025, 7, 2)
    root = made(row(Stretch(day, day)))
    assert bars(root) == []
    diamond, *_ = paths(root, "l7 7")
    middle = float(diamond[1:].split()[0])
    # The middle of the year, on a track of 400.
    assert abs(middle - 200) < 1


def test_what_goes_on_outside_the_years_has_an_arrow() -> None:
    root = made(row(Stretch(date(2024, 5, 1), None)))
    assert bars(root) == [(0, 1)]
    assert len(paths(root, "l8 -6")) == 1
    assert len(paths(root, "l-8 -6")) == 1


def test_what_is_wholly_outside_has_only_an_arrow() -> None:
    root = made(row(Stretch(None, date(2023, 12, 31))))
    assert bars(root) == []
    assert len(paths(root, "l8 -6")) == 1


def test_several_years_are_named_instead_of_quarters() -> None:
    told = [t.text for t in texts(drawn("timeline", Timeline(2024, 2026, (row(*WHOLE),), 0)))]
    assert [t for t in told if t in {"2024", "2025", "2026"}] == ["2024", "2025", "2026"]
    assert "Q1" not in told


def test_states_differ_without_colour_and_are_explained() -> None:
    told = [t.text for t in texts(drawn("timeline", timeline()))]
    assert {"klaar", "bezig", "gepland", "vervallen", "stand niet genoemd"} <= set(told)
    filled = {r.get("fill") for r in elements(drawn("timeline", timeline())).iter(f"{SVG}rect")}
    assert {"url(#plan-timeline-stripes)", "url(#plan-timeline-dots)"} <= filled


def test_without_any_state_nothing_is_explained() -> None:
    told = [t.text for t in texts(drawn("timeline", Timeline(2025, 2025, (row(*WHOLE),), 0)))]
    assert told == ["Wanneer wat gebeurt, 2025", "Q1", "Q2", "Q3", "Q4", "Iets", "ooit"]


def test_what_has_no_period_is_counted() -> None:
    told = [t.text for t in texts(drawn("timeline", timeline()))]
    assert told[-1] == "Zonder periode, dus niet getekend: 3."
