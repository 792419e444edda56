"""What pictures are drawn with: the measure of text, colours, outlines and room for labels."""

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.contrast import READABLE, contrast
from kansrijk_cli.output.drawing.colours import INK, PAPER, mix, palette
from kansrijk_cli.output.drawing.environment import legible
from kansrijk_cli.output.drawing.labelling import Frame, Wanted, labelled
from kansrijk_cli.output.drawing.marks import bottom, legend
from kansrijk_cli.output.drawing.measure import signs, width, wrap
from kansrijk_cli.output.drawing.outlines import Ring, atlas, drawn
from kansrijk_cli.output.drawing.room import room_in

BOX = Frame(200, 200, 400, 400)


def square(left: float, top: float, wide: float, high: float) -> Ring:
    return ((left, top), (left + wide, top), (left + wide, top + high), (left, top + high))


class TestMeasure:
    @given(st.text(), st.floats(5, 400), st.booleans())
    def test_lines_together_are_the_text_and_each_fits(
        self, text: str, room: float, bold: bool
    ) -> None:
        told = legible(text)
        lines = wrap(told, 12, room, bold=bold)
        assert "".join(lines) == told
        for line in lines:
            fits = width(line.rstrip(), 12, bold=bold) <= room
            assert fits or len(signs(line.strip())) == 1

    def test_words_are_kept_whole_and_hyphens_may_end_a_line(self) -> None:
        assert wrap("Nuenen, Gerwen en Nederwetten", 13, 100) == (
            "Nuenen, ",
            "Gerwen en ",
            "Nederwetten",
        )
        assert wrap("Geldrop-Mierlo", 13, 60) == ("Geldrop-", "Mierlo")

    def test_a_word_that_is_too_long_is_broken(self) -> None:
        lines = wrap("a" * 300, 13, 100)
        assert len({len(line) for line in lines[:-1]}) == 1
        assert len(lines) > 10

    def test_wider_letters_take_more_room(self) -> None:
        assert width("mmm", 12) > width("iii", 12)
        assert width("Ede", 24) == pytest.approx(2 * width("Ede", 12))
        assert width("Ede", 12, bold=True) > width("Ede", 12)
        assert width("e\u0301", 12) == width("e", 12)
        assert width("👨", 12) > width("W", 12)

    def test_what_is_one_sign_stays_one(self) -> None:
        assert signs("a👨‍👩‍👧e\u0301🇳🇱🇧🇪👍🏽") == ["a", "👨‍👩‍👧", "e\u0301", "🇳🇱", "🇧🇪", "👍🏽"]


class TestColours:
    @pytest.mark.parametrize("accent", ["#0b5563", "#000000", "#767676", "#b00020", "#0000ff"])
    def test_ink_is_readable_on_every_shade(self, accent: str) -> None:
        levels = palette(accent).levels
        assert all(contrast(INK, level) >= READABLE for level in levels)
        # From light to dark.
        found = [contrast(PAPER, level) for level in levels]
        assert found == sorted(found)
        assert len(set(levels)) == len(levels)

    def test_mix(self) -> None:
        assert mix("#000000", "#ffffff", 0.5) == "#808080"
        assert mix("#102030", "#ffffff", 0) == "#102030"


class TestLegend:
    def test_what_does_not_fit_goes_on_a_next_line(self) -> None:
        entries = legend([("solid", "kort"), ("dots", "woord " * 9), ("rows", "kort")], 10)
        first, second, third = (entry.words for entry in entries)
        assert first.y == 10
        assert second.y > first.y
        assert third.y >= second.bottom
        assert bottom(entries, 10) == third.bottom

    def test_without_entries_it_takes_no_room(self) -> None:
        assert bottom(legend([], 10), 10) == 10


class TestOutlines:
    def test_the_whole_country_is_there_and_small(self) -> None:
        assert len(atlas().municipalities) == 342
        path = files("kansrijk_cli.output.drawing").joinpath("outlines.json")
        text = path.read_text("utf-8")
        assert len(text) < 400_000
        assert json.loads(text)["metres"] == 10

    def test_north_is_up_and_it_fits(self) -> None:
        # Groningen lies north-east of Maastricht.
        found = drawn(["GM0014", "GM0935"], 30, 400, 300)
        [groningen], [maastricht] = (found.rings[code] for code in ("GM0014", "GM0935"))
        points = [*groningen, *maastricht]
        assert min(y for _, y in points) == pytest.approx(30)
        assert max(y for _, y in points) == pytest.approx(found.bottom) == pytest.approx(330)
        assert max(y for _, y in groningen) < min(y for _, y in maastricht)
        assert min(x for x, _ in groningen) > max(x for x, _ in maastricht)
        # In the middle of the width.
        assert min(x for x, _ in points) == pytest.approx(400 - max(x for x, _ in points))

    def test_it_is_as_wide_as_high_as_in_the_field(self) -> None:
        """Ede is 318 km² of land and water: the area of its outline says so within 2%."""
        [ring] = drawn(["GM0228"], 0, 1000, 1000).rings["GM0228"]
        scale = _metres_wide("GM0228") / (max(x for x, _ in ring) - min(x for x, _ in ring))
        pairs = zip(ring, ring[1:] + ring[:1], strict=True)
        area = abs(sum(a * d - b * c for (a, b), (c, d) in pairs)) / 2
        assert area * scale**2 / 1e6 == pytest.approx(318, rel=0.02)

    def test_what_is_not_on_the_map_is_left_out(self) -> None:
        found = drawn(["GM9999"], 30, 400, 300)
        assert (dict(found.rings), found.bottom) == ({}, 30)

    def test_a_municipality_round_another_has_a_hole(self) -> None:
        """Baarle-Nassau lies round parts of Belgium."""
        rings = drawn(["GM0744"], 0, 400, 400).rings["GM0744"]
        assert len(rings) > 1
        assert room_in(rings).place(5, 5) is not None


def _metres_wide(code: str) -> float:
    xs = []
    for ring in atlas().municipalities[code]:
        for arc in ring:
            steps = atlas().arcs[arc if arc >= 0 else ~arc][::2]
            xs += [sum(steps[: n + 1]) for n in range(len(steps))]
    return (max(xs) - min(xs)) * 10


class TestRoom:
    def test_in_the_middle_of_a_square(self) -> None:
        x, y = room_in([square(10, 20, 90, 60)]).place(30, 20) or (0, 0)
        assert x == pytest.approx(55, abs=3)
        assert y == pytest.approx(50, abs=3)

    def test_nothing_that_does_not_fit(self) -> None:
        room = room_in([square(0, 0, 40, 40)])
        assert room.place(36, 36)
        assert room.place(45, 10) is None
        assert room.place(10, 45) is None

    def test_not_over_a_hole(self) -> None:
        rings = [square(0, 0, 120, 60), square(50, 0, 20, 60)]
        x, _ = room_in(rings).place(30, 20) or (60, 0)
        assert abs(x - 60) >= 24
        assert room_in(rings).place(60, 20) is None

    def test_a_sliver_has_a_middle(self) -> None:
        room = room_in([square(10, 10, 0.5, 0.5)])
        assert room.place(1, 1) is None
        assert room.middle == pytest.approx((10.25, 10.25), abs=1.5)


class TestLabels:
    def test_a_name_with_its_number_below_it(self) -> None:
        [label] = labelled([Wanted("Ede", "8", True, (square(0, 0, 200, 200),))], BOX)
        name, number = label.texts
        assert (name.lines, number.lines) == (("Ede",), ("8",))
        assert number.y == pytest.approx(name.bottom)
        assert label.dot
        assert label.dot[0] < number.x
        assert label.key is None

    def test_a_name_is_broken_where_that_makes_it_fit(self) -> None:
        [label] = labelled([Wanted("Reusel-De Mierden", "", False, (square(0, 0, 75, 200),))], BOX)
        assert label.texts[0].lines == ("Reusel-De", "Mierden")

    def test_a_name_that_does_not_fit_has_a_letter(self) -> None:
        places = [
            Wanted(f"Scherpenzeel {n}", "", False, (square(n * 30, 0, 25, 25),)) for n in (0, 1)
        ]
        found = labelled(places, BOX)
        assert [label.key for label in found] == ["A", "B"]
        assert [label.leader for label in found] == [None, None]

    def test_after_z_come_two_letters(self) -> None:
        places = [
            Wanted("Scherpenzeel", "", False, (square(0, n * 30, 25, 25),)) for n in range(28)
        ]
        keys = [label.key for label in labelled(places, Frame(200, 500, 400, 1000))]
        assert keys[25:] == ["Z", "AA", "AB"]

    def test_a_letter_that_does_not_fit_stands_beside_it_on_a_line(self) -> None:
        rings = [(square(100 + 4 * n, 100, 4, 4),) for n in range(3)]
        found = labelled([Wanted("Klein", "", False, ring) for ring in rings], BOX)
        assert all(label.leader for label in found)
        for index, label in enumerate(found):
            assert not any(label.frame.meets(other.frame) for other in found[:index])
            assert abs(label.frame.x - 200) <= 200 - label.frame.width / 2
