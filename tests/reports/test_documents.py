"""Documents as a whole: contents, own templates, empty chapters, hostile and private data."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from kansrijk_cli.model.plan import Plan
from kansrijk_cli.output.documents.render import TemplateProblem
from kansrijk_cli.workspace.drafts import without_drafts
from kansrijk_cli.workspace.workspace import Workspace
from tests.output.test_contents import github_anchors
from tests.output.test_markdown import HOSTILE, normal
from tests.reports.reading import OWN_HTML, PARSER, headings, seen
from tests.reports.rendering import context_of, document_of, layouts
from tests.reports.test_full import FULL
from tests.workspaces import Files, workspace_of

PLAN = "regions/voorbeeld/2025/plan.yaml"
RESULTS = "regions/voorbeeld/2025/results.yaml"
NOTHING: Files = {
    PLAN: "document: {kind: leeg, title: Leeg plan}\n",
    RESULTS: None,
    "regions/voorbeeld/2025/budgets.yaml": None,
    "regions/voorbeeld/coalitions.yaml": None,
    "regions/voorbeeld/interventions.yaml": None,
    "regions/voorbeeld/parties.yaml": None,
}


def visible(document: str) -> str:
    """All that a reader sees, block by block."""
    return "\n".join(seen(token) for token in PARSER.parse(document) if token.type == "inline")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace_of(tmp_path_factory.mktemp("base"), {})


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace_of(tmp_path_factory.mktemp("empty"), NOTHING)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    files = {p.relative_to(FULL).as_posix(): p.read_text("utf-8") for p in FULL.rglob("*.yaml")}
    return workspace_of(tmp_path_factory.mktemp("full"), files)


class TestEmptyChapters:
    @pytest.mark.parametrize("kind", layouts())
    @pytest.mark.parametrize("name", ["base", "empty"])
    def test_no_heading_stands_bare(
        self, request: pytest.FixtureRequest, name: str, kind: str
    ) -> None:
        document = document_of(request.getfixturevalue(name), kind)
        blocks = [token for token in PARSER.parse(document) if token.level == 0]
        opened = [token for token in blocks if token.type.endswith(("_open", "fence", "hr"))]
        for here, following in zip(opened, [*opened[1:], None], strict=True):
            if here.type == "heading_open":
                assert following is not None, document
                deeper = following.type == "heading_open" and following.tag > here.tag
                assert following.type != "heading_open" or deeper, document

    @pytest.mark.parametrize("kind", layouts())
    def test_an_empty_plan_has_no_chapters_about_nothing(self, empty: Workspace, kind: str) -> None:
        titles = [heading.title for heading in headings(document_of(empty, kind))]
        assert titles[:2] == ["Leeg plan", "Inhoud"]
        assert set(titles[2:]) <= {"Wat opvalt", "Wie mist wat", "Bronnen"}

    def test_an_empty_plan_has_only_filled_tables(self, empty: Workspace) -> None:
        assert "| --- |\n\n" not in document_of(empty)


class TestContents:
    @pytest.mark.parametrize("kind", layouts())
    def test_every_link_leads_to_the_heading_it_names(self, full: Workspace, kind: str) -> None:
        document = document_of(full, kind, region="vol")
        found = headings(document)
        titles = [heading.title for heading in found]
        targets = dict(zip(github_anchors(titles), titles, strict=True))
        links = [
            (str(child.attrs["href"]), seen(token))
            for token in PARSER.parse(document)
            for child in token.children or ()
            if child.type == "link_open" and str(child.attrs["href"]).startswith("#")
        ]
        assert links
        for link, text in links:
            assert targets.get(link.removeprefix("#")) == text
        chapters = [heading.title for heading in found if heading.level == 2]
        assert {text for _, text in links} >= set(chapters) - {"Inhoud"}


class TestTake:
    def test_an_item_is_taken_once(self, base: Workspace) -> None:
        context = context_of(base)
        first = context.take(Plan, lambda plan: plan.activities)
        assert [activity.id for activity in first] == ["scholing"]
        assert context.take(Plan, lambda plan: plan.activities) == []

    def test_what_was_not_wanted_can_be_taken_later(self, base: Workspace) -> None:
        context = context_of(base)
        none = context.take(Plan, lambda plan: plan.activities, lambda a: a.id == "anders")
        assert none == []
        assert len(context.take(Plan, lambda plan: plan.activities)) == 1

    def test_what_is_published_has_no_drafts(self, tmp_path: Path) -> None:
        text = (
            "document: {kind: plan, title: Plan}\n"
            "risks:\n  - {id: a, title: A, draft: true}\n  - {id: b, title: B}\n"
        )
        context = context_of(without_drafts(workspace_of(tmp_path, {PLAN: text})))
        assert [risk.id for risk in context.take(Plan, lambda plan: plan.risks)] == ["b"]

    def test_a_file_that_is_not_there_has_no_items(self, empty: Workspace) -> None:
        from kansrijk_cli.model.budgets import Budgets

        assert context_of(empty).take(Budgets, lambda file: file.budgets) == []

    def test_another_document_begins_anew(self, base: Workspace) -> None:
        assert document_of(base) == document_of(base)


def lay_templates(folder: Path, **templates: str) -> Path:
    """A folder with templates; `_` in a name stands for the folder: `sections_risks`."""
    for name, text in templates.items():
        path = folder / f"{name.replace('_', '/', 1)}.md.j2"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


class TestOwnTemplates:
    def test_one_section_may_be_replaced(self, base: Workspace, tmp_path: Path) -> None:
        own = lay_templates(tmp_path, sections_risks="Wij noemen geen risico's.\n")
        document = document_of(base, "jaarplan", [own])
        assert "Wij noemen geen risico's." in document
        assert "Het geld is tijdelijk" not in document
        assert "Scholing van verwijzers" in document

    def test_the_nearest_folder_wins(self, base: Workspace, tmp_path: Path) -> None:
        region = lay_templates(tmp_path / "regio", sections_risks="Van de regio.\n")
        shared = lay_templates(
            tmp_path / "samen", sections_risks="Van allen.\n", sections_parties="Partijen.\n"
        )
        document = document_of(base, "jaarplan", [region, shared])
        assert "Van de regio." in document
        assert "Van allen." not in document
        assert "Partijen." in document

    def test_a_layout_of_ones_own(self, base: Workspace, tmp_path: Path) -> None:
        layout = '{{ chapter("Wat wij doen", section("activities")) }}\n'
        document = document_of(base, "eigen", [lay_templates(tmp_path, layouts_eigen=layout)])
        titles = [heading.title for heading in headings(document)]
        assert titles[2] == "Wat wij doen"
        # What the layout does not name still comes, after it.
        assert "Risico's" in titles

    def test_a_kind_without_a_layout_has_all_sections(self, base: Workspace) -> None:
        assert document_of(base, "nergens") == document_of(base, "generic")

    def test_values_in_a_template_of_ones_own_are_escaped(
        self, base: Workspace, tmp_path: Path
    ) -> None:
        text = '{% set a, b, c = "<b>*a*</b>", 1234, none %}{{ a }} {{ b }} {{ c }}\n'
        own = lay_templates(tmp_path, sections_risks=text)
        assert "<b>*a*</b> 1.234" in visible(document_of(base, "jaarplan", [own]))


class TestBrokenTemplates:
    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("een\n{{ nergens }}\n", 2),
            ("een\n{{ rows[0].nergens }}\n", 2),
            ("een\n\n{% if %}\n", 3),
            ("een\n{{ 1 | geenfilter }}\n", 2),
            ('een\n{{ section("nergens") }}\n', 2),
            ('een\n{{ section("risks", nergens=1) }}\n', 2),
            ("een\n{{ 1 / 0 }}\n", 2),
            ('een\n{{ "x" | label("nergens") }}\n', 2),
            ('een\n{{ "nergens" | label("status") }}\n', 2),
            ("een\n{{ table() }}\n", 2),
            ('een\n{% include "nergens.md.j2" %}\n', 2),
            ("een\n{{ rows.append(1) }}\n", 2),
            ('een\n{{ "".__class__.__mro__ }}\n', 2),
        ],
    )
    def test_a_mistake_is_told_with_its_file_and_line(
        self, base: Workspace, tmp_path: Path, text: str, line: int
    ) -> None:
        own = lay_templates(tmp_path, sections_risks=text)
        with pytest.raises(TemplateProblem) as raised:
            document_of(base, "jaarplan", [own])
        assert str(raised.value.template) == str(own / "sections" / "risks.md.j2")
        assert raised.value.line == line


TEXTS = [normal(text) for text in HOSTILE if normal(text)]


def listed(item: str) -> str:
    """A YAML list with an item for each hostile text."""
    quoted = (json.dumps(text, ensure_ascii=False) for text in TEXTS)
    return "".join(
        f"  - {{id: i{n}, {item}}}\n".replace("@", text) for n, text in enumerate(quoted)
    )


HOSTILE_FILES: Files = {
    PLAN: "document: {kind: plan, title: Plan}\n"
    f"texts:\n{listed('title: @, text: @')}"
    f"activities:\n{listed('title: @, result: @')}"
    f"risks:\n{listed('title: @, measures: @, effect: @')}"
    f"open_points:\n{listed('kind: question, title: @, question: @, answer: @')}",
    "regions/voorbeeld/2025/budgets.yaml": "budgets:\n- id: b\n  title: B\n  lines:\n"
    + listed("title: @, amount: 5, text: @, code: @"),
    RESULTS: f"targets:\n{listed('title: @, kind: count, unit: @, minimum: 5')}",
    "regions/voorbeeld/parties.yaml": f"parties:\n{listed('kind: group, name: @, text: @')}",
    "regions/voorbeeld/region.yaml": "name: Voorbeeld\nkinds: [IZA]\n"
    "municipalities: [Ede, Rhenen, Veenendaal]\n"
    f"support:\n{listed('name: @')}"
    f"sources:\n  - {{id: werkagenda, title: W}}\n{listed('title: @, text: @')}",
}
# How often each text stands alone on a line: in a heading, a paragraph, a point or a cell.
ALONE = 2 + 2 + 3 + 3 + 3 + 2 + 2 + 1


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A document in which every kind of text holds every hostile text."""
    return document_of(workspace_of(tmp_path_factory.mktemp("hostile"), HOSTILE_FILES))


@pytest.fixture(scope="module")
def hostile_lines(hostile: str) -> Counter[str]:
    """Every line that a reader sees of it, without the signs before points of a list."""
    return Counter(line.removeprefix("• ") for line in visible(hostile).split("\n"))


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_data_is_shown_as_it_is(hostile_lines: Counter[str], text: str) -> None:
    # A text may be a list, in prose with a real mark and in a cell with a sign.
    point = re.sub(r"^(?:[-*] |[0-9]+[.)] )", "", text)
    assert sum(hostile_lines[line] for line in {text, point}) >= ALONE


def test_hostile_data_has_no_meaning(hostile: str) -> None:
    tokens = [t for token in PARSER.parse(hostile) for t in (token, *(token.children or ()))]
    found = {token.type for token in tokens if not OWN_HTML.fullmatch(token.content.strip())}
    assert not found & {"html_inline", "html_block", "fence", "code_block", "code_inline"}
    images = {str(token.attrs["src"]) for token in tokens if token.type == "image"}
    assert all(image.startswith("beelden/") for image in images)
    assert not found & {"blockquote_open", "hr", "em_open", "s_open"}
    links = {str(token.attrs["href"]) for token in tokens if token.type == "link_open"}
    assert all(link.startswith("#") for link in links)


PERSONS = """
targets:
  - {id: t, title: Bereikte gezinnen, kind: per-municipality, unit: gezinnen, minimum: 2}
figures:
  - {target: t, place: Ede, value: 7, persons: true, printed: 7 gezinnen}
  - {indicator: roken, place: Rhenen, value: 9, persons: true}
  - {indicator: roken, place: Veenendaal, value: 12, persons: true}
  - {indicator: roken, place: Ede, value: 0, persons: true}
"""


class TestPersons:
    """Counts of persons under the threshold of the region are nowhere in a document."""

    @pytest.fixture
    def document(self, tmp_path: Path) -> str:
        return document_of(workspace_of(tmp_path, {RESULTS: PERSONS}))

    def test_a_small_count_is_not_shown(self, document: str) -> None:
        text = visible(document)
        assert text.count("niet getoond (privacy)") >= 2
        assert not re.search(r"\b9%", text)

    def test_a_small_count_does_not_show_through_its_target(self, document: str) -> None:
        text = visible(document)
        told = [line for line in text.split("\n") if re.search(r"\b7\b", line)]
        assert [line for line in told if not line.startswith("Tabel")] == []

    def test_a_larger_count_and_zero_are_shown(self, document: str) -> None:
        text = visible(document)
        assert "12%" in text
        assert "\n0%" in text

    def test_nothing_that_gives_a_small_count_away_is_shown(self, tmp_path: Path) -> None:
        """Ede has 90 - 60 - 27 = 3: Rhenen goes as well, from the figures and from the target."""
        figures = [("Ede", "suppressed"), ("Rhenen", 27), ("Veenendaal", 60), ("Voorbeeld", 90)]
        rows = [f"{{target: t, place: {p}, value: {v}, persons: true}}" for p, v in figures]
        content = PERSONS.partition("figures:")[0] + "figures:\n  - " + "\n  - ".join(rows)
        text = visible(document_of(workspace_of(tmp_path, {RESULTS: content})))
        assert re.search(r"\b60\b", text)
        assert re.search(r"\b90\b", text)
        assert not re.search(r"\b27\b", text)

    def test_what_is_hidden_hides_in_every_column(self, tmp_path: Path) -> None:
        figure = (
            "figures:\n  - {{indicator: roken, place: Ede, persons: true, value: suppressed{}}}\n"
        )
        more = ", printed: q17, range: {low: 1, high: 19}, bound: at-least"
        text, bare = (
            visible(document_of(workspace_of(tmp_path / str(n), {RESULTS: figure.format(beside)})))
            for n, beside in enumerate((more, ""))
        )
        assert "niet getoond (privacy)" in text
        assert text.count("minstens") == bare.count("minstens")
        assert not re.search(r"q17|\b19\b", text)

    def test_whether_a_minimum_is_met_can_be_read(self, tmp_path: Path) -> None:
        told = [("Ede", "true"), ("Rhenen", "false")]
        rows = [f"{{target: t, place: {p}, value: suppressed, minimum_met: {m}}}" for p, m in told]
        content = PERSONS.partition("figures:")[0] + "figures:\n  - " + "\n  - ".join(rows)
        text = visible(document_of(workspace_of(tmp_path, {RESULTS: content})))
        assert "Ede\nniet getoond (privacy), minimum gehaald" in text
        assert "Rhenen\nniet getoond (privacy), minimum niet gehaald" in text

    def test_a_part_is_shown_with_its_whole(self, tmp_path: Path) -> None:
        content = "figures:\n  - {target: t, place: Ede, value: 40, of: 120, persons: true}\n"
        content = PERSONS.partition("figures:")[0] + content
        assert "40 van 120 gezinnen" in visible(
            document_of(workspace_of(tmp_path, {RESULTS: content}))
        )


@pytest.mark.parametrize("certainty", ["confirmed", "reported", "unconfirmed"])
def test_how_sure_a_fact_is_can_be_read(tmp_path: Path, certainty: str) -> None:
    plan = "document: {{kind: plan, title: Plan}}\nrisks:\n  - {{id: a, title: A{0}}}\n"
    bare = document_of(workspace_of(tmp_path / "a", {PLAN: plan.format("")}))
    said = plan.format(f", certainty: {certainty}")
    assert document_of(workspace_of(tmp_path / "b", {PLAN: said})) != bare
