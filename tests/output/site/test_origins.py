"""Where the parts of a plan stand in the data: of each a link to its line, in its own words."""

import re
from functools import cache

import pytest

from tests.output.site.building import (
    Site,
    made_of,
    of_all_fields,
    of_repository,
    page,
    source_line,
    target,
)
from tests.output.site.reading import Element
from tests.output.site.story import FILES, SECRET

HERE = "regio/voorbeeld/2025/plan.html"


@cache
def site() -> Site:
    return made_of(FILES)


def origins(made: Site, address: str) -> dict[str, dict[str, str]]:
    """By kind of part the words of each link and where it leads."""
    found = page(made, address).one("section", aria_labelledby="pagina.herkomst")
    return {_title(d): {a.text: a.attrs["href"] for a in d.all("a")} for d in found.all("details")}


def _title(details: Element) -> str:
    return re.sub(r" \(\d+\)$", "", details.one("summary").text)


@pytest.mark.parametrize(
    ("address", "kind", "words", "line"),
    [
        (HERE, "Doelen", "Trajecten VoorZorg (results.yaml regel", "- id: trajecten"),
        (HERE, "Regels van de begroting", "Zaalhuur Ede (", "- {id: zaal, title: Zaalhuur Ede"),
        (HERE, "Geldbronnen", "Regionaal IZA-budget (", "- {id: iza"),
        (HERE, "Aanbod per plek", "VoorZorg: Praktijk Noord (", "voorzorg: starting"),
        (HERE, "Aanbod per plek", "GIZ-methodiek: Rhenen (", "giz: {status: active, assumed"),
        (HERE, "Eigen interventies van de regio", "Babycafé (", "- {id: babycafe"),
        (HERE, "Coalities", "Coalitie Ede (coalitions.yaml regel 4)", "- id: ede"),
        ("regio/voorbeeld/2026/plan.html", "Activiteiten", "Start in Ede (", "- {id: start"),
        (
            "regio/voorbeeld/2026/plan.html",
            "Open punten",
            "Akkoord met de begroting (",
            "- id: akk",
        ),
        (
            "regio/voorbeeld/2026/plan.html",
            "Onderdelen van het plan",
            "Vroeg erbij (",
            "- {id: vro",
        ),
    ],
)
def test_a_part_leads_to_its_line(address: str, kind: str, words: str, line: str) -> None:
    [link] = [to for told, to in origins(site(), address)[kind].items() if told.startswith(words)]
    assert source_line(site(), address, link).startswith(line)


def test_a_draft_is_not_among_them() -> None:
    for address in (HERE, "regio/voorbeeld/2026/plan.html"):
        told = str(origins(site(), address)).lower()
        assert SECRET not in told
        assert "rhenen: prenataal" not in told


@pytest.mark.parametrize("made", [site, of_repository, of_all_fields])
def test_no_two_links_have_the_same_words(made: object) -> None:
    assert callable(made)
    found: Site = made()
    plans = [n for n in found if n.endswith("/plan.html")]
    for name in plans:
        section = page(found, name).one("section", aria_labelledby="pagina.herkomst")
        words = [a.text for a in section.all("a")]
        assert len(words) == len(set(words)) > 0
        # The words say which line it is.
        for link in section.all("a"):
            assert link.text.endswith(f" regel {target(name, link.attrs['href'])[1][1:]})")


def test_of_several_budgets_the_lines_say_of_which() -> None:
    name = "regions/voorbeeld/2025/budgets.yaml"
    more = "  - {id: extra, title: Extra, lines: [{id: uren, title: Uren, amount: 5}]}\n"
    made = made_of({**FILES, name: f"{FILES[name]!s}{more}"})
    lines = origins(made, HERE)["Regels van de begroting"]
    assert [told.split(" (")[0] for told in lines if told.startswith("Uren")] == [
        "Uren, Begroting 2025",
        "Uren, Extra",
    ]


def test_explanations_of_a_budget_are_told_apart() -> None:
    address = "regio/noord-en-midden-limburg/2024/geld.html"
    words = [a.text for a in page(of_repository(), address).all("a") if "Uitleg" in a.text]
    assert words == [
        "Uitleg bij fte samen van Kosten van het jaarplan 2024",
        "Uitleg bij tarief per fte van Kosten van het jaarplan 2024",
    ]
