"""The files of a house style: told when they are not there, or are not what their names say."""

from pathlib import Path

import pytest

from kansrijk_cli.source.folder import Snapshot
from kansrijk_cli.workspace.load import load
from kansrijk_cli.workspace.style_files import STYLE_FILE
from tests.workspaces import BASE, check_over

REGION = "regions/voorbeeld"
STYLE = "logo: {{file: {logo}, text: Logo}}\nfont_files: [a.ttf, {font}]\nword: {word}\n"
FILES: dict[str, bytes] = {
    "logo.svg": b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>",
    "logo.png": b"\x89PNG\r\n\x1a\n...",
    "logo.jpg": b"\xff\xd8\xff\xe0...",
    "a.ttf": b"\x00\x01\x00\x00...",
    "b.otf": b"OTTO...",
    "b.woff2": b"wOF2...",
    "huis.docx": b"PK\x03\x04...word/document.xml...",
}


def files(logo: str = "logo.svg", font: str = "b.otf", word: str = "huis.docx") -> dict[str, bytes]:
    style = STYLE.format(logo=logo, font=font, word=word).encode()
    laid = {f"{REGION}/templates/{name}": content for name, content in FILES.items()}
    return {f"{REGION}/style.yaml": style, **laid}


@pytest.mark.parametrize("logo", ["logo.svg", "logo.png", "logo.jpg"])
@pytest.mark.parametrize("font", ["b.otf", "b.woff2"])
def test_files_as_their_names_say(tmp_path: Path, logo: str, font: str) -> None:
    assert check_over(tmp_path, files(logo, font)).codes == []


@pytest.mark.parametrize("name", ["logo.svg", "a.ttf", "b.otf", "huis.docx"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    laid = files()
    del laid[f"{REGION}/templates/{name}"]
    checked = check_over(tmp_path, laid)
    assert checked.codes == [STYLE_FILE]
    [said] = checked.messages()
    assert f"`{name}` staat niet in de map `{REGION}/templates`" in said.text
    line, start, _, end = checked.position(checked.diagnostics[0])
    text = checked.texts[f"{REGION}/style.yaml"].splitlines()[line - 1]
    assert text[start - 1 : end - 1] == name


@pytest.mark.parametrize("name", ["logo.svg", "a.ttf", "b.otf", "huis.docx"])
@pytest.mark.parametrize("content", [b"", FILES["logo.jpg"], b"PK\x03\x04...xl/workbook.xml..."])
def test_a_file_of_another_kind(tmp_path: Path, name: str, content: bytes) -> None:
    checked = check_over(tmp_path, files() | {f"{REGION}/templates/{name}": content})
    assert checked.codes == [STYLE_FILE]
    [said] = checked.messages()
    kind = name.rpartition(".")[2]
    assert said.text == f"Het bestand `{name}` is geen {kind}, al heet het zo."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    laid = files()
    del laid[f"{REGION}/templates/logo.svg"]
    laid[f"{REGION}/templates/logo.svg/leeg.txt"] = b""
    assert check_over(tmp_path, laid).codes == [STYLE_FILE]


def test_of_a_link_in_git_nobody_knows(tmp_path: Path) -> None:
    base = {
        path.relative_to(BASE).as_posix(): path.read_bytes()
        for path in BASE.rglob("*")
        if path.is_file()
    }
    kept, link = base | files(), f"{REGION}/templates/logo.svg"
    del kept[link]
    codes = [d.code for d in load(Snapshot(tmp_path, kept)).diagnostics]
    assert codes.count(STYLE_FILE) == 1
    linked = load(Snapshot(tmp_path, kept, frozenset({link})))
    assert [d.code for d in linked.diagnostics] == []
