"""PDFs as other programs see them: a validator of PDF/UA-1 and PDF/A-2a, and poppler."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kansrijk_cli.output.documents.tree import plain, texts
from kansrijk_cli.output.pdf.document import document
from tests.output.pdf.samples import SAMPLE, STYLE, TEXTS, hostile
from tests.output.pdf.test_document import DOCUMENTS, sample
from tests.output.publishing import of_regions, published
from tests.tools.conftest import Run, missing

pytestmark = [pytest.mark.tools, pytest.mark.long]

PROFILES = ("ua1", "2a")
OWN = {"sample": sample(), "hostile": sample(hostile(list(TEXTS)))}
# A page has a margin of 2.2 centimetres on both sides.
MARGIN = 62.3
# Words are cut by syllables at the ends of lines, and at signs in them.
_CUT, _BETWEEN = re.compile("\u00ad ?"), re.compile(r"[\s/.?=&_-]+")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_XHTML, _SIDES = "{http://www.w3.org/1999/xhtml}", ("xMin", "yMin", "xMax", "yMax")
Box = tuple[float, float, float, float]


def failures(pdf: bytes) -> list[str]:
    """What the validator says, in both profiles."""
    try:
        import page
    except ModuleNotFoundError:
        missing("page-validation")
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in PROFILES]
    found = [f"{failure.rule_id}: {failure.message}" for r in reports for failure in r.failures]
    assert found or all(report.is_compliant for report in reports)
    return found


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """The PDFs of the regions with all their pictures, two in a house style, and those of tests."""
    regions = of_regions()
    assert any(one.pictures for one in regions.values())
    styled = {f"{name}-house": replace(regions[name], style=STYLE) for name in [*regions][:2]}
    return {name: document(one) for name, one in (regions | styled | OWN).items()}


def test_every_document_is_valid_for_accessibility_and_for_archives(made: dict[str, bytes]) -> None:
    found = {name: failures(pdf) for name, pdf in made.items()}
    assert not {name: told for name, told in found.items() if told}


@pytest.mark.parametrize(
    ("found", "planted", "rule"),
    [
        (b"/Alt(", b"/Alx(", "FIGURE-ALTERNATIVE"),
        (b"/Lang(nl)", b"/Lanx(nl)", "LANG"),
        (b"/DisplayDocTitle", b"/DisplayDocTitel", "VIEWER"),
        (b"pdfuaid:part>1<", b"pdfuaid:part>7<", "ID"),
    ],
)
def test_the_validator_sees_what_is_wrong(found: bytes, planted: bytes, rule: str) -> None:
    pdf = document(sample(SAMPLE))
    assert found in pdf
    told = failures(pdf.replace(found, planted))
    assert any(rule in line for line in told), told


def boxes(pdf: bytes, folder: Path, run: Run) -> Iterator[tuple[str, Box, Box]]:
    """The words on the pages, each with its place and with the size of its page."""
    (folder / "plan.pdf").write_bytes(pdf)
    run("pdftotext", "-bbox", folder / "plan.pdf", folder / "plan.html")
    told = _NOT_XML.sub("", (folder / "plan.html").read_text("utf-8"))
    for page in ET.fromstring(told).iter(f"{_XHTML}page"):  # noqa: S314
        size = (0.0, 0.0, float(page.attrib["width"]), float(page.attrib["height"]))
        for word in page:
            left, top, right, bottom = (float(word.attrib[side]) for side in _SIDES)
            yield word.text or "", (left, top, right, bottom), size


def test_no_word_stands_outside_its_page(made: dict[str, bytes], tmp_path: Path, run: Run) -> None:
    for name, pdf in made.items():
        found = list(boxes(pdf, tmp_path, run))
        assert len(found) > 100
        outside = [
            (text, place)
            for text, place, (_, _, wide, high) in found
            if place[0] < MARGIN or place[2] > wide - MARGIN or place[3] > high or place[1] < 0
        ]
        assert outside == [], name


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_word_and_figure_is_there_for_another_reader(
    path: Path, tmp_path: Path, run: Run
) -> None:
    publication = published(path.read_text("utf-8"))
    text = " ".join(word for word, _, _ in boxes(document(publication), tmp_path, run))
    tree = publication.tree
    parts = (plain(part) for part in (tree.title, *texts(tree.blocks)))
    wanted = Counter(word for part in parts for word in _BETWEEN.split(part) if word)
    assert len(wanted) > 200
    lacking = wanted - Counter(_BETWEEN.split(_CUT.sub("", text)))
    # Addresses are cut without a sign.
    assert [word for word in lacking if word not in text.replace(" ", "")] == []
    assert lacking.total() < 3
