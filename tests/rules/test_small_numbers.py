"""KR504 and KR505: a number that may not be shown is stopped before it is in the data."""

from pathlib import Path

import pytest

from tests.workspaces import Checked, check_over

RESULTS = "regions/voorbeeld/2025/results.yaml"
TARGETS = """source: werkagenda
targets:
  - {id: t, title: Gezinnen, kind: per-municipality, unit: gezinnen, minimum: 2, maximum: 4}
  - {id: ten, title: Tien, kind: per-municipality, unit: gezinnen, minimum: 10}
  - {id: one, title: Een, kind: per-municipality, unit: gezinnen, minimum: 1}
  - {id: all, title: Allemaal, kind: count, unit: gezinnen, minimum: 30}
figures:
"""


def check(folder: Path, *figures: str, start: str = TARGETS) -> Checked:
    rows = "".join(f"  - {{persons: true, {figure}}}\n" for figure in figures)
    return check_over(folder, {RESULTS: start + rows})


def told(checked: Checked) -> list[tuple[str, str, str]]:
    """The code, where it is in the file, and the message of everything found."""
    pairs = zip(checked.diagnostics, checked.messages(), strict=True)
    return [(d.code, ".".join(map(str, d.place.route)), m.text) for d, m in pairs]


@pytest.mark.parametrize(
    "figure",
    [
        "target: t, place: Ede, value: 0",
        "target: t, place: Ede, value: 10",
        "target: t, place: Ede, value: suppressed",
        "target: t, place: Ede, value: suppressed, minimum_met: true",
        "target: t, place: Ede, value: suppressed, minimum_met: false",
        "target: t, place: Ede, value: 3, forecast: true",
        "target: t, place: Ede, value: 50, of: 100",
        "target: t, place: Ede, value: suppressed, of: 100",
        "target: t, place: Ede, value: unknown",
        "target: t, place: Ede, value: suppressed, printed: te weinig om te noemen",
        "target: all, place: Voorbeeld, value: suppressed, minimum_met: true",
        "target: ten, place: Ede, value: suppressed, minimum_met: true",
    ],
)
def test_what_may_be_in_the_data(tmp_path: Path, figure: str) -> None:
    assert told(check(tmp_path, figure)) == []


@pytest.mark.parametrize(
    ("figure", "place", "said"),
    [
        ("target: t, place: Ede, value: 3", "value", "minder dan 10"),
        ("target: t, place: Ede, value: 97, of: 100", "value", "terug te rekenen"),
        ("target: t, place: Ede, value: suppressed, of: 8", "of", "minder dan 10"),
        (
            "target: t, place: Ede, value: 20, range: {low: 3, high: 30}",
            "range.low",
            "minder dan 10",
        ),
        (
            "target: t, place: Ede, value: suppressed, printed: 3 gezinnen",
            "printed",
            "De waarde is `suppressed`",
        ),
        (
            "target: t, place: Ede, value: suppressed, range: {low: 0, high: 30}",
            "range",
            "De waarde is `suppressed`",
        ),
    ],
)
def test_what_may_not(tmp_path: Path, figure: str, place: str, said: str) -> None:
    ((code, where, text),) = told(check(tmp_path, figure))
    assert (code, where) == ("KR504", f"figures.0.{place}")
    assert said in text


def test_the_number_itself_is_not_in_the_message(tmp_path: Path) -> None:
    ((_, _, text),) = told(check(tmp_path, "target: t, place: Ede, value: 7"))
    assert "7" not in text


def test_the_number_that_gives_a_hidden_one_away_is_named(tmp_path: Path) -> None:
    figures = [
        "target: t, place: Ede, value: suppressed",
        "target: t, place: Rhenen, value: 27",
        "target: t, place: Veenendaal, value: 60",
    ]
    assert told(check(tmp_path / "a", *figures)) == []
    region = "target: t, place: Voorbeeld, value: 90"
    ((code, where, text),) = told(check(tmp_path / "b", *figures, region))
    assert (code, where) == ("KR504", "figures.1.value")
    assert "terug te rekenen" in text
    assert told(check(tmp_path / "c", *figures, region.replace("90", "suppressed"))) == []


def related(checked: Checked) -> list[tuple[str, list[tuple[str, str]]]]:
    """Where each finding is, and the other places with what is said of each."""
    pairs = zip(checked.diagnostics, checked.messages(), strict=True)
    return [
        (
            ".".join(map(str, d.place.route)),
            [(".".join(map(str, p.route)), w) for p, w in zip(d.related, m.elsewhere, strict=True)],
        )
        for d, m in pairs
    ]


WITH = "reken mee met dit cijfer"


def test_what_gives_a_hidden_number_away_is_pointed_at_the_hidden_one_first(
    tmp_path: Path,
) -> None:
    figures = [
        "target: t, place: Rhenen, value: 27",
        "target: t, place: Veenendaal, value: 60",
        "target: t, place: Ede, value: suppressed",
        "target: t, place: Voorbeeld, value: 90",
        "target: ten, place: Voorbeeld, value: 90",
    ]
    others = [(f"figures.{number}.value", WITH) for number in (2, 1, 3)]
    assert related(check(tmp_path, *figures)) == [("figures.0.value", others)]


def test_a_number_beside_a_small_one_about_the_same_points_at_that(tmp_path: Path) -> None:
    same = ("target: t, place: Ede, value: 4", "target: t, place: Ede, value: 40")
    assert related(check(tmp_path, *same)) == [
        ("figures.0.value", []),
        ("figures.1.value", [("figures.0.value", WITH)]),
    ]


def test_who_says_elsewhere_that_it_counts_persons_is_pointed_at(tmp_path: Path) -> None:
    text = """source: werkagenda
targets:
  - {id: x, title: Iets, kind: count, unit: stuks, minimum: 20}
figures:
  - {target: x, place: Ede, value: 4}
  - {target: x, place: Rhenen, value: 40, persons: true}
"""
    [first, *_] = related(check_over(tmp_path, {RESULTS: text}))
    said = ("figures.1.persons", "hier staat dat het om mensen gaat")
    assert first == ("figures.0.value", [said])


def test_a_published_number_may_stay_with_a_reason(tmp_path: Path) -> None:
    start = f"{TARGETS}  # kansrijk: negeer KR504, want het CBS publiceert dit zelf\n"
    assert told(check(tmp_path, "target: t, place: Ede, value: 3", start=start)) == []


def test_the_threshold_is_that_of_the_region(tmp_path: Path) -> None:
    region = "regions/voorbeeld/region.yaml"
    text = (
        "name: Voorbeeld\nkinds: [IZA]\nmunicipalities: [Ede, Rhenen, Veenendaal]\n"
        "threshold: 3\nsources:\n  - {id: werkagenda, title: Werkagenda 2025}\n"
    )
    row = "  - {persons: true, target: t, place: Ede, value: 3}\n"
    assert check_over(tmp_path, {region: text, RESULTS: TARGETS + row}).codes == []


@pytest.mark.parametrize(
    ("baseline", "persons", "is_stopped"),
    [
        (3, "true", True),
        (9, "true", True),
        (0, "true", False),
        (10, "true", False),
        (3, "false", False),
    ],
)
def test_a_baseline_is_an_observation(
    tmp_path: Path, baseline: int, persons: str, is_stopped: bool
) -> None:
    text = f"""source: werkagenda
targets:
  - {{id: g, title: G, kind: growth, unit: u, places: [Ede], baseline: {baseline}, minimum: 12}}
figures:
  - {{target: g, place: Ede, value: suppressed, persons: {persons}}}
"""
    found = told(check_over(tmp_path, {RESULTS: text}))
    assert [(code, place) for code, place, _ in found] == (
        [("KR504", "targets.0.baseline")] if is_stopped else []
    )
    assert all("minder dan 10" in text and str(baseline) not in text[12:] for *_, text in found)


GROWTH = """source: werkagenda
targets:
  - {id: e, title: E, kind: growth, indicator: roken, unit: gezinnen, places: [Ede], minimum: 30}
  - {id: r, title: R, kind: growth, indicator: roken, unit: gezinnen, baseline: 27,
     places: [Rhenen]}
  - {id: v, title: V, kind: growth, indicator: roken, unit: gezinnen, baseline: 60,
     places: [Veenendaal]}
  - {id: all, title: Alle, kind: growth, indicator: roken, unit: gezinnen, baseline: 90}
"""
COUNTED = "indicators:\n  - {id: roken, name: Roken, unit: gezinnen}\n"


def test_a_baseline_that_gives_another_away_is_stopped(tmp_path: Path) -> None:
    files = {RESULTS: GROWTH, "catalog/indicators.yaml": COUNTED}
    found = [f for f in told(check_over(tmp_path / "a", files)) if f[0] == "KR504"]
    assert [place for _, place, _ in found] == ["targets.1.baseline"]
    assert "terug te rekenen" in found[0][2]
    files[RESULTS] = GROWTH.replace("baseline: 90", "baseline: 110")
    assert "KR504" not in check_over(tmp_path / "b", files).codes


@pytest.mark.parametrize(
    ("unit", "more", "is_stopped"),
    [
        ("gezinnen", "", True),
        ("trajecten", "", True),
        ("bijeenkomsten", "", False),
        ("gezinnen", ", persons: false", False),
        ("bijeenkomsten", ", persons: true", True),
    ],
)
def test_the_unit_says_what_counts_people_unless_the_target_does(
    tmp_path: Path, unit: str, more: str, is_stopped: bool
) -> None:
    text = f"""source: werkagenda
targets:
  - {{id: t, title: Bereik, kind: count, unit: {unit}, minimum: 2{more}}}
figures:
  - {{target: t, place: Ede, value: 3}}
"""
    assert check_over(tmp_path, {RESULTS: text}).codes == (["KR504"] if is_stopped else [])


def test_a_number_that_another_year_gives_away_is_stopped(tmp_path: Path) -> None:
    about = "{id: t, title: Bereik, kind: count, unit: gezinnen, minimum: 2}"
    target = f"source: werkagenda\ntargets:\n  - {about}\n"
    rows = ("Ede, value: suppressed", "Rhenen, value: 27", "Veenendaal, value: 60")
    before = "".join(f"  - {{target: t, period: 2024, place: {row}}}\n" for row in rows)
    now = "  - {target: t, period: 2024, place: Voorbeeld, value: 90}\n"
    plan = "source: werkagenda\ndocument: {kind: werkagenda, title: Werkagenda 2024}\n"
    found = check_over(
        tmp_path,
        {
            "regions/voorbeeld/2024/plan.yaml": plan,
            "regions/voorbeeld/2024/results.yaml": f"{target}figures:\n{before}",
            RESULTS: f"{target}figures:\n{now}",
        },
    )
    where = [(d.code, d.place.file, d.place.route) for d in found.diagnostics]
    assert where == [("KR504", "regions/voorbeeld/2024/results.yaml", ("figures", 1, "value"))]


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("target: t, place: Ede, value: 12, minimum_met: true", "Het hoort alleen bij"),
        ("target: t, place: Ede, value: unknown, minimum_met: false", "Het hoort alleen bij"),
        ("target: t, place: Ede, minimum_met: false", "Het hoort alleen bij"),
        ("indicator: roken, place: Ede, value: suppressed, minimum_met: true", "Geen doel"),
        ("target: all, place: Ede, value: suppressed, minimum_met: true", "Geen doel"),
        ("target: t, place: Nederland, value: suppressed, minimum_met: true", "Geen doel"),
        ("target: one, place: Ede, value: suppressed, minimum_met: false", "heeft er 0"),
    ],
)
def test_a_minimum_that_says_nothing_or_too_much(tmp_path: Path, figure: str, said: str) -> None:
    ((code, where, text),) = told(check(tmp_path, figure))
    assert (code, where) == ("KR505", "figures.0.minimum_met")
    assert said in text
