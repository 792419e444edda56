"""The data folder on disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kansrijk_cli.source.folder import Folder

FILES = (
    "kansrijk.yaml",
    "Readme.md",
    "b/plan.yml",
    "b/PLAN.YAML",
    "b/plan.yaml.bak",
    "a/~kopie.yaml",
    "a/.verborgen.yaml",
    ".git/config.yaml",
    "schemas/plan.yaml",
    "b/templates/plan.yaml",
    "b/node_modules/x/y.yaml",
)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: 1\n")
    return Folder(tmp_path)


def test_yaml_files_are_listed_in_order_and_nothing_else(folder: Folder) -> None:
    assert list(folder.files()) == ["b/PLAN.YAML", "b/plan.yml", "kansrijk.yaml"]


def test_links_are_listed_under_their_own_name(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "b" / "naar-a").symlink_to("../a")
    (tmp_path / "b" / "rond").symlink_to("..")
    (tmp_path / "los.yaml").symlink_to("b/plan.yml")
    (tmp_path / "los.txt").symlink_to("b/plan.yml")
    assert list(folder.files()) == [
        "b/PLAN.YAML",
        "b/naar-a",
        "b/plan.yml",
        "b/rond",
        "kansrijk.yaml",
        "los.yaml",
    ]
    assert folder.is_link("los.yaml")
    assert not folder.is_link("kansrijk.yaml")


def test_folders_are_listed_in_order(folder: Folder) -> None:
    assert folder.folders(".") == ["a", "b"]
    assert folder.folders("a") == []
    assert folder.folders("kansrijk.yaml") == []
    assert folder.folders("er-niet") == []


def test_a_folder_elsewhere_is_not_one_of_ours(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "c").symlink_to("b")
    assert folder.folders(".") == ["a", "b"]


def test_a_file_has_a_size_and_bytes(folder: Folder) -> None:
    assert folder.size("kansrijk.yaml") == len(folder.read("kansrijk.yaml")) == 5


PIPE = """
from pathlib import Path
from kansrijk_cli.source.document import fetch
from kansrijk_cli.source.folder import Folder
print(fetch(Folder(Path.cwd()), "plan.yaml").code)
"""


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.yaml")
    done = subprocess.run(
        [sys.executable, "-c", PIPE],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=10,
    )
    assert done.stdout == "KR001\n"
