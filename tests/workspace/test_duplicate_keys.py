"""Of a field that is there twice nobody knows which is right, so its file is not used."""

from pathlib import Path

import pytest

from tests.cli.running import kansrijk
from tests.workspaces import BASE, check_over, lay

BUDGETS = "regions/voorbeeld/2025/budgets.yaml"
TEXT = (BASE / BUDGETS).read_text("utf-8").replace("amount: 8000", "amount: 8000, amount: 99")


def test_nothing_else_is_said_of_it(tmp_path: Path) -> None:
    checked = check_over(tmp_path, {BUDGETS: TEXT})
    assert checked.codes == ["KR015"]
    assert {"KR401"} <= {skip.code for skip in checked.skipped}


@pytest.mark.parametrize("command", ["budget", "report"])
def test_nothing_is_computed_with_it(command: str, tmp_path: Path) -> None:
    lay(tmp_path, {BUDGETS: TEXT})
    done = kansrijk("--data", tmp_path, command, "voorbeeld", "2025")
    assert (done.code, done.out) == (1, "")
