"""Word files in other programs: valid for the validator of Microsoft, whole in LibreOffice."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.publication import Publication
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.docx.document import document
from kansrijk_cli.output.docx.lists import SIGNS
from tests.output.docx.samples import PICTURES, STYLE, TEXTS, bare, everywhere, house, of_tree
from tests.output.publishing import of_regions
from tests.tools.conftest import ROOT, Run, find

pytestmark = [pytest.mark.tools, pytest.mark.long]

OWN = ("hostile", "house", "bare")
# The program itself: the package that wraps it also asks for the programs of other systems, and
# one of those that a registry does not hold would stop `npm ci`.
VALIDATOR = ROOT / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"


@pytest.fixture(scope="module")
def published() -> dict[str, Publication]:
    """The documents of the regions, and those with hostile texts in three looks."""
    styles = (STYLE, Style(word=house(), footer="Voet"), Style(word=bare()))
    content = everywhere(TEXTS)
    return of_regions() | {
        name: of_tree(content, style, PICTURES) for name, style in zip(OWN, styles, strict=True)
    }


@pytest.fixture(scope="module")
def folder(published: Mapping[str, Publication], tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("docx")
    for name, one in published.items():
        (made / f"{name}.docx").write_bytes(document(one))
    return made


@pytest.fixture(scope="module")
def opened(folder: Path) -> Path:
    """The folder with the files as LibreOffice opens them: as text, and as pages."""
    office = find("soffice")
    for kind in ("txt:Text (encoded):UTF8", "pdf"):
        subprocess.run(
            [
                *(office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
                *("--convert-to", kind, "--outdir", folder),
                *sorted(folder.glob("*.docx")),
            ],
            check=True,
            capture_output=True,
        )
    return folder


def errors(path: Path) -> list[str]:
    """What the validator says of a file."""
    done = subprocess.run(
        [find(VALIDATOR), path, "Microsoft365"], capture_output=True, encoding="utf-8", check=False
    )
    return [f"{e['xPath']}: {e['description']}" for e in json.loads(done.stdout)["errors"]]


def test_every_file_is_valid_for_word(folder: Path) -> None:
    found = {path.stem: errors(path) for path in sorted(folder.glob("*.docx"))}
    assert len(found) >= 8
    assert not {name: said for name, said in found.items() if said}


@pytest.mark.parametrize(
    ("part", "right", "wrong"),
    [
        (
            "word/document.xml",
            rb'(<w:pStyle w:val="Caption"/>)(<w:keepNext/>)',
            rb"\2\1",
        ),
        ("word/document.xml", rb"(<w:tblLayout [^>]*>)(<w:tblLook [^>]*>)", rb"\2\1"),
        ("word/settings.xml", rb"(<w:zoom [^>]*>)(.*)(<w:compat>)", rb"\2\1\3"),
        ("word/styles.xml", rb"(<w:name [^>]*>)(<w:basedOn [^>]*>)", rb"\2\1"),
        ("word/footnotes.xml", rb'<w:footnote w:id="1">', rb"<w:footnote>"),
        ("word/document.xml", rb'r:id="rId(\d+)"', rb'r:id="rId9999"'),
    ],
    ids=["paragraph", "table", "settings", "style", "footnote", "relation"],
)
def test_what_is_not_valid_is_found(
    folder: Path, tmp_path: Path, part: str, right: bytes, wrong: bytes
) -> None:
    made = BytesIO()
    with ZipFile(folder / "hostile.docx") as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                content, number = re.subn(right, wrong, content, count=1, flags=re.DOTALL)
                assert number == 1
            new.writestr(name, content)
    path = tmp_path / "wrong.docx"
    path.write_bytes(made.getvalue())
    assert errors(path)


def test_libreoffice_reads_exactly_the_words_of_each_document(
    published: Mapping[str, Publication], opened: Path
) -> None:
    for name, one in published.items():
        if name not in OWN:
            content = one.tree
            wanted = [*tree.plain(content.title).split(), *words(content.blocks)]
            assert (opened / f"{name}.txt").read_text("utf-8-sig").split() == wanted, name


def test_hostile_texts_are_text_in_libreoffice(opened: Path) -> None:
    for name in OWN:
        lines = (opened / f"{name}.txt").read_text("utf-8-sig").splitlines()
        for text in TEXTS[:7]:
            assert lines.count(text) >= 6, text


def test_libreoffice_shows_a4_with_turned_pages(opened: Path, run: Run) -> None:
    sizes = set()
    for path in sorted(opened.glob("*.docx")):
        told = run("pdfinfo", "-l", "99", path.with_suffix(".pdf"))
        found = set(re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", told))
        assert found
        sizes |= {(round(float(wide)), round(float(high))) for wide, high in found}
    assert sizes == {(595, 842), (842, 595)}


def words(blocks: tuple[tree.Block, ...], level: int = 0) -> Iterator[str]:
    """The words as LibreOffice writes them: with the signs and numbers of lists, no pictures."""
    for block in blocks:
        match block:
            case tree.Figure():
                pass
            case tree.Listing(items=items, start=start):
                numbers = count(start or 0)
                for item in items:
                    yield SIGNS[level % 3] if start is None else f"{next(numbers)}."
                    yield from words(item, level + 1)
            case tree.Quote(blocks=inner):
                yield from words(inner, level)
            case _:
                for text in tree.texts((block,)):
                    yield from tree.plain(text).split()
