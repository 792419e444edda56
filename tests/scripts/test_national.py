"""The made-up set of national size is a set that the program accepts."""

from pathlib import Path

import pytest

from scripts import national
from tests.workspaces import check_folder


@pytest.mark.long
def test_the_set_has_every_municipality_and_no_mistake(tmp_path: Path) -> None:
    folder = tmp_path / "landelijk"
    national.write(folder)
    checked = check_folder(folder)
    # The example has a coalition in three municipalities; a region that has more is told so.
    assert set(checked.codes) == {"KR203"}
    regions = [region.region for region in checked.workspace.regions.values() if region.region]
    named = [name for region in regions for name in region.municipalities]
    assert len(regions) == len(national.regions()) == 25
    assert len(named) == len(set(named)) == 342
    assert {year.year for _, year in checked.workspace.years()} == set(national.YEARS)
