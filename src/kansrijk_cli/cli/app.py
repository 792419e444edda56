"""The command line: one line a command, and how it all ends."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kansrijk_cli.cli.commands.allocate import allocate
from kansrijk_cli.cli.commands.budget import budget
from kansrijk_cli.cli.commands.coverage import coverage
from kansrijk_cli.cli.commands.diff import diff
from kansrijk_cli.cli.commands.explain import explain
from kansrijk_cli.cli.commands.init import init
from kansrijk_cli.cli.commands.migrate import migrate
from kansrijk_cli.cli.commands.new import new
from kansrijk_cli.cli.commands.report import report
from kansrijk_cli.cli.commands.schema import schema
from kansrijk_cli.cli.commands.serve import serve
from kansrijk_cli.cli.commands.site import site
from kansrijk_cli.cli.commands.status import status
from kansrijk_cli.cli.commands.targets import targets
from kansrijk_cli.cli.commands.validate import validate
from kansrijk_cli.cli.errors import explain_end
from kansrijk_cli.cli.exits import CLEAN
from kansrijk_cli.cli.help import DutchCommand, DutchGroup
from kansrijk_cli.cli.options import choice
from kansrijk_cli.cli.session import OPTIONS
from kansrijk_cli.cli.terminal import out, prepare_streams
from kansrijk_cli.output.labels import label

app = typer.Typer(
    cls=DutchGroup,
    help="Controleer en reken met de plannen van een regio, en maak er documenten van.",
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
)
for command in (
    validate,
    explain,
    coverage,
    targets,
    allocate,
    budget,
    status,
    report,
    site,
    serve,
    diff,
    init,
    schema,
    migrate,
):
    app.command(cls=DutchCommand)(command)
app.add_typer(new, name="new")


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        out(f"kansrijk {version('kansrijk')}\n")
        raise typer.Exit


@app.callback()
def start(
    ctx: typer.Context,
    data: Annotated[
        Path | None, typer.Option("--data", metavar="MAP", help="De map met de gegevens.")
    ] = None,
    color: Annotated[
        str, choice("--color", ("auto", "always", "never"), "Kleur in de uitvoer.")
    ] = "auto",
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Toon de versie."),
    ] = False,
) -> None:
    """Controleer en reken met de plannen van een regio, en maak er documenten van."""
    del version
    OPTIONS.data, OPTIONS.color = data, color
    if ctx.invoked_subcommand is None:
        out(label("text", "welcome"))


def run(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit code; nothing that goes wrong leaves a traceback."""
    prepare_streams()
    try:
        outcome = app(arguments, prog_name="kansrijk", standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - nothing may leave a traceback
        return explain_end(error)
    return outcome if isinstance(outcome, int) else CLEAN


def main() -> None:
    """The program `kansrijk`."""
    sys.exit(run())
