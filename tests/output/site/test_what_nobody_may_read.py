"""Drafts, plans that are not public, small numbers and comments are nowhere in the site."""

import re
from functools import cache

import pytest

from tests.output.site.building import Site, made_of, page, source_line
from tests.output.site.reading import table
from tests.output.site.story import FILES, SECRET
from tests.workspaces import Files

RESULTS = "bron/regions/voorbeeld/2025/results.yaml.html"


@cache
def site() -> Site:
    return made_of(FILES)


def with_file(name: str, text: str) -> Site:
    files: Files = {**FILES, name: text}
    return made_of(files)


def test_the_data_hold_what_must_not_be_read() -> None:
    told = [text for text in FILES.values() if isinstance(text, str) and SECRET in text.lower()]
    assert len(told) == 7


def test_no_draft_comment_or_plan_that_is_not_public_is_in_any_file() -> None:
    assert [n for n, content in site().items() if SECRET in content.decode().lower()] == []
    assert [name for name in site() if "2027" in name] == []


def test_a_small_number_is_in_no_page_and_not_in_the_data_either() -> None:
    targets = page(site(), "regio/voorbeeld/2025/doelen.html")
    figures = [row.text for row in table(targets, "Wat is waargenomen").all("tr")]
    [rhenen] = [text for text in figures if "Rhenen" in text]
    assert "niet getoond (privacy)" in rhenen
    assert not re.search(r"\b7\b", rhenen)
    assert not re.search(r"value: 7\b", page(site(), RESULTS).text)
    # Everything that is said of it is gone, also a comment between its lines.
    gone = page(site(), RESULTS).all("span", class_="line left-out")
    assert [e.attrs["id"] for e in gone] == ["L3", *(f"L{n}" for n in range(13, 19))]
    assert [e.text for e in gone] == ["1 regel weggelaten", "6 regels weggelaten", *[""] * 5]


def test_what_a_hidden_number_leads_to_is_hidden_as_well() -> None:
    targets = page(site(), "regio/voorbeeld/2025/doelen.html")
    [rhenen] = [
        row for row in table(targets, "Wat is waargenomen").all("tr") if "Rhenen" in row.text
    ]
    address = "regio/voorbeeld/2025/doelen.html"
    lines = {source_line(site(), address, link) for link in rhenen.links}
    assert lines == {"6 regels weggelaten"}


def test_a_number_that_gives_another_away_is_hidden_too() -> None:
    figures = """
  - {target: trajecten, place: Voorbeeld, period: 2025, value: 85, persons: true}
"""
    made = with_file(
        "regions/voorbeeld/2025/results.yaml",
        str(FILES["regions/voorbeeld/2025/results.yaml"]) + figures,
    )
    shown = page(made, RESULTS).text
    assert "place: Rhenen" not in shown
    # 85 - 47 - 31 would be 7.
    assert "value: 31" not in shown
    assert not re.search(
        r"31\b(?! december)", page(made, "regio/voorbeeld/2025/doelen.html").one("main").text
    )


def test_other_lines_stay_in_their_place() -> None:
    lines = str(FILES["regions/voorbeeld/2025/results.yaml"]).splitlines()
    for number in (1, 5, 10, 12):
        assert page(site(), RESULTS).one("span", id=f"L{number}").text == lines[number - 1].strip()


def test_links_lead_to_the_right_line_behind_a_draft() -> None:
    """The draft before it counts in the file, and not among what is published."""
    address = "regio/voorbeeld/2025/doelen.html"
    targets = table(page(site(), address), "Doelen naast wat is waargenomen")
    [link] = [link for link in targets.links if "#L" in link]
    assert source_line(site(), address, link) == "- id: trajecten"


def test_comments_are_left_out_and_the_rest_of_the_line_stays() -> None:
    shown = page(site(), "bron/regions/voorbeeld/interventions.yaml.html")
    assert (
        shown.one("span", id="L6").text
        == "giz: {status: active, owners: [ggd], note: Sinds dit jaar.}"
    )
    assert page(site(), "bron/regions/voorbeeld/region.yaml.html").one("span", id="L1").text == ""


@pytest.mark.parametrize(
    ("name", "text", "gone"),
    [
        (
            "regions/voorbeeld/2026/results.yaml",
            (
                "draft: true\nsource: werkagenda\n"
                "targets: [{id: a, title: Geheim doel, kind: narrative}]\n"
            ),
            "bron/regions/voorbeeld/2026/results.yaml.html",
        ),
        (
            "regions/voorbeeld/2026/plan.yaml",
            "draft: true\nsource: werkagenda\ndocument: {kind: plan, title: Geheim}\n",
            "regio/voorbeeld/2026/plan.html",
        ),
        (
            "regions/voorbeeld/2026/plan.yaml",
            "source: werkagenda\ndocument: {kind: plan, title: Geheim, draft: true}\n",
            "regio/voorbeeld/2026/plan.html",
        ),
        (
            "regions/buren/region.yaml",
            (
                "draft: true\nname: Geheim\nkinds: [GGD]\nmunicipalities: [Ede]\n"
                "sources: [{id: folder, title: Folder}]\n"
            ),
            "regio/buren/index.html",
        ),
    ],
)
def test_a_whole_file_or_document_that_is_a_draft(name: str, text: str, gone: str) -> None:
    assert gone in site()
    made = with_file(name, text)
    assert gone not in made
    assert [n for n, content in made.items() if SECRET in content.decode().lower()] == []


def test_a_draft_in_the_catalogue_has_no_page() -> None:
    catalog = """\
interventions:
  - {id: giz, name: GIZ, kind: instrument}
  - {id: voorzorg, name: VoorZorg, kind: intervention}
  - {id: prenataal-huisbezoek, name: P, kind: statutory}
  - {id: nieuw, name: Geheim, kind: intervention, draft: true}
"""
    made = with_file("catalog/interventions.yaml", catalog)
    assert "interventie/nieuw.html" not in made
    assert [n for n, content in made.items() if SECRET in content.decode().lower()] == []
