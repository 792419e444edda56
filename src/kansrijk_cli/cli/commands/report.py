"""`kansrijk report`."""

from typing import Annotated

import typer

from kansrijk_cli.cli.exits import CLEAN, FINDINGS
from kansrijk_cli.cli.options import OnDay, parse_id, parse_year, several
from kansrijk_cli.cli.session import UseError, data_folder
from kansrijk_cli.output.formats import WRITERS, formats


def report(
    region: Annotated[
        str | None, typer.Argument(metavar="REGIO", help="Id of naam van de regio.")
    ] = None,
    year: Annotated[
        int | None,
        typer.Argument(
            metavar="JAAR",
            parser=parse_year,
            help="Het jaar van het plan. Niet nodig bij een enkel jaar.",
        ),
    ] = None,
    *,
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
    to: Annotated[
        list[str] | None,
        several("--to", formats(WRITERS), "Vorm van het document; mag vaker. Anders markdown."),
    ] = None,
    on: OnDay = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            metavar="PAD|-",
            help="Bestand, of - voor de uitvoer zelf (zonder plaatjes). Met --all een map.",
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Schrijf niets; toon welke documenten niet meer van nu zijn."),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Maak het document opnieuw na elke verandering.")
    ] = False,
) -> None:
    """Maak van een plan een leesbaar document."""
    from kansrijk_cli.cli.documents.placing import Place, checked_place
    from kansrijk_cli.cli.documents.reporting import Wanted, make
    from kansrijk_cli.cli.watching import again

    if every == (region is not None):
        raise UseError("region-or-all")
    place: Place = checked_place(tuple(to or ("markdown",)), output, every=every, check=check)
    root, wanted = data_folder(), Wanted(region, year, kind, on)
    good = make(root, wanted, place)
    if watch:
        again((root, root.parent / "templates"), lambda: make(root, wanted, place))
    raise typer.Exit(CLEAN if good else FINDINGS)
