"""`kansrijk init`."""

from pathlib import Path
from typing import Annotated

import typer

from kansrijk_cli.cli.session import UseError
from kansrijk_cli.cli.terminal import say


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="MAP", help="De map waarin de gegevens komen.")
    ] = Path(),
) -> None:
    """Begin met een nieuwe map, met van elk bestand een uitgewerkt voorbeeld."""
    from kansrijk_cli.cli.starting import start_folder
    from kansrijk_cli.output.labels import label

    if (folder / "data").exists():
        raise UseError("not-empty", folder=folder)
    for path in start_folder(folder):
        say(path.as_posix())
    here = folder.resolve() == Path.cwd()
    say(label("text", "started-here" if here else "started").format(folder=folder.as_posix()))
