"""`kansrijk diff`."""

from typing import Annotated

import typer

from kansrijk_cli.cli.exits import CLEAN, FINDINGS
from kansrijk_cli.cli.options import format_of
from kansrijk_cli.cli.terminal import out
from kansrijk_cli.output.formats import renderer
from kansrijk_cli.output.labels import label

CHANGES = "kansrijk_cli.output.changes"


def diff(
    versions: Annotated[
        str | None,
        typer.Argument(
            metavar="[VERSIE]",
            help="Een versie van git, of twee als A..B; anders de laatste commit.",
        ),
    ] = None,
    *,
    years: Annotated[
        str | None,
        typer.Option("--years", metavar="JAAR..JAAR", help="Vergelijk de plannen van twee jaren."),
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="REGIO", help="Toon alleen deze regio.")
    ] = None,
    drafts: Annotated[bool, typer.Option("--drafts", help="Neem ook concepten mee.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Mislukt als er iets ingrijpends is veranderd.")
    ] = False,
    format: Annotated[str, format_of(CHANGES)] = "text",
) -> None:
    """Vertel in gewone taal wat er is veranderd."""
    from kansrijk_cli.cli.comparing import compared
    from kansrijk_cli.output.change_lines import overview
    from kansrijk_cli.output.shapes.diff import diff_shape

    found = compared(versions, years, region, drafts)
    if format == "json":
        out(renderer(CHANGES, format)(diff_shape(found.comparison, found.before, found.after)))
    else:
        after = found.after or label("diff", "now")
        out(renderer(CHANGES, format)(overview(found.comparison, found.before, after)))
    fails = found.comparison.breaking or found.comparison.broken_after
    raise typer.Exit(FINDINGS if check and fails else CLEAN)
