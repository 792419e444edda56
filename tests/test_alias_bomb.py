"""A text of a few lines that would unfold to a billion values is refused at once."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspaces import BASE

BOMB = Path(__file__).parent / "cases" / "alias-bomb" / "files"
# A process counts the memory of its child; only a process of its own has no other children.
MEASURE = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True)
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows measures memory in another way")
def test_it_takes_no_more_than_100_megabytes(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(BASE, data)
    shutil.copytree(BOMB, data, dirs_exist_ok=True)
    command = [sys.executable, "-m", "kansrijk_cli", "--data", str(data), "validate"]
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *command], capture_output=True, text=True, check=True
    )
    code, kilobytes = map(int, done.stdout.split())
    assert code == 1
    # The system of a Mac counts in bytes.
    assert kilobytes / (1024 if sys.platform == "darwin" else 1) < 100_000
