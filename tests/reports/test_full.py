"""Nothing is lost and nothing is told twice: a plan with every field filled, in every layout.

The files in `full/` hold marks. A reader must find `q001` at least once, `x001` exactly once, and
`z001`, which stands in a draft, nowhere.
"""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import BaseModel

from kansrijk_cli.compute.targets.states import target_states
from kansrijk_cli.model.base import Shorthand
from kansrijk_cli.model.registry import file_kinds
from kansrijk_cli.model.settings import Settings
from kansrijk_cli.model.style import HouseStyle
from kansrijk_cli.rules.run import run_rules
from kansrijk_cli.workspace.workspace import Workspace
from tests.reports.reading import OWN_HTML, PARSER, headings, seen
from tests.reports.rendering import document_of, layouts
from tests.workspaces import Files, load_over

FULL = Path(__file__).parent / "full"
MARK = re.compile(r"\b[qxz]\d{3}\b")

# What is no text: numbers and dates as a Dutch reader sees them.
NUMBERS = (
    "€ 123.456",
    "€ 12.340",
    "€ 43.210",
    "€ 99.000",
    "n.t.b.",
    "PM",
    "7,77",
    "6,66",
    "5,55",
    "31 tot 47",
    "83",
    "nu 53",
    "59",
    "61",
    "67",
    "71",
    "138",
    "73",
    "79",
    "89 per kwartaal",
    "97 per 1.013 geboorten",
    "131 van 1.019",
    "minstens 101",
    "minstens 107,5%",
    "109,5 - 113,5%",
    "niet getoond (privacy)",
    "127",
    "131",
)
DATES = (
    "28 mei 2024",
    "vanaf 2019",
    "vanaf 2020",
    "vanaf 2016",
    "3 februari 2021",
    "5 april 2021",
    "2 januari 2018",
    "4 maart 2028",
    "6 mei 2017",
    "2014",
    "2015",
    "2025 - 2027",
    "september 2025",
    "11 oktober 2025",
    "13 december 2026",
    "2013",
    "juni 2012",
    "8 juli 2011",
    "2010",
    "10 september 2009",
    "Realisatie 2008",
    "31 augustus 2007",
    "2006 - 2007",
    "2005",
    "Q1 + Q4",
)
WORDS = (
    "Niet openbaar",
    "definitief",
    "IZA-regio",
    "eigen indeling",
    "exclusief btw",
    "geboorten",
    "prognose",
    "dalend",
    "goed onderbouwd",
    "voor de zwangerschap",
    "tijdens de zwangerschap",
    "na de geboorte",
    "doet niet mee",
    "vervallen",
    "klaar",
    "landelijk",
    "in behandeling",
    "ongeveer",
    "hoogstens",
    "Kansrijke Start",
    "Gezonde School",
    "Laagdrempelig steunpunt",
)
DRAFT_NUMBERS = ("999.111", "888.110", "777,11", "137,5", "103")


def files() -> Files:
    """The files with every field filled."""
    return {
        path.relative_to(FULL).as_posix(): path.read_text("utf-8")
        for path in sorted(FULL.rglob("*.yaml"))
    }


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace of which the region `vol` has every field filled."""
    outcome = load_over(tmp_path_factory.mktemp("full"), files())
    assert outcome.diagnostics == ()
    return outcome.value.workspace


@pytest.fixture(scope="module", params=layouts())
def document(request: pytest.FixtureRequest, workspace: Workspace) -> str:
    """The full plan in each layout."""
    return document_of(workspace, request.param, region="vol")


def visible(document: str) -> str:
    """All that a reader sees, block by block."""
    return "\n".join(seen(token) for token in PARSER.parse(document) if token.type == "inline")


def test_every_field_is_filled(workspace: Workspace) -> None:
    region = workspace.regions["vol"]
    filled: dict[type[BaseModel], set[str]] = {}
    entries = [*region.files.entries.values(), *region.years[2025].files.entries.values()]
    for entry in entries:
        for visit in entry.visits:
            if isinstance(visit.value, BaseModel):
                filled.setdefault(type(visit.value), set()).update(visit.value.model_fields_set)
    kinds = {kind.model for kind in file_kinds() if kind.model.path.startswith("regions/")}
    # How a document looks is nothing that it tells.
    in_regions = kinds - {HouseStyle}
    assert in_regions <= set(filled)
    assert Settings not in filled
    for model, fields in filled.items():
        # What every item may have is tried where it is likely; a threshold is no text.
        everywhere = {"source", "note", "assumed", "certainty", "draft", "threshold", "persons"}
        if issubclass(model, Shorthand):
            everywhere |= {"bound"}
        assert set(model.model_fields) - everywhere <= fields, model.__name__


def test_the_plan_is_a_valid_one(workspace: Workspace) -> None:
    # A target that cannot be met and totals that differ are not what this plan is for.
    found = {diagnostic.code for diagnostic in run_rules(workspace).diagnostics}
    assert {code for code in found if code[2] == "1"} == set()
    region = workspace.regions["vol"]
    assert len(list(target_states(workspace, region, region.years[2025]))) == 9


def marks(letter: str) -> set[str]:
    """The marks with a letter."""
    text = "".join(str(content) for content in files().values())
    return {mark for mark in MARK.findall(text) if mark.startswith(letter)}


def test_nothing_is_lost(document: str) -> None:
    # A role may begin a line, and so with a capital.
    found = set(MARK.findall(document.lower()))
    assert sorted((marks("q") | marks("x")) - found) == []


def test_nothing_is_told_twice(document: str) -> None:
    counted = Counter(MARK.findall(document))
    assert {mark: counted[mark] for mark in marks("x") if counted[mark] > 1} == {}


def test_drafts_stay_out(document: str) -> None:
    assert sorted(marks("z") & set(MARK.findall(document))) == []
    assert [number for number in DRAFT_NUMBERS if number in document] == []


@pytest.mark.parametrize("kind", ["NUMBERS", "DATES", "WORDS"])
def test_no_number_date_or_word_is_lost(document: str, kind: str) -> None:
    text = visible(document).casefold()
    assert [value for value in globals()[kind] if value.casefold() not in text] == []


def test_nobody_sees_a_word_of_the_program(document: str) -> None:
    # Ids and English words of the data have Dutch names, or are none of a reader's business.
    text = visible(document)
    forbidden = (
        "None|True|False|active|starting|planned|ended|unknown|organisation|working-group"
        "|action-line|per-municipality|per-programme|execution|regional|well-founded|births"
        "|at-least|at-most|nog-zonder-opbouw|kansrijke-start|gezonde-school|amounts?|places"
    )
    assert re.findall(rf"\b(?:{forbidden})\b", text) == []


def test_no_heading_stands_bare(document: str) -> None:
    tokens = PARSER.parse(document)
    levels = [
        int(token.tag[1]) if token.type == "heading_open" else None
        for token in tokens
        if token.type != "heading_close" and token.level == 0 and token.type != "inline"
    ]
    for here, following in zip(levels, [*levels[1:], 1], strict=True):
        if here is not None and following is not None:
            assert following > here, [heading.title for heading in headings(document)]


def test_headings_go_down_one_level_at_a_time(document: str) -> None:
    levels = [heading.level for heading in headings(document)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for above, below in pairwise(levels):
        assert below <= above + 1, headings(document)


def test_no_two_blank_lines_and_no_blanks_at_the_end_of_a_line(document: str) -> None:
    assert "\n\n\n" not in document
    assert not re.search(r"[ \t]+$", document, re.MULTILINE)
    assert document.endswith("\n")
    assert not document.endswith("\n\n")


def test_nothing_is_html_but_line_ends_and_what_a_table_is_about(document: str) -> None:
    html = [
        child.content.strip()
        for token in PARSER.parse(document)
        for child in (token, *(token.children or ()))
        if child.type in ("html_inline", "html_block")
    ]
    assert [text for text in html if not OWN_HTML.fullmatch(text)] == []
