"""Of which day the pages of a plan are, and that they say so when it is a draft."""

import re

from tests.output.site.building import Site, made_of, of_repository, page
from tests.output.site.story import FILES

OFFER = "regio/voorbeeld/aanbod.html"


def intro(site: Site, address: str) -> str:
    return page(site, address).one("p", class_="intro").text


def days(text: str) -> list[str]:
    return re.findall(r"\d+ [a-z]+ \d{4}", text)


def test_the_offer_is_of_the_day_of_the_plan() -> None:
    top = "regio/gelderse-vallei"
    told = intro(of_repository(), f"{top}/aanbod.html")
    [day] = days(intro(of_repository(), f"{top}/2025/doelen.html"))
    assert f"volgens de stand van {day}. Dat is ook de dag waarover het plan gaat." in told
    assert days(told) == [day, "1 juli 2024"]


def test_an_offer_that_is_newer_tells_both_days() -> None:
    offer = "regions/voorbeeld/interventions.yaml"
    inventory = "source: werkagenda/aanbod\ninventory: {complete: false, on: 2027-03-01}"
    text = str(FILES[offer]).replace("source: werkagenda/aanbod", inventory)
    told = intro(made_of({**FILES, offer: text}), OFFER)
    assert "volgens de stand van 1 maart 2027. Het plan gaat over 31 december 2026;" in told


class TestDraft:
    def test_every_page_of_a_plan_that_is_a_draft_says_so(self) -> None:
        plan = "regions/voorbeeld/2026/plan.yaml"
        text = str(FILES[plan]).replace("title: Werkagenda 2026}", "title: W, status: draft}")
        site = made_of({**FILES, plan: text})
        found = {
            name: "Dit plan is nog een concept." in page(site, name).one("main").text
            for name in site
            if name.startswith("regio/voorbeeld/20") and "/bestanden/" not in name
        }
        of_2026 = {name for name, is_told in found.items() if is_told}
        wanted = ("doelen", "downloads", "plan", "planning", "wijzigingen")
        assert of_2026 == {f"regio/voorbeeld/2026/{name}.html" for name in wanted}
        assert len(found) > len(of_2026)

    def test_the_site_says_which_drafts_it_leaves_out(self) -> None:
        text = page(of_repository(), "over.html").one("main").text
        assert "als concept is gemarkeerd (draft: true) ontbreekt" in text
        assert "zelf nog een concept is (status: draft) staat er wel" in text
