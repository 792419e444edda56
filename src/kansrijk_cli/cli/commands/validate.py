"""`kansrijk validate`."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kansrijk_cli.cli.exits import CLEAN, FINDINGS
from kansrijk_cli.cli.options import choice, format_of
from kansrijk_cli.cli.session import OPTIONS, data_folder
from kansrijk_cli.cli.terminal import painted, uses_color, width_of
from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.formats import DIAGNOSTICS, names_from_repository
from kansrijk_cli.output.labels import label


def parse_number(text: str) -> int:
    """A whole number from 1."""
    if text.isascii() and text.isdecimal() and len(text) < 10 and int(text) > 0:
        return int(text)
    raise typer.BadParameter(label("use", "a-number"))


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PAD]...", help="Toon alleen deze bestanden of mappen; - leest de invoer."
        ),
    ] = None,
    *,
    region: Annotated[
        str | None, typer.Option("--region", metavar="REGIO", help="Toon alleen deze regio.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="VERSIE", help="Toon alleen wat komt door wijzigingen sinds VERSIE."
        ),
    ] = None,
    staged: Annotated[
        bool, typer.Option("--staged", help="Controleer wat klaarstaat voor de commit (git add).")
    ] = False,
    stdin_filename: Annotated[
        Path | None,
        typer.Option("--stdin-filename", metavar="PAD", help="Welk bestand de invoer (-) is."),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Herstel wat zonder keuze kan, en toon de rest.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Toon wat --fix zou veranderen; verander niets.")
    ] = False,
    format: Annotated[str, format_of(DIAGNOSTICS)] = "text",
    fail_on: Annotated[
        str, choice("--fail-on", ("error", "warning"), "Vanaf welke ernst de opdracht mislukt.")
    ] = "error",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Toon alleen bevindingen.")] = False,
    output: Annotated[
        str | None,
        typer.Option("--output", metavar="PAD|-", help="Bestand, of - voor de uitvoer zelf."),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Toon hoe vaak elke code voorkomt (bij text).")
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option(
            "--max",
            metavar="AANTAL",
            parser=parse_number,
            help="Toon hoogstens zoveel bevindingen, de ergste eerst (bij text en concise).",
        ),
    ] = None,
) -> None:
    """Controleer de gegevens en toon wat niet klopt."""
    from kansrijk_cli.cli.checking import check
    from kansrijk_cli.cli.scope import Scope
    from kansrijk_cli.cli.showing import Wishes, append_step_summary, deliver, destination, shown

    wishes = Wishes(format, quiet, statistics, limit, fix, diff)
    root = data_folder()
    path = destination(output, root)
    from_repository = names_from_repository(format)
    scope = Scope(tuple(paths or ()), region, staged, since, stdin_filename, from_repository)
    # Whoever looks at the terminal does not look at the file.
    color = "never" if path and OPTIONS.color == "auto" else OPTIONS.color
    paint = painted if uses_color(sys.stdout, color) else (lambda text, _: text)
    width = None if path else width_of(sys.stdout)
    patch = ""
    if diff:
        from kansrijk_cli.cli.fixing import preview

        patch, report = preview(root, scope)
    elif fix:
        from kansrijk_cli.cli.fixing import mend

        report = mend(root, scope, quiet)
    else:
        report = check(root, scope)
    on_disk = not (staged or scope.from_stdin)
    report = replace(report, fail_on=Severity(fail_on), on_disk=on_disk)
    deliver(patch if diff else shown(report, wishes, paint, width), path, quiet)
    if format == "github":
        append_step_summary(report)
    raise typer.Exit(FINDINGS if patch or report.fails else CLEAN)
