"""Money by source: lengths of bars, and what is open."""

from decimal import Decimal

from kansrijk_cli.output.pictures.funding import HIGH, OPEN
from kansrijk_cli.reports.pictures import Funding, FundingBar, FundingGroup, FundingPart
from kansrijk_cli.reports.values import Word
from tests.output.pictures.drawings import SVG, drawn, elements, euro, funding, texts

PM = FundingPart("Later", Word("money", "PM"), None)


def part(amount: int) -> FundingPart:
    return FundingPart(f"Regel {amount}", euro(amount), Decimal(amount))


def group(*parts: FundingPart, most: int | None = None) -> FundingGroup:
    total = sum((p.value for p in parts if p.value), Decimal(0))
    bar = FundingBar(None, parts, euro(int(total)))
    if most is None:
        return FundingGroup("Bron", (bar,), None, None)
    return FundingGroup("Bron", (bar,), euro(most), Decimal(most))


def pieces(*groups: FundingGroup) -> list[tuple[float, str]]:
    """The pieces of all bars: how long, and how filled."""
    root = elements(drawn("funding", Funding(groups)))
    return [
        (float(r.attrib["width"]), r.attrib["fill"].rpartition("-")[2].rstrip(")"))
        for r in root.iter(f"{SVG}rect")
        if r.get("height") == f"{HIGH:g}" and r.get("stroke")
    ]


def test_bars_are_as_long_as_their_amounts() -> None:
    [(one, _), (two, _), (there, _)] = pieces(group(part(100)), group(part(50), most=200))
    assert (one, two, there) == (200, 100, 400)


def test_the_lines_of_one_source_stand_behind_each_other() -> None:
    found = pieces(group(part(300), part(100)))
    assert [length for length, _ in found] == [300, 100]
    assert len({fill for _, fill in found}) == 2


def test_what_is_open_is_hatched_and_never_nothing() -> None:
    found = pieces(group(part(100), PM))
    assert found[-1] == (OPEN, "unknown")
    assert "PM" in [t.text for t in texts(drawn("funding", Funding((group(part(100), PM),))))]


def test_all_open_is_hatched_only() -> None:
    assert pieces(group(PM), group(part(10)))[0] == (OPEN, "unknown")


def test_less_than_nothing_is_written_and_not_drawn() -> None:
    assert pieces(group(part(-50)), group(part(10))) == [(400, "#0b5563")]
    told = [t.text for t in texts(drawn("funding", Funding((group(part(-50)),))))]
    assert "€ -50" in told


def test_many_lines_are_one_piece() -> None:
    assert len(pieces(group(*(part(n) for n in range(1, 9))))) == 1


def test_words_for_what_is_not_known() -> None:
    told = [t.text for t in texts(drawn("funding", funding()))]
    assert told.count("geen bedrag genoemd") == 1
    assert "minstens € 60.000" in told
    assert "€ 90.000" in told
