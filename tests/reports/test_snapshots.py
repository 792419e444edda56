"""The documents of the repository's own regions, kept in `tests/snapshots`.

`KANSRIJK_UPDATE=1` writes them again: read what changed before you keep it.
"""

from pathlib import Path

import pytest

from tests.cli.running import DATA, kansrijk
from tests.output.test_contents import github_anchors
from tests.reports.reading import PARSER, headings
from tests.snapshots import check_snapshot

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
NAMES = (
    "eindhoven-de-kempen-2024-regionaal-kader.md",
    "gelderland-midden-2021-projectplan.md",
    "gelderse-vallei-2025-werkagenda.md",
    "noord-en-midden-limburg-2024-jaarplan.md",
    "rivierenland-2024-praktijkoverzicht.md",
)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which `report --all` wrote the documents."""
    folder = tmp_path_factory.mktemp("reports")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = kansrijk("--data", DATA, "report", "--all")
    assert (result.code, result.out) == (0, "")
    return folder / "build"


def test_there_is_a_document_of_every_plan(build: Path) -> None:
    assert sorted(path.name for path in build.glob("*.md")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_as_it_was(build: Path, name: str) -> None:
    check_snapshot(SNAPSHOTS / name, (build / name).read_bytes().decode("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_to_a_heading(build: Path, name: str) -> None:
    document = (build / name).read_text("utf-8")
    anchors = github_anchors([heading.title for heading in headings(document)])
    links = [
        str(child.attrs["href"]).removeprefix("#")
        for token in PARSER.parse(document)
        for child in token.children or ()
        if child.type == "link_open" and str(child.attrs["href"]).startswith("#")
    ]
    assert links
    assert set(links) <= set(anchors)
    assert len(links) == len(set(links))
