"""A region's own look in its documents, and what it says of a file that is not there."""

from pathlib import Path

from tests.cli.running import kansrijk

WORDS = ("report", "voorbeeld", "2025", "--to", "html")
STYLE = """
accent: '#7a1f5c'
fonts: [Verdana]
font_files: [letter.ttf]
logo: {file: logo.svg, text: Logo van Voorbeeld}
footer: www.voorbeeld.example
"""


def styled(work: Path) -> Path:
    region = work / "data/regions/voorbeeld"
    (region / "style.yaml").write_text(STYLE, "utf-8")
    (region / "templates").mkdir()
    (region / "templates/letter.ttf").write_bytes(b"\x00\x01\x00\x00letters")
    return region / "templates/logo.svg"


def test_the_look_of_the_region(work: Path) -> None:
    styled(work).write_text("<svg/>", "utf-8")
    assert kansrijk("validate").code == 0
    assert kansrijk(*WORDS).code == 0
    html = (work / "build/voorbeeld-2025-werkagenda.html").read_text("utf-8")
    for part in ("--accent: #7a1f5c;", '"Verdana"', "Logo van Voorbeeld", "www.voorbeeld.example"):
        assert part in html


def test_a_file_that_is_not_there(work: Path) -> None:
    logo = styled(work)
    result = kansrijk(*WORDS)
    assert (result.code, result.out) == (2, "")
    assert logo.relative_to(work).as_posix() in result.err
    assert not (work / "build").exists()


def test_a_name_cannot_leave_the_folder(work: Path) -> None:
    styled(work)
    style = work / "data/regions/voorbeeld/style.yaml"
    style.write_text("logo: {file: ../../geheim.svg, text: x}\n", "utf-8")
    assert "style.yaml" in kansrijk("validate").out
    assert kansrijk(*WORDS).code == 1
