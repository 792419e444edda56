"""`kansrijk report`."""

from pathlib import Path
from typing import Annotated

import typer

from kansrijk_cli.cli.exits import CLEAN, FINDINGS
from kansrijk_cli.cli.options import OnDay, parse_id, parse_year
from kansrijk_cli.cli.session import (
    DataError,
    UseError,
    data_folder,
    find_region,
    find_year,
    load_data,
)
from kansrijk_cli.cli.terminal import out, say

BUILD = Path("build")


def report(
    region: Annotated[
        str | None, typer.Argument(metavar="REGIO", help="Id of naam van de regio.")
    ] = None,
    year: Annotated[
        int | None, typer.Argument(metavar="JAAR", parser=parse_year, help="Het jaar van het plan.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Maak alle documenten van alle regio's.")
    ] = False,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="SOORT",
            parser=parse_id,
            help="Soort document; anders die van het plan.",
        ),
    ] = None,
    on: OnDay = None,
    output: Annotated[
        str | None,
        typer.Option("--output", metavar="PAD|-", help="Bestand, of - voor de uitvoer zelf."),
    ] = None,
) -> None:
    """Maak van een plan een leesbaar document (Markdown)."""
    from kansrijk_cli.cli.reporting import Wanted, documents, one_document
    from kansrijk_cli.workspace.drafts import without_drafts

    if every == (region is not None) or (every and output is not None):
        raise UseError("region-or-all")
    root = data_folder()
    workspace = without_drafts(load_data(root).value.workspace)
    if region is None:
        failed = False
        for document in documents(workspace, root, kind, on):
            failed = failed or isinstance(document, DataError)
            say(document.explain() if isinstance(document, DataError) else document.write(BUILD))
        raise typer.Exit(FINDINGS if failed else CLEAN)
    folder = find_region(workspace, region)
    if year is None:
        known = ", ".join(map(str, sorted(folder.years)))
        raise UseError("which-year" if known else "no-years", region=folder.id, known=known)
    document = one_document(workspace, root, folder, find_year(folder, year), Wanted(kind, on))
    if output == "":
        raise UseError("empty-output")
    if output == "-":
        out(document.text)
    else:
        say(document.write(BUILD, Path(output) if output else None))
