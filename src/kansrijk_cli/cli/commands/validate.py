"""`kansrijk validate`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kansrijk_cli.cli.exits import CLEAN, FINDINGS
from kansrijk_cli.cli.options import choice, format_of
from kansrijk_cli.cli.session import OPTIONS, data_folder, load_data
from kansrijk_cli.cli.terminal import out, painted, uses_color
from kansrijk_cli.output.formats import DIAGNOSTICS, renderer


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PAD]...", help="Toon alleen deze bestanden of mappen."),
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="REGIO", help="Toon alleen deze regio.")
    ] = None,
    format: Annotated[str, format_of(DIAGNOSTICS)] = "text",
    fail_on: Annotated[
        str, choice("--fail-on", ("error", "warning"), "Vanaf welke ernst de opdracht mislukt.")
    ] = "error",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Toon alleen bevindingen.")] = False,
) -> None:
    """Controleer de gegevens en toon wat niet klopt."""
    from kansrijk_cli.cli.checking import check, fails

    root = data_folder()
    report = check(load_data(root), root, paths or [], region)
    if format == "text":
        paint = painted if uses_color(sys.stdout, OPTIONS.color) else (lambda text, _: text)
        out(renderer(DIAGNOSTICS, format)(report, paint, quiet))
    else:
        out(renderer(DIAGNOSTICS, format)(report))
    raise typer.Exit(FINDINGS if fails(report, fail_on) else CLEAN)
