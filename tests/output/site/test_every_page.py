"""What holds for every page, of real data and of data in which every field is filled."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from tests.output.site.building import Site, made_of, of_all_fields, of_repository, target
from tests.output.site.reading import Element, read
from tests.output.site.story import FILES

SITES: dict[str, Callable[[], Site]] = {
    "repository": of_repository,
    "all-fields": of_all_fields,
    "story": lambda: made_of(FILES),
}
# The document of a plan to take along is a page of its own, without the frame of the site.
FILES_TO_TAKE = "/bestanden/"


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest) -> Site:
    return SITES[request.param]()


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Element]:
    """Every page in the frame of the site."""
    return {
        name: read(content)
        for name, content in site.items()
        if name.endswith(".html") and FILES_TO_TAKE not in name
    }


def wrong(pages: dict[str, Element], problem: Callable[[Element], object]) -> dict[str, object]:
    """The pages with a problem."""
    found = ((name, problem(page)) for name, page in pages.items())
    return {name: what for name, what in found if what}


def test_there_are_pages_of_every_kind(pages: dict[str, Element]) -> None:
    kinds = {name.split("/")[0] for name in pages}
    assert kinds == {"index.html", "over.html", "regio", "gemeente", "interventie", "bron"}


def test_one_h1_and_no_level_skipped(pages: dict[str, Element]) -> None:
    def problem(page: Element) -> object:
        levels = [int(e.tag[1]) for e in page.walk() if re.fullmatch("h[1-6]", e.tag)]
        skipped = [b for a, b in pairwise(levels) if b > a + 1]
        return levels.count(1) != 1 or levels[0] != 1 or skipped

    assert wrong(pages, problem) == {}


def test_language_title_and_landmarks(pages: dict[str, Element]) -> None:
    def problem(page: Element) -> object:
        one_each = [len(page.all(tag)) for tag in ("main", "head", "footer", "header")]
        named = [
            nav.attrs.get("aria-label") or nav.attrs.get("aria-labelledby")
            for nav in page.all("nav")
        ]
        return (
            page.one("html").attrs.get("lang") != "nl"
            or one_each != [1, 1, 1, 1]
            or not all(named)
            or len(named) != len(set(named))
        )

    assert wrong(pages, problem) == {}


def test_titles_tell_pages_apart(pages: dict[str, Element]) -> None:
    titles = [page.one("head").one("title").text for page in pages.values()]
    assert len(titles) == len(set(titles))


def test_the_skip_link_is_first_and_leads_to_the_main_part(pages: dict[str, Element]) -> None:
    def problem(page: Element) -> object:
        first = page.all("a")[0].attrs["href"]
        return first != f"#{page.one('main').attrs['id']}"

    assert wrong(pages, problem) == {}


def test_no_id_twice(pages: dict[str, Element]) -> None:
    def problem(page: Element) -> object:
        ids = [e.attrs["id"] for e in page.walk() if "id" in e.attrs]
        return sorted({i for i in ids if ids.count(i) > 1}) if len(ids) != len(set(ids)) else None

    assert wrong(pages, problem) == {}


def test_tables_have_captions_heads_and_scopes(pages: dict[str, Element]) -> None:
    def problem(page: Element) -> Iterator[str]:
        for table in page.all("table"):
            if not table.one("caption").text:
                yield "no caption"
            if not all(h.attrs.get("scope") in ("col", "row") for h in table.all("th")):
                yield "no scope"
            for row in table.one("tbody").all("tr"):
                first = next(e for e in row.inside if isinstance(e, Element))
                if first.attrs.get("scope") != "row":
                    yield f"no head: {row.text}"

    assert wrong(pages, lambda page: list(problem(page))) == {}


def test_the_menu_says_where_one_is(pages: dict[str, Element]) -> None:
    def problem(page: Element) -> object:
        current = [e for e in page.walk() if e.attrs.get("aria-current") == "page"]
        return not current

    # A page of the menu says it there, any other in its trail.
    assert wrong(pages, problem) == {}


def test_links_lead_to_something(site: Site, pages: dict[str, Element]) -> None:
    ids = {name: {e.attrs["id"] for e in p.walk() if "id" in e.attrs} for name, p in pages.items()}

    def problem(name: str, page: Element) -> Iterator[str]:
        for link in page.links:
            if link.startswith(("https://", "http://")):
                continue
            path, anchor = target(name, link)
            if path not in site or (anchor and anchor not in ids[path]):
                yield link

    found = {name: list(problem(name, page)) for name, page in pages.items()}
    assert {name: links for name, links in found.items() if links} == {}


def test_pictures_of_markdown_are_beside_it(site: Site) -> None:
    for name, content in site.items():
        if name.endswith(".md"):
            for link in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", content.decode()):
                assert target(name, link)[0] in site


def test_nothing_is_asked_of_elsewhere(pages: dict[str, Element]) -> None:
    def problem(page: Element) -> object:
        asked = [
            e.attrs[name]
            for e in page.walk()
            for name in ("src", "srcset", "data", "poster", "background", "action")
            if name in e.attrs
        ]
        asked += [e.attrs["href"] for e in page.all("link")]
        return [a for a in asked if not a.startswith(("./", "../", "data:"))] or [
            e.tag for e in page.walk() if e.tag in ("iframe", "object", "embed", "base")
        ]

    assert wrong(pages, problem) == {}
    policies = {
        page.one("meta", http_equiv="Content-Security-Policy").attrs["content"]
        for page in pages.values()
    }
    [policy] = policies
    assert "default-src 'none'" in policy
    assert "http" not in policy


def test_style_asks_nothing_of_elsewhere(site: Site) -> None:
    style = site["stijl.css"].decode()
    assert "url(" not in style
    assert "@import" not in style


def test_scripts_do_not_ask_anything(site: Site) -> None:
    for name in ("zoek.js", "zoekindex.js"):
        text = site[name].decode()
        assert not re.search(r"fetch|XMLHttpRequest|import\(|EventSource|localStorage|cookie", text)


def test_links_between_pages_are_relative(pages: dict[str, Element]) -> None:
    assert wrong(pages, lambda page: [link for link in page.links if link.startswith("/")]) == {}


class TestFigures:
    """Every figure in a table about a region, municipality or intervention leads to a line."""

    def test_every_number_has_a_link(self, pages: dict[str, Element]) -> None:
        def problem(page: Element) -> object:
            cells = [c for table in page.all("table") for c in table.all("td")]
            return [
                c.text
                for c in cells
                if re.match(r"(€|minstens |hoogstens )?-?\d[\d.,]*( |%|$)", c.text)
                and not c.links
                and not _is_day(c.text)
            ]

        about = {
            name: page
            for name, page in pages.items()
            if name.startswith(("regio/", "gemeente/", "interventie/"))
            and not name.endswith(("plan.html", "downloads.html"))
        }
        assert len(about) > 5
        assert wrong(about, problem) == {}

    def test_they_lead_to_the_data_or_to_an_explanation_of_it(
        self, pages: dict[str, Element]
    ) -> None:
        for name, page in pages.items():
            for item in page.all("section", class_="notes"):
                lines = [e for e in item.all("li") if e.attrs.get("id", "").startswith("uitleg.")]
                assert all(
                    target(name, link)[0].startswith("bron/") for e in lines for link in e.links
                )


def _is_day(text: str) -> bool:
    months = (
        "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    )
    return bool(re.match(rf"(\d{{1,2}} )?({months}) \d{{4}}|\d{{4}}\b", text))
