"""`new year` and `new region`."""

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.english import english_in
from tests.cli.running import DATA, kansrijk
from tests.workspaces import ROOT

PLANS = sorted(path.parent for path in DATA.glob("regions/*/*/plan.yaml"))
NEWEST = {plan.parts[-2]: int(plan.parts[-1]) for plan in PLANS}


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data of the repository, in the current folder."""
    shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def everything(folder: Path) -> dict[str, bytes | None]:
    """Every file and folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


class TestYear:
    @pytest.mark.parametrize("later", [1, 4])
    @pytest.mark.parametrize("region", NEWEST)
    def test_the_new_year_of_a_real_region_is_valid_and_has_a_document(
        self, real: Path, region: str, later: int
    ) -> None:
        before = everything(real)
        year = NEWEST[region] + later
        result = kansrijk("new", "year", region, str(year))
        assert (result.code, result.err) == (0, "")
        checked = kansrijk("validate")
        assert checked.code == 0, checked.out
        assert f"{region}/{year}" not in checked.out
        report = kansrijk("report", region, str(year), "--output", "-")
        assert (report.code, report.out[:2]) == (0, "# ")
        assert "TE BEPALEN" not in report.out
        assert {name: was for name, was in everything(real).items() if name in before} == before
        old, new = real / "regions" / region / str(NEWEST[region]), f"{region}/{year}"
        assert {p.name for p in old.iterdir()} == {
            p.name for p in (real / "regions" / new).iterdir()
        }

    @pytest.mark.parametrize(
        ("region", "least", "not_carried", "source"),
        [
            # A target that was due in a quarter of 2024 stays with its activity of that quarter.
            ("noord-en-midden-limburg", 20, "Ook niet overgenomen: 16 cijfers.", "jaarplan-2025"),
            ("rivierenland", 5, "Niet overgenomen (2):", "praktijkoverzicht-2025"),
        ],
    )
    def test_every_place_that_is_told_is_there(
        self, real: Path, region: str, least: int, not_carried: str, source: str
    ) -> None:
        result = kansrijk("new", "year", region, "2025")
        told = re.findall(r"^  (data/\S+):(\d+): (.*)$", result.out, re.MULTILINE)
        assert len(told) > least
        for file, line, text in told:
            there = (real.parent / file).read_text("utf-8").split("\n")[int(line) - 1]
            if "/2025/" in file:
                assert "# TE BEPALEN: " in there
                assert there.partition("BEPALEN: ")[2] in text
            else:
                assert there.strip().startswith("- id: ")
        questions = sum(
            path.read_text("utf-8").count("# TE BEPALEN: ")
            for path in (real / "regions" / region / "2025").iterdir()
        )
        assert f"Nog te bepalen ({questions}):" in result.out
        assert "Overgenomen uit 2024: " in result.out
        said = [line for line in result.out.split("\n") if "iet overgenomen" in line]
        assert [line[: len(not_carried)] for line in said] == [not_carried]
        assert f"`{source}`" in result.out
        assert english_in(re.sub(r"`[^`]*`|\S+:\d+:|[a-z_]+: ", "", result.out)) == []

    def test_an_existing_year_is_left_alone(self, work: Path) -> None:
        (work / "data" / "regions" / "voorbeeld" / "2026").mkdir()
        before = everything(work)
        for year in ("2025", "2026"):
            result = kansrijk("new", "year", "voorbeeld", year)
            assert (result.code, result.out) == (2, "")
            assert year in result.err
            assert "niets veranderd" in result.err
        assert everything(work) == before

    @pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
    def test_a_link_in_the_way_is_left_alone(self, work: Path) -> None:
        (work / "data" / "regions" / "voorbeeld" / "2026").symlink_to(work / "nergens")
        assert kansrijk("new", "year", "voorbeeld", "2026").code == 2
        assert not (work / "nergens").exists()

    def test_the_newest_earlier_year_or_the_one_asked_for(self, work: Path) -> None:
        region = work / "data" / "regions" / "voorbeeld"
        shutil.copytree(region / "2025", region / "2023")
        shutil.copytree(region / "2025", region / "2028")
        plan = region / "2023" / "plan.yaml"
        plan.write_text(plan.read_text("utf-8").replace("Werkagenda", "Oude agenda"), "utf-8")
        assert "uit 2025" in kansrijk("new", "year", "Voorbeeld", "2026").out
        assert "uit 2023" in kansrijk("new", "year", "voorbeeld", "2027", "--from", "2023").out
        assert "Oude agenda 2025" in (region / "2027" / "plan.yaml").read_text("utf-8")
        for words in (("2022",), ("2029", "--from", "2020"), ("2024", "--from", "2025")):
            result = kansrijk("new", "year", "voorbeeld", *words)
            assert (result.code, result.out) == (2, ""), words
            assert english_in(result.err) == []
            assert not (region / words[0]).exists()

    def test_broken_data_is_not_carried_over(self, work: Path) -> None:
        plan = work / "data" / "regions" / "voorbeeld" / "2025" / "plan.yaml"
        plan.write_text("document: {kind: werkagenda}\n", "utf-8")
        result = kansrijk("new", "year", "voorbeeld", "2026")
        assert (result.code, result.out) == (1, "")
        assert "kansrijk validate" in result.err
        assert not (plan.parents[1] / "2026").exists()

    def test_a_text_that_cannot_be_changed_is_told(self, work: Path) -> None:
        plan = work / "data" / "regions" / "voorbeeld" / "2025" / "plan.yaml"
        plan.write_bytes(plan.read_bytes().replace(b"\n", b"\r"))
        assert kansrijk("validate", "--fail-on", "error").code == 0
        before = everything(work)
        result = kansrijk("new", "year", "voorbeeld", "2026")
        assert (result.code, result.out) == (2, "")
        assert "voorbeeld/2025/plan.yaml" in result.err
        assert everything(work) == before

    def test_a_folder_that_cannot_be_written_leaves_nothing(
        self, work: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(path: Path, _data: bytes) -> int:
            raise OSError(28, "full", str(path))

        before = everything(work)
        monkeypatch.setattr(Path, "write_bytes", refuse)
        result = kansrijk("new", "year", "voorbeeld", "2026")
        assert (result.code, result.out) == (2, "")
        assert everything(work) == before

    def test_line_ends_and_comments_of_windows_stay(self, work: Path) -> None:
        old = work / "data" / "regions" / "voorbeeld" / "2025" / "plan.yaml"
        old.write_bytes(b"# Kop\n" + old.read_bytes())
        old.write_bytes(old.read_bytes().replace(b"\n", b"\r\n"))
        assert kansrijk("new", "year", "voorbeeld", "2026").code == 0
        new = (old.parents[1] / "2026" / "plan.yaml").read_bytes()
        assert new.startswith(b"# Kop\r\n")
        assert new.count(b"\n") == new.count(b"\r\n")


class TestRegion:
    def test_a_new_region_is_valid_and_can_have_a_year(
        self, real: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        name = "Kop van 's-Drenthe"
        words = ("--municipality", "de wolden", "--municipality", "Den Haag")
        result = kansrijk("new", "region", "--name", name, *words, "--municipality", "De Wolden")
        assert (result.code, result.err) == (0, "")
        folder = real / "regions" / "kop-van-s-drenthe"
        text = (folder / "region.yaml").read_text("utf-8")
        assert f"name: {name}\n" in text
        assert 'municipalities:\n  - De Wolden\n  - "\'s-Gravenhage"\n#' in text
        asked = sum(p.read_text("utf-8").count("# TE BEPALEN: ") for p in folder.iterdir())
        assert f"Nog te bepalen ({asked}):" in result.out
        assert kansrijk("new", "year", name, "2027").code == 0
        checked = kansrijk("validate", "--region", "kop-van-s-drenthe", "--format", "concise")
        assert checked.code == 0
        assert {line.split()[2] for line in checked.out.splitlines() if "KR" in line} == {
            *("KR202", "KR203")
        }
        document = kansrijk("report", "kop-van-s-drenthe", "2027", "--output", "-").out
        assert document.startswith("# Jaarplan 2027\n")
        assert "| Status | concept |" in document
        again = kansrijk("new", "year", name, "2028")
        assert (again.code, again.out.count("de bron van dit nieuwe plan")) == (0, 1)

    def test_a_second_region_of_that_name_gets_another_id(self, work: Path) -> None:
        words = ("new", "region", "--name", "Voorbeeld", "--municipality", "Ede")
        assert [kansrijk(*words).code for _ in range(2)] == [0, 0]
        assert {path.name for path in (work / "data" / "regions").iterdir()} == {
            *("voorbeeld", "voorbeeld-2", "voorbeeld-3")
        }

    @pytest.mark.parametrize(
        "name", ["Regio: noord", "#1 in zorg", "- streep", "2027", "ja", "yes"]
    )
    def test_any_name_stands_in_the_file_as_it_is(self, work: Path, name: str) -> None:
        result = kansrijk("new", "region", "nieuw", "--name", name, "--municipality", "Ede")
        assert result.code == 0
        assert kansrijk("validate", "--region", "nieuw").code == 0
        assert kansrijk("coverage", "--", name).code == 0
        assert (work / "data" / "regions" / "nieuw" / "region.yaml").is_file()

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("--name", "X", "--municipality", "Eede"), "Bedoelt u `Ede`"),
            (("--name", "X", "--municipality", "Nergenshuizen"), "Nergenshuizen"),
            (("voorbeeld", "--name", "X", "--municipality", "Ede"), "voorbeeld"),
            (("Fout Id", "--name", "X", "--municipality", "Ede"), "Fout Id"),
            (("--name", "!", "--municipality", "Ede"), "letters of cijfers"),
            (("--name", "a\nb", "--municipality", "Ede"), "letters of cijfers"),
            (("--name", " a", "--municipality", "Ede"), "letters of cijfers"),
            (("--name", "X"), "--municipality"),
            (("--municipality", "Ede"), "--name"),
        ],
    )
    def test_what_cannot_be_is_refused_and_nothing_is_made(
        self, work: Path, words: tuple[str, ...], told: str
    ) -> None:
        before = everything(work)
        result = kansrijk("new", "region", *words)
        assert (result.code, result.out) == (2, "")
        assert told in result.err
        assert english_in(result.err) == []
        assert everything(work) == before

    def test_a_name_of_more_municipalities_is_asked_again(self, real: Path) -> None:
        result = kansrijk("new", "region", "--name", "X", "--municipality", "Bergen")
        assert (result.code, result.out) == (2, "")
        assert "Bergen (L.)" in result.err
        assert "Bergen (NH.)" in result.err
        assert not (real / "regions" / "x").exists()


def test_new_alone_says_what_there_is() -> None:
    result = kansrijk("new")
    assert (result.code, result.out) == (2, "")
    assert "kansrijk new year" in result.err
    assert "kansrijk new region" in result.err


def test_every_file_of_the_start_of_a_region_is_in_the_package() -> None:
    folder = ROOT / "src" / "kansrijk_cli" / "renewal" / "skeleton"
    assert {path.name for path in folder.iterdir()} == {
        *("region.yaml", "parties.yaml", "coalitions.yaml", "interventions.yaml", "plan.yaml")
    }
