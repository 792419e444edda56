"""`site`: where it goes, what it takes away, and what it never touches."""

import io
import json
import os
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from kansrijk_cli.cli.site.publishing import progressing
from kansrijk_cli.cli.site.shelf import LIST, Shelf
from kansrijk_cli.output.site.build import Step
from tests.cli.running import kansrijk, spawn
from tests.workspaces import lay

BROKEN = "nmae: X\nkinds: [IZA]\nmunicipalities: [Ede]\n"
OTHER = {"regions/anders/region.yaml": "name: Anders\nkinds: [IZA]\nmunicipalities: [Vught]\n"}


@pytest.fixture(autouse=True)
def only_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Word and PDF have tests of their own; they take long."""
    monkeypatch.setattr("kansrijk_cli.cli.site.building.formats", lambda _: ("html", "markdown"))


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its content."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


class TestWhere:
    def test_in_build_site_unless_told_otherwise(self, work: Path) -> None:
        result = kansrijk("site")
        assert (result.code, result.out) == (0, "")
        made = files(work / "build/site")
        pages = sum(name.endswith(".html") for name in made)
        assert result.err == f"Site met {pages} pagina's: build/site/index.html\n"
        assert {"index.html", "over.html", "stijl.css", "zoek.js", "zoekindex.js"} < made.keys()
        assert "herlaad.js" not in made
        assert b"herlaad" not in made["index.html"]

    def test_in_a_folder_of_choice(self, work: Path) -> None:
        assert kansrijk("site", "--output", "ergens/anders").code == 0
        assert (work / "ergens/anders/index.html").is_file()
        assert not (work / "build").exists()

    @pytest.mark.parametrize("output", ["data", "data/site", "data/regions/../site", ""])
    def test_never_among_the_data(self, work: Path, output: str) -> None:
        before = files(work)
        result = kansrijk("site", "--output", output)
        assert (result.code, result.out) == (2, "")
        assert files(work) == before

    def test_where_there_is_a_file(self, work: Path) -> None:
        (work / "bezet").write_text("x", "utf-8")
        result = kansrijk("site", "--output", "bezet")
        assert result.code == 2
        assert "niet in uw gegevens" not in result.err

    def test_it_is_the_same_each_time(self, work: Path) -> None:
        kansrijk("site", "--output", "een")
        kansrijk("site", "--output", "twee")
        assert files(work / "een") == files(work / "twee")

    def test_what_is_the_same_is_not_written_again(self, work: Path) -> None:
        kansrijk("site")
        page = work / "build/site/index.html"
        os.utime(page, (1, 1))
        kansrijk("site")
        assert page.stat().st_mtime == 1


class TestOne:
    def test_only_one_region(self, work: Path) -> None:
        lay(work / "data", OTHER)
        assert kansrijk("site", "--region", "Anders").code == 0
        made = files(work / "build/site")
        assert "regio/anders/index.html" in made
        assert "gemeente/vught.html" in made
        assert not [name for name in made if "voorbeeld" in name or "ede" in name.split("/")]

    def test_only_interventions_that_it_names(self, work: Path) -> None:
        offer = "source: a\ndeployments: {Vught: {voorzorg: active}}\n"
        more = OTHER["regions/anders/region.yaml"] + "sources: [{id: a, title: A}]\nsource: a\n"
        lay(
            work / "data",
            {"regions/anders/region.yaml": more, "regions/anders/interventions.yaml": offer},
        )
        assert kansrijk("site", "--region", "Anders").code == 0
        made = files(work / "build/site")
        found = {name for name in made if name.startswith("interventie/")}
        assert found == {"interventie/index.html", "interventie/voorzorg.html"}
        for name in ("index.html", "interventie/index.html", "zoekindex.js"):
            assert b"VoorZorg" in made[name]
            assert b"GIZ" not in made[name]
        # All of them are in the site of all regions.
        assert kansrijk("site").code == 0
        assert (work / "build/site/interventie/giz.html").is_file()

    def test_a_region_that_is_not_there(self, work: Path) -> None:
        result = kansrijk("site", "--region", "vorbeeld")
        assert result.code == 2
        assert "Bedoelt u `voorbeeld`?" in result.err
        assert not (work / "build").exists()


class TestBroken:
    def test_a_region_with_mistakes_is_told_and_left_out(self, work: Path) -> None:
        lay(work / "data", {**OTHER, "regions/anders/region.yaml": BROKEN})
        result = kansrijk("site")
        assert result.code == 1
        assert "`anders`" in result.err
        assert "Deze regio staat niet op de website." in result.err
        made = files(work / "build/site")
        assert "regio/voorbeeld/index.html" in made
        assert not [name for name in made if "anders" in name]

    def test_when_nothing_is_left_the_site_stays_as_it_was(self, work: Path) -> None:
        kansrijk("site")
        before = files(work / "build/site")
        lay(work / "data", {"regions/voorbeeld/region.yaml": BROKEN})
        result = kansrijk("site")
        assert result.code == 1
        assert "Site met" not in result.err
        # The site that is there has it still.
        assert "niet op de website" not in result.err
        assert files(work / "build/site") == before

    def test_a_mistake_in_a_template_is_told_with_its_line(self, work: Path) -> None:
        (work / "templates/sections").mkdir(parents=True)
        (work / "templates/sections/risks.md.j2").write_text("een\n{{ nergens }}\n", "utf-8")
        result = kansrijk("site")
        assert result.code == 2
        assert "regel 2" in result.err
        # What was made of it is ours, so the next time goes well.
        (work / "templates/sections/risks.md.j2").unlink()
        assert kansrijk("site").code == 0


class TestFilesOfOthers:
    def test_pages_that_are_no_longer_there_are_taken_away(self, work: Path) -> None:
        lay(work / "data", OTHER)
        kansrijk("site")
        assert (work / "build/site/regio/anders").is_dir()
        (work / "data/regions/anders/region.yaml").unlink()
        (work / "data/regions/anders").rmdir()
        kansrijk("site")
        made = work / "build/site"
        assert not (made / "regio/anders").exists()
        assert not (made / "gemeente/vught.html").exists()
        fresh = work / "vers"
        kansrijk("site", "--output", "vers")
        assert files(made) == files(fresh)

    def test_other_files_stay(self, work: Path) -> None:
        lay(work / "data", OTHER)
        kansrijk("site")
        own = {
            "CNAME": b"example.org\n",
            "regio/anders/eigen.txt": b"x",
            # Ours, but somebody changed it.
            "gemeente/vught.html": b"eigen pagina",
        }
        for name, content in own.items():
            (work / "build/site" / name).write_bytes(content)
        (work / "data/regions/anders/region.yaml").unlink()
        (work / "data/regions/anders").rmdir()
        assert kansrijk("site").code == 0
        assert own.items() <= files(work / "build/site").items()

    def test_a_file_of_somebody_else_is_not_written_over(self, work: Path) -> None:
        (work / "build/site").mkdir(parents=True)
        (work / "build/site/index.html").write_text("van mij", "utf-8")
        result = kansrijk("site")
        assert result.code == 2
        assert "`build/site/index.html`" in result.err
        assert (work / "build/site/index.html").read_text("utf-8") == "van mij"

    def test_a_list_cannot_lead_out_of_the_folder(self, work: Path) -> None:
        kansrijk("site")
        mark = sha256(b"x").hexdigest()
        outside = [work / "buiten.txt", work / "build/naast.txt"]
        for path in outside:
            path.write_bytes(b"x")
        names = ["../naast.txt", "../../buiten.txt", str(outside[0]), "..\\naast.txt"]
        (work / "build/site" / LIST).write_text(json.dumps(dict.fromkeys(names, mark)), "utf-8")
        with Shelf(work / "build/site") as shelf:
            assert shelf.before == {}
        assert all(path.is_file() for path in outside)

    @pytest.mark.parametrize("text", ["", "geen json", "[1, 2]", "\x00"])
    def test_a_list_that_is_damaged(self, work: Path, text: str) -> None:
        kansrijk("site")
        (work / "build/site" / LIST).write_text(text, "utf-8")
        # All files are as they would be made, so they are ours.
        assert kansrijk("site").code == 0


class TestVersion:
    @pytest.fixture
    def git(self, work: Path) -> None:
        def run(*words: str) -> None:
            identity = ("-c", "user.name=test", "-c", "user.email=test@example.org")
            day = {"GIT_COMMITTER_DATE": "2025-03-09T23:30:00+01:00"}
            kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
            subprocess.run(
                ["git", *identity, *words],  # noqa: S607 - whichever git there is
                cwd=work,
                env=kept | day,
                capture_output=True,
                check=True,
            )

        run("init", "--quiet", "--initial-branch", "main")
        run("add", ".")
        run("commit", "--quiet", "--message", "Begin")
        # Something else than the data is another matter.
        (work / "lees.md").write_text("x", "utf-8")
        run("add", ".")
        run("commit", "--quiet", "--message", "Iets anders")

    @staticmethod
    def said(work: Path) -> str:
        assert kansrijk("site").code == 0
        [found] = [
            line
            for line in (work / "build/site/index.html").read_text("utf-8").splitlines()
            if "Stand van de gegevens" in line or "niet vastgelegd in git" in line
        ]
        return found

    @pytest.mark.usefixtures("git")
    def test_the_last_commit_that_changed_the_data(self, work: Path) -> None:
        command = ("git", "log", "-1", "--format=%H", "--", "data")
        done = subprocess.run(command, cwd=work, capture_output=True, check=True, text=True)
        assert done.stdout[:10] in self.said(work)
        assert "van 9 maart 2025." in self.said(work)

    @pytest.mark.usefixtures("git")
    def test_changed_files_are_told(self, work: Path) -> None:
        with (work / "data/regions/voorbeeld/region.yaml").open("a") as file:
            file.write("short: Vb\n")
        assert "nog niet zijn vastgelegd" in self.said(work)

    @pytest.mark.usefixtures("git")
    def test_a_new_file_is_a_change_as_well(self, work: Path) -> None:
        lay(work / "data", OTHER)
        assert "nog niet zijn vastgelegd" in self.said(work)

    @pytest.mark.usefixtures("git")
    def test_what_lies_outside_the_data_is_none(self, work: Path) -> None:
        (work / "lees.md").write_text("anders", "utf-8")
        assert "nog niet zijn vastgelegd" not in self.said(work)

    def test_no_git(self, work: Path) -> None:
        assert "niet vastgelegd in git" in self.said(work)

    def test_nothing_was_ever_committed(self, work: Path) -> None:
        command = ("git", "init", "--quiet")
        subprocess.run(command, cwd=work, capture_output=True, check=True)
        assert "niet vastgelegd in git" in self.said(work)


def test_every_format_that_can_be_made_is_there(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ("docx", "html", "markdown", "pdf")
    monkeypatch.setattr("kansrijk_cli.cli.site.building.formats", lambda _: wanted)
    assert kansrijk("site").code == 0
    made = files(work / "build/site/regio/voorbeeld/2025/bestanden")
    stem = "voorbeeld-2025-werkagenda"
    assert {f"{stem}.{end}" for end in ("docx", "html", "md", "pdf")} <= made.keys()


def test_a_format_whose_extra_is_not_there_is_left_out(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def writer(name: str) -> object:
        if name == "pdf":
            raise ModuleNotFoundError(name="typst")
        return real(name)

    from kansrijk_cli.output.formats import writer as real

    monkeypatch.setattr("kansrijk_cli.cli.site.building.formats", lambda _: ("html", "pdf"))
    monkeypatch.setattr("kansrijk_cli.cli.site.building.writer", writer)
    result = kansrijk("site")
    assert result.code == 0
    told, site = result.err.splitlines()
    assert "de vorm `pdf`:" in told
    assert "`kansrijk[all]`" in told
    assert site.startswith("Site met ")
    made = files(work / "build/site/regio/voorbeeld/2025/bestanden")
    assert [name for name in made if "werkagenda" in name] == ["voorbeeld-2025-werkagenda.html"]


def test_progress_stays_out_of_a_pipe(tmp_path: Path) -> None:
    folder = lay(tmp_path / "data", {})
    result = spawn("--data", folder, "site", "--output", tmp_path / "site")
    assert (result.code, result.out) == (0, "")
    assert result.err.count("\n") == 1
    assert "\x1b" not in result.err


def test_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    made = [Step(str(number), lambda: iter(())) for number in range(3)]
    assert [step.about for step in progressing(made)] == ["0", "1", "2"]
    assert "De site wordt gemaakt" in screen.getvalue()
    assert "100%" in screen.getvalue()
