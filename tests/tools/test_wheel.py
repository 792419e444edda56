"""The wheel works where there is no checkout: a new folder, a new environment, only the wheel."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.tools.conftest import Run

pytestmark = [pytest.mark.tools, pytest.mark.long]


def test_a_region_is_made_checked_and_rendered(run: Run, root: Path, tmp_path: Path) -> None:
    wheel, sdist = build(run, tmp_path / "dist")
    expected = {
        path.relative_to(root / "src").as_posix()
        for path in (root / "src").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    expected |= {
        f"kansrijk_cli/defaults/{path.relative_to(folder).as_posix()}"
        for folder, pattern in ((root / "data", "catalog/*"), (root, "templates/**/*"))
        for path in folder.glob(pattern)
        if path.is_file()
    }
    names = set(zipfile.ZipFile(wheel).namelist())
    assert expected <= names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    with tarfile.open(sdist) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "Makefile", "data/kansrijk.yaml", "tests/tools/test_wheel.py"} <= packed

    kansrijk, pip = install(run, root, wheel, tmp_path / "environment")
    run(kansrijk, "init", tmp_path / "voorbeeld", cwd=tmp_path)
    plan = next((tmp_path / "voorbeeld").rglob("regions/*/*/plan.yaml"))
    year, region, _, data = plan.parents[:4]
    run(kansrijk, "--data", data, "validate", cwd=tmp_path)
    document = run(
        kansrijk, "--data", data, "report", region.name, year.name, "--output", "-", cwd=tmp_path
    )
    assert any(line.startswith("# ") for line in document.splitlines())

    report = (kansrijk, "--data", data, "report", region.name, year.name)
    lacking = subprocess.run(
        [*report, "--to", "pdf"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert lacking.returncode == 2
    assert "kansrijk[all]" in lacking.stderr
    run(*pip, "--require-hashes", "-r", root / "requirements" / "all.txt")
    formats = ("markdown", "html", "docx", "pdf")
    run(*report, *(word for name in formats for word in ("--to", name)), cwd=tmp_path)
    made = {path.suffix for path in (tmp_path / "build").iterdir() if path.is_file()}
    assert made == {".md", ".html", ".docx", ".pdf"}


def build(run: Run, folder: Path) -> tuple[Path, Path]:
    """The wheel, built from the source archive, and that archive."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder)
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


def install(
    run: Run, root: Path, wheel: Path, environment: Path
) -> tuple[Path, tuple[str | Path, ...]]:
    """An environment with what the program cannot do without: the program, and how to add more."""
    run(sys.executable, "-m", "venv", environment)
    programs = environment / ("Scripts" if sys.platform == "win32" else "bin")
    pip = (programs / "python", "-m", "pip", "install", "--quiet")
    run(*pip, "--require-hashes", "-r", root / "requirements" / "run.txt")
    run(*pip, "--no-deps", wheel)
    return programs / "kansrijk", pip
