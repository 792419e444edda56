"""`migrate`: with steps that exist only in tests, on a copy of the repository's own data."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kansrijk_cli.cli import migrating
from kansrijk_cli.migrations import registry
from kansrijk_cli.migrations.registry import ordered
from kansrijk_cli.model import settings
from kansrijk_cli.source import save as saving
from kansrijk_cli.source.comments import comments
from kansrijk_cli.source.tree import Locator, parse
from kansrijk_cli.workspace.read import read_content
from tests.cli.english import english_in
from tests.cli.running import DATA, kansrijk
from tests.migrations.made_up import kind_to_type, programmes_up

STEPS = ordered([("v1_to_v2_kind", kind_to_type), ("v2_to_v3_programmes", programmes_up)])


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A program that is two versions further."""
    monkeypatch.setattr(registry, "steps", lambda: STEPS)
    monkeypatch.setattr(settings, "FORMAT_VERSION", 3)
    read_content.cache_clear()
    yield
    read_content.cache_clear()


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data of the repository, in the current folder."""
    shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def contents(folder: Path) -> dict[str, bytes]:
    """Every YAML file."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.yaml")}


def said_by(text: bytes) -> Counter[str]:
    """The comments of a file."""
    return Counter(c.text for c in comments(Locator(text.decode()), "#"))


def test_data_of_the_newest_version_stays(work: Path) -> None:
    before = contents(work)
    result = kansrijk("migrate")
    assert (result.code, result.out) == (0, "")
    assert f"al versie {settings.FORMAT_VERSION}" in result.err
    assert contents(work) == before


def test_a_newer_version_is_refused(work: Path) -> None:
    (work / "data" / "kansrijk.yaml").write_text("version: 9\n", "utf-8")
    result = kansrijk("migrate")
    assert (result.code, result.out) == (2, "")
    assert "versie 9" in result.err
    assert english_in(result.err) == []
    checked = kansrijk("validate", "--format", "concise")
    assert checked.code == 1
    assert "KR033" in checked.out
    assert "versie 9" in checked.out
    assert kansrijk("coverage", "voorbeeld").code == 1


@pytest.mark.parametrize("text", [None, "version: x\n", "version: 0\n", "version: [\n", "a: 1\n"])
def test_data_without_a_version_is_refused(work: Path, text: str | None) -> None:
    file = work / "data" / "kansrijk.yaml"
    if text is None:
        file.unlink()
    else:
        file.write_text(text, "utf-8")
    result = kansrijk("--data", "data", "migrate")
    assert (result.code, result.out) == (2, "")
    assert "kansrijk.yaml" in result.err


@pytest.mark.usefixtures("newer")
def test_older_data_is_told_and_what_to_do(work: Path) -> None:
    checked = kansrijk("validate")
    assert checked.code == 1
    assert "versie 1" in checked.out
    assert "kansrijk migrate" in checked.out
    assert "1 fout" in checked.out
    assert (work / "data" / "kansrijk.yaml").read_text("utf-8") == "version: 1\n"


@pytest.mark.usefixtures("newer")
def test_real_data_gets_the_new_form_and_keeps_every_comment(real: Path) -> None:
    before = contents(real)
    result = kansrijk("migrate")
    assert (result.code, result.out) == (0, "")
    after = contents(real)
    assert after["kansrijk.yaml"] == before["kansrijk.yaml"].replace(b"1", b"3")
    changed = {file for file in before if after[file] != before[file]}
    assert set(result.err.split("\n")[:-2]) == {f"data/{file}" for file in changed}
    assert {file.rsplit("/", 1)[-1] for file in changed} == {
        *("kansrijk.yaml", "parties.yaml", "plan.yaml")
    }
    for file in before:
        assert said_by(before[file]) == said_by(after[file])
        if file.endswith("parties.yaml"):
            assert b" kind: " not in after[file]
            assert after[file].count(b" type: ") == before[file].count(b" kind: ")
            assert after[file].replace(b"type: ", b"kind: ") == before[file]
        if file.endswith("plan.yaml"):
            old, new = parse(before[file].decode(), file).value, parse(after[file].decode(), file)
            assert isinstance(old, dict)
            assert isinstance(new.value, dict)
            assert isinstance(old["document"], dict)
            assert new.value.pop("programmes") == old["document"].pop("programmes")
            assert new.value == old
    assert kansrijk("migrate").err.startswith("De gegevens hebben al versie 3")


@pytest.mark.usefixtures("newer")
def test_a_preview_writes_nothing(real: Path) -> None:
    before = contents(real)
    result = kansrijk("migrate", "--diff")
    assert (result.code, result.err) == (0, "")
    assert "-version: 1\n+version: 3\n" in result.out
    assert "+++ b/data/regions/rivierenland/parties.yaml\n" in result.out
    assert contents(real) == before


@pytest.mark.usefixtures("newer")
def test_one_file_that_cannot_be_read_stops_everything(work: Path) -> None:
    file = work / "data" / "regions" / "voorbeeld" / "parties.yaml"
    file.write_text("parties: [\n", "utf-8")
    before = contents(work)
    result = kansrijk("migrate")
    assert (result.code, result.out) == (1, "")
    assert "regions/voorbeeld/parties.yaml" in result.err
    assert contents(work) == before
    assert "KR003" in kansrijk("validate").out


@pytest.mark.usefixtures("newer")
def test_a_file_that_changes_meanwhile_stops_everything(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(work)

    def late(path: Path, old: bytes, new: bytes) -> bool:
        return path.name != "kansrijk.yaml" and saving.save(path, old, new)

    monkeypatch.setattr(migrating, "save", late)
    result = kansrijk("migrate")
    assert (result.code, result.out) == (2, "")
    assert "kansrijk.yaml" in result.err
    assert contents(work) == before


@pytest.mark.usefixtures("newer")
def test_a_disk_that_is_full_stops_everything(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(work)

    def full(path: Path, old: bytes, new: bytes) -> bool:
        if path.name == "kansrijk.yaml" and old == before["data/kansrijk.yaml"]:
            raise OSError(28, "full", str(path))
        return saving.save(path, old, new)

    monkeypatch.setattr(migrating, "save", full)
    result = kansrijk("migrate")
    assert (result.code, result.out) == (2, "")
    assert contents(work) == before


@pytest.mark.usefixtures("newer")
def test_a_step_that_does_not_fit_a_file_stops_everything(work: Path) -> None:
    (work / "data" / "regions" / "voorbeeld" / "parties.yaml").write_text(
        "parties: [{id: a, name: A, kind: role, type: b}]\n", "utf-8"
    )
    before = contents(work)
    result = kansrijk("migrate")
    assert (result.code, result.out) == (2, "")
    assert "regions/voorbeeld/parties.yaml" in result.err
    assert contents(work) == before
