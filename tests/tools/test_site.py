"""The site in a real browser: for everybody, with the keyboard only, and without the network."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from kansrijk_cli.cli.site.previewing import Preview, listening
from kansrijk_cli.cli.site.serving import Shown
from tests.output.site.building import Site, made_of, of_all_fields, of_repository
from tests.output.site.story import FILES
from tests.tools.conftest import ROOT, find, missing
from tests.workspaces import lay

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = [pytest.mark.tools, pytest.mark.long]

AXE = ROOT / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
WIDTHS = {"wide": 1280, "narrow": 320}
EXAMINE = """async (tags) => {
  const found = await axe.run(document, {
    // What axe would fetch itself is not asked for by the page.
    runOnly: tags, resultTypes: ["violations"], preload: false,
  });
  return found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).slice(0, 3)}`);
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three sites: of the repository, of data with everything in it, and of a story."""
    top = tmp_path_factory.mktemp("sites")
    sites: dict[str, Site] = {
        "repository": of_repository(),
        "all-fields": of_all_fields(),
        "story": made_of(FILES),
    }
    for name, site in sites.items():
        for address, content in site.items():
            path = top / name / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return top


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium, without a window."""
    if not AXE.is_file():
        missing("axe-core")
    with playwright.sync_playwright() as program:
        started = program.chromium.launch(executable_path=find("chromium"))
        yield started
        started.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page of which every request and complaint is kept."""
    opened = browser.new_page(viewport={"width": WIDTHS["wide"], "height": 900})
    opened.requests_seen, opened.said = [], []
    opened.on("request", lambda request: opened.requests_seen.append(request.url))
    opened.on("console", lambda message: opened.said.append(message.text))
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    yield opened
    opened.close()


def pages_of(folder: Path, site: str) -> list[Path]:
    found = sorted((folder / site).rglob("*.html"))
    assert len(found) > 40
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("site", ["repository", "all-fields", "story"])
def test_every_page_and_report_is_for_everybody(
    page: Any, folder: Path, site: str, width: str
) -> None:
    """axe finds nothing, nothing sticks out sideways, and nothing is asked of elsewhere."""
    page.set_viewport_size({"width": WIDTHS[width], "height": 900})
    axe, wrong = AXE.read_text("utf-8"), {}
    for path in pages_of(folder, site):
        page.goto(path.as_uri())
        page.evaluate(axe)
        found = page.evaluate(EXAMINE, TAGS)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > WIDTHS[width]:
            found.append(f"sticks out: {wide}")
        if found:
            wrong[path.relative_to(folder).as_posix()] = found
    assert wrong == {}
    # The fonts of a house style are empty files here.
    assert [said for said in page.said if "downloaded font" not in said] == []
    own = (folder.as_uri(), "data:")
    assert [url for url in page.requests_seen if not url.startswith(own)] == []


def active(page: Any, what: str) -> str:
    """Something of the element that has the keyboard."""
    said: str = page.evaluate(f"document.activeElement.{what}")
    return said


class TestKeyboard:
    def test_skip_link(self, page: Any, folder: Path) -> None:
        page.goto((folder / "repository/gemeente/ede.html").as_uri())
        page.keyboard.press("Tab")
        assert active(page, "textContent") == "Naar de inhoud"
        box = page.evaluate("document.activeElement.getBoundingClientRect().top")
        assert box >= 0
        page.keyboard.press("Enter")
        assert active(page, "tagName") == "MAIN"
        # From there the first link of the content comes next.
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")

    def test_everything_with_the_keyboard_is_seen(self, page: Any, folder: Path) -> None:
        page.goto((folder / "story/gemeente/ede.html").as_uri())
        seen = []
        for _ in range(30):
            page.keyboard.press("Tab")
            seen.append(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        assert set(seen) == {"solid"}

    @pytest.mark.parametrize("width", WIDTHS)
    def test_a_wide_table_scrolls(self, page: Any, folder: Path, width: str) -> None:
        page.set_viewport_size({"width": WIDTHS[width], "height": 900})
        page.goto((folder / "repository/regio/eindhoven-de-kempen/aanbod.html").as_uri())
        frame = page.locator(".table.wide")
        assert frame.evaluate("e => e.scrollWidth > e.clientWidth")
        frame.focus()
        for _ in range(10):
            page.keyboard.press("ArrowRight")
        for _ in range(50):
            page.wait_for_timeout(50)
            if frame.evaluate("e => e.scrollLeft") > 50:
                break
        assert frame.evaluate("e => e.scrollLeft") > 50
        # The names of the municipalities stay where they are.
        assert page.locator(".table.wide tbody th").first.bounding_box()["x"] >= 0


@pytest.mark.parametrize("width", [320, 480, 640, 768, 1280])
def test_every_table_that_does_not_fit_says_that_it_scrolls(
    page: Any, folder: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    wrong, seen = [], 0
    for path in pages_of(folder, "repository"):
        # A document to download is no page of the site; a file of the data has no table.
        is_data = "bron" in path.parts and path.name != "index.html"
        if is_data or "bestanden" in path.parts:
            continue
        page.goto(path.as_uri())
        for told, caption in page.evaluate(
            """() => [...document.querySelectorAll("main .table")]
              .filter(t => t.scrollWidth > t.clientWidth + 1)
              .map(t => [t.previousElementSibling?.matches(".scrolls")
                && t.previousElementSibling.checkVisibility(),
                t.querySelector("caption").textContent])"""
        ):
            seen += 1
            if not told:
                wrong.append((path.name, caption))
    assert wrong == []
    assert seen


def test_a_wide_table_on_paper_begins_below_what_is_above_it(page: Any, folder: Path) -> None:
    page.emulate_media(media="print")
    page.goto((folder / "repository/regio/gelderse-vallei/aanbod.html").as_uri())
    # Another kind of paper begins a new sheet.
    kinds = page.evaluate(
        """() => ["body", "h1", ".table.wide", "#aantallen"]
          .map(s => getComputedStyle(document.querySelector(s)).page)"""
    )
    assert set(kinds) <= {"wide", "auto"}
    assert kinds[0] == kinds[2] == "wide"


class TestSearch:
    @pytest.fixture
    def start(self, page: Any, folder: Path) -> Any:
        page.goto((folder / "repository/index.html").as_uri())
        return page

    def type(self, page: Any, text: str) -> list[str]:
        """Search, and the titles that are found."""
        page.locator("#zoekvraag").focus()
        page.keyboard.press("Control+a")
        page.keyboard.type(text)
        titles: list[str] = page.locator("#zoekresultaten strong").all_text_contents()
        return titles

    def test_by_keyboard_from_the_question_to_the_page(self, start: Any) -> None:
        assert self.type(start, "ede")[0] == "Ede"
        start.keyboard.press("ArrowDown")
        assert active(start, "textContent").startswith("Ede")
        start.keyboard.press("ArrowDown")
        start.keyboard.press("ArrowUp")
        start.keyboard.press("ArrowUp")
        assert active(start, "id") == "zoekvraag"
        start.keyboard.press("ArrowDown")
        start.keyboard.press("Escape")
        assert active(start, "id") == "zoekvraag"
        start.keyboard.press("Tab")
        assert active(start, "textContent").startswith("Ede")
        start.keyboard.press("Enter")
        start.wait_for_url("**/gemeente/ede.html")
        assert start.locator("h1").text_content() == "Ede"

    def test_enter_goes_to_the_first(self, start: Any) -> None:
        self.type(start, "limburg")
        start.keyboard.press("Enter")
        start.wait_for_url("**/regio/noord-en-midden-limburg/index.html")

    def test_what_is_found_is_said(self, start: Any) -> None:
        status = start.locator("[role=status]")
        assert status.text_content() == ""
        self.type(start, "giz")
        assert status.text_content() == "1 resultaat voor giz."
        self.type(start, "gemeente")
        self.type(start, "e")
        assert status.text_content().startswith("De eerste 20 van ")
        assert len(self.type(start, "e")) == 20
        self.type(start, "   ")
        assert status.text_content() == ""

    def test_nothing_found(self, start: Any) -> None:
        assert self.type(start, "<b>qqq") == []
        said = start.locator("[role=status]").text_content()
        assert said == "Niets gevonden voor <b>qqq. Probeer een ander of korter woord."

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("EINDHOVEN DE KEMPEN", "Eindhoven-De Kempen"),
            ("babycafe", "Babycafé"),
            ("den bosch", "'s-Hertogenbosch"),
            ("haaren", "Vught"),
            ("BABYCAFÉ", "Babycafé"),
        ],
    )
    def test_however_it_is_written(self, page: Any, folder: Path, text: str, title: str) -> None:
        site = "repository" if "EINDHOVEN" in text else "story"
        page.goto((folder / site / "index.html").as_uri())
        assert self.type(page, text)[0] == title

    def test_the_beginnings_of_words_come_first(self, start: Any) -> None:
        found = self.type(start, "ede")
        assert found[0] == "Ede"
        # Not every name in which these letters happen to stand, such as Nederweert.
        assert {name.split()[0] for name in found} == {"Ede"}
        found = self.type(start, "gewicht")
        assert found[0] == "Kind op gezond gewicht"
        assert found[1:] == ["Ketenaanpak kinderen met overgewicht en obesitas"]

    @pytest.mark.parametrize(
        ("typed", "title"),
        [
            ("eindhofen", "Eindhoven-De Kempen"),
            ("wagenignen", "Wageningen"),
            ("nijkerrk", "Nijkerk"),
            ("zwangr", "CenteringZwangerschap"),
            ("zorgpadne", "Zorgpaden"),
        ],
    )
    def test_a_typing_mistake_is_forgiven_and_told(
        self, start: Any, typed: str, title: str
    ) -> None:
        assert title in self.type(start, typed)
        said = start.locator("[role=status]").text_content()
        assert said == f"Niets gevonden voor {typed}. Bedoelt u misschien:"

    def test_what_only_looks_like_it_does_not_hide_what_is_meant(self, start: Any) -> None:
        found = self.type(start, "zwanger")
        assert "CenteringZwangerschap" in found
        assert all("zwanger" in name.lower() for name in found)
        # Too short to tell a mistake from another word.
        assert self.type(start, "edf") == []

    def test_nothing_is_asked_of_anybody(self, start: Any) -> None:
        before = len(start.requests_seen)
        self.type(start, "ede")
        assert len(start.requests_seen) == before
        assert start.said == []

    def test_results_are_for_everybody(self, start: Any) -> None:
        self.type(start, "ede")
        start.evaluate(AXE.read_text("utf-8"))
        assert start.evaluate(EXAMINE, TAGS) == []


def test_without_scripts_all_is_in_lists(browser: Any, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "repository/index.html").as_uri())
    assert not page.locator("#zoeken").is_visible()
    page.get_by_role("link", name="Wageningen", exact=True).click()
    assert page.locator("h1").text_content() == "Wageningen"
    context.close()


def test_a_line_that_is_led_to_stands_out(page: Any, folder: Path) -> None:
    page.goto((folder / "repository/gemeente/ede.html").as_uri())
    link = page.locator("td a[href*='/bron/']").first
    link.click()
    page.wait_for_load_state()
    color = page.evaluate("getComputedStyle(document.querySelector(':target')).backgroundColor")
    assert color == "rgb(255, 243, 196)"
    top = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
    assert 0 <= top < 900


def test_in_print_no_column_is_cut(page: Any, folder: Path) -> None:
    page.emulate_media(media="print")
    page.goto((folder / "repository/regio/eindhoven-de-kempen/aanbod.html").as_uri())
    flow = page.locator(".table.wide").evaluate("e => getComputedStyle(e).overflowX")
    assert flow == "visible"
    assert not page.locator(".masthead").is_visible()


def test_the_preview_looks_again(
    page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kansrijk_cli.cli.site.building.formats", lambda _: ("html",))
    data = lay(tmp_path / "data", {})
    shown = Shown(tmp_path / "site")
    server, preview = listening(None, shown), Preview(data, None, shown)
    preview.make()
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        page.goto(f"{server.address}regio/voorbeeld/")
        assert page.locator("h1").text_content() == "Voorbeeld"
        region = data / "regions/voorbeeld/region.yaml"
        text = region.read_text("utf-8")
        for written, heading in (
            (text.replace("name:", "nmae:", 1), "De site kan nu niet worden getoond"),
            (text.replace("name: Voorbeeld", "name: Nieuw", 1), "Nieuw"),
        ):
            region.write_text(written, "utf-8")
            preview.make()
            playwright.expect(page.locator("h1")).to_have_text(heading)
        own = (server.address, "data:")
        assert [url for url in page.requests_seen if not url.startswith(own)] == []
    finally:
        page.goto("about:blank")
        shown.stop()
        server.shutdown()
        server.server_close()
        thread.join()
