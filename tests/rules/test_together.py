"""Findings with one cause are one finding, and what is asked of single ones still holds."""

from pathlib import Path

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.rules.together import together
from tests.workspaces import Checked, check_over

REGION = "regions/voorbeeld/region.yaml"
BUDGETS = "regions/voorbeeld/2025/budgets.yaml"
FIGURES = "funding:\n  - {id: iza, title: I, amount: 1}\n  - {id: spuk, title: S, amount: 2}\n"
OTHER = (
    "name: Voorbeeld\nkinds: [IZA]\nmunicipalities: [Ede, Rhenen, Veenendaal]\n"
    "sources:\n  - {id: werkagenda-2025, title: W}\nsource: werkagenda-2025\n"
)


def grouped(checked: Checked) -> list[Diagnostic]:
    return list(together(checked.diagnostics, checked.workspace))


def test_a_source_that_is_gone_is_told_once_without_one_that_is_in_use(tmp_path: Path) -> None:
    [found] = grouped(check_over(tmp_path, {REGION: OTHER}))
    assert (found.code, found.params["value"], found.params["meant"]) == (
        "KR103",
        "werkagenda",
        None,
    )
    assert found.params["places"] == len(found.related) + 1 > 2


def test_only_one_slip_has_the_name_that_is_in_use(tmp_path: Path) -> None:
    text = "source: werkagnda\nparties: [{id: ggd, name: GGD, kind: organisation}]\n"
    files = {"regions/voorbeeld/parties.yaml": text}
    found = [d for d in check_over(tmp_path, files).diagnostics if d.code == "KR103"]
    assert [d.params["meant"] for d in found] == ["werkagenda"]


def test_the_same_small_slip_in_two_places_keeps_its_name(tmp_path: Path) -> None:
    text = "source: werkagnda\nparties: [{id: ggd, name: GGD, kind: organisation}]\n"
    files = {"regions/voorbeeld/parties.yaml": text, BUDGETS: "source: werkagnda\n" + FIGURES}
    found = [d for d in check_over(tmp_path, files).diagnostics if d.code == "KR103"]
    assert [d.params["meant"] for d in found] == ["werkagenda", "werkagenda"]


def test_figures_without_any_source_are_one_finding(tmp_path: Path) -> None:
    [found] = grouped(check_over(tmp_path, {BUDGETS: FIGURES}))
    assert (found.code, found.params["places"], len(found.related)) == ("KR601", 2, 1)


def test_where_a_figure_has_a_source_the_others_stand_by_themselves(tmp_path: Path) -> None:
    text = f"{FIGURES}  - {{id: gids, title: G, amount: 3, source: werkagenda}}\n"
    found = grouped(check_over(tmp_path, {BUDGETS: text}))
    assert [(d.code, d.related) for d in found] == [("KR601", ()), ("KR601", ())]


def test_a_comment_only_ignores_the_figure_it_stands_at(tmp_path: Path) -> None:
    text = FIGURES.replace("  - {id: iza", "  # kansrijk: negeer KR601, want oud\n  - {id: iza")
    [found] = grouped(check_over(tmp_path, {BUDGETS: text}))
    assert (found.place.route[1], found.related) == (1, ())
