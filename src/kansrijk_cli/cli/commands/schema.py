"""`kansrijk schema`."""

from pathlib import Path
from typing import Annotated

import typer

from kansrijk_cli.cli.exits import CLEAN, FINDINGS
from kansrijk_cli.cli.session import UseError, data_folder
from kansrijk_cli.cli.terminal import out, say


def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAAM]", help="De naam van een schema, zoals plan.")
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Schrijf alle schema's in de map schemas.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Mislukt als een schema verouderd is.")
    ] = False,
) -> None:
    """Toon de JSON-schema's, waarmee een editor velden aanvult en uitlegt."""
    from kansrijk_cli.output.schemas import schemas

    found = schemas()
    if name is not None:
        if name not in found:
            raise UseError("no-schema", name=name, known=", ".join(found))
        out(found[name])
    elif write or check:
        raise typer.Exit(_store(found, data_folder() / "schemas", write))
    else:
        out("".join(f"{name}\n" for name in found))


def _store(found: dict[str, str], folder: Path, write: bool) -> int:
    stale = [n for n, text in found.items() if _read(folder / f"{n}.schema.json") != text]
    for name in stale:
        path = folder / f"{name}.schema.json"
        say(path.as_posix())
        if write:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found[name], encoding="utf-8", newline="\n")
    return CLEAN if write or not stale else FINDINGS


def _read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None
