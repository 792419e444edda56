"""How long commands take, as a ratio to one simple command of the same run: machines differ.

Prints a table: the median of several runs, and the most memory that a run used.
"""

import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts import national

ROOT = Path(__file__).parents[1]
BASE, BOMB = ROOT / "tests/base", ROOT / "tests/cases/alias-bomb/files"
RUNS = 7
# What takes minutes is measured once.
LONG = ("site, landelijk",)
PLAN = ("gelderse-vallei", "2025")
FOUR = ("--to", "markdown", "--to", "html", "--to", "docx", "--to", "pdf")
PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def main() -> None:
    """Measure every command, and print the table."""
    with TemporaryDirectory() as temporary:
        ordinary, bomb = Path(temporary) / "gewoon", Path(temporary) / "bom"
        country = Path(temporary) / "landelijk"
        national.write(country)
        for folder in (ordinary, bomb):
            shutil.copytree(BASE, folder)
        shutil.copytree(BOMB, bomb, dirs_exist_ok=True)
        data = ROOT / "data"
        commands = {
            "validate, kleinste map": ("--data", ordinary, "validate"),
            "validate, met een bom van verwijzingen": ("--data", bomb, "validate"),
            "--version": ("--version",),
            "validate, vijf regio's": ("--data", data, "validate"),
            "validate --since HEAD": ("--data", data, "validate", "--since", "HEAD"),
            "report --all": ("--data", data, "report", "--all"),
            "report, een plan in vier vormen": ("--data", data, "report", *PLAN, *FOUR),
            "site, vijf regio's": ("--data", data, "site"),
            "validate, landelijk": ("--data", country, "validate"),
            "site, landelijk": ("--data", country, "site"),
        }
        measured = {
            name: measure(words, Path(temporary), 1 if name in LONG else RUNS)
            for name, words in commands.items()
        }
    unit = next(iter(measured.values()))[0]
    print(f"{'':42}{'verhouding':>12}{'seconden':>10}{'MB':>6}")
    for name, (seconds, megabytes) in measured.items():
        print(f"{name:42}{seconds / unit:12.2f}{seconds:10.2f}{megabytes:6.0f}")


def measure(words: Sequence[str | Path], folder: Path, runs: int) -> tuple[float, float]:
    """The median of the processor time in seconds, and the most memory in megabytes."""
    command = [sys.executable, "-m", "kansrijk_cli", *map(str, words)]
    times = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=folder, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    peak = subprocess.run(
        [sys.executable, "-c", PEAK, *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return statistics.median(times), int(peak.stdout) / 1024


if __name__ == "__main__":
    start = time.perf_counter()
    main()
    print(f"klaar in {time.perf_counter() - start:.0f} s")
