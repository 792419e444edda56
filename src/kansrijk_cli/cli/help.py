"""Help pages in Dutch. Typer writes its fixed words in English, so the whole page is made here."""

import shutil
from collections.abc import Iterator
from textwrap import wrap

from typer._click.core import Command, Context, Parameter
from typer.core import TyperCommand, TyperGroup

from kansrijk_cli.output.labels import label

WIDEST, INDENT, NAMES = 100, "  ", 30

Row = tuple[str, str]


def page(ctx: Context) -> str:
    """The help page of a command: how to call it, what it does, and what one can add."""
    command = ctx.command
    arguments = [p for p in command.get_params(ctx) if p.param_type_name == "argument"]
    options = [p for p in command.get_params(ctx) if p.param_type_name == "option"]
    others = [(name, other) for name, other in getattr(command, "commands", {}).items()]
    call = [label("help", "options"), *(_metavar(p) for p in arguments)]
    blocks = [
        f"{label('help', 'usage')}: {ctx.command_path} {' '.join(call)}"
        + (f" {label('help', 'command')} ..." if others else ""),
        "\n".join(_wrapped(command.help or "", INDENT)),
        _listed("arguments-title", [(_metavar(p), _help(p)) for p in arguments]),
        _listed("options-title", [(_names(p), _help(p)) for p in options]),
        _listed("commands-title", [(name, _first_line(other)) for name, other in others]),
    ]
    return "\n\n".join(filter(None, blocks))


def _metavar(parameter: Parameter) -> str:
    shown = parameter.metavar or (parameter.name or "").upper()
    return shown if parameter.required or shown.startswith("[") else f"[{shown}]"


def _names(parameter: Parameter) -> str:
    names = ", ".join(sorted(parameter.opts, key=len))
    return f"{names} {parameter.metavar}" if parameter.metavar else names


def _help(parameter: Parameter) -> str:
    if parameter.name == "help":
        return label("help", "help")
    explanation = str(getattr(parameter, "help", None) or "")
    default = parameter.default
    if isinstance(default, str) and parameter.param_type_name == "option":
        explanation += f" [{label('help', 'default')}: {default}]"
    return explanation


def _first_line(command: Command) -> str:
    return (command.help or "").split("\n")[0]


def _listed(title: str, rows: list[Row]) -> str:
    if not rows:
        return ""
    column = min(max(len(name) for name, _ in rows), NAMES) + 2
    lines = [line for row in rows for line in _lines(row, column)]
    return "\n".join([f"{label('help', title)}:", *lines])


def _lines(row: Row, column: int) -> Iterator[str]:
    """A name with its explanation beside it, or below it when the name is long."""
    name, explanation = row
    hanging = INDENT + " " * column
    text = _wrapped(explanation, hanging)
    if len(name) + 2 > column:
        yield INDENT + name
    elif text:
        text[0] = f"{INDENT}{name:<{column}}" + text[0][len(hanging) :]
    else:
        text = [INDENT + name]
    yield from text


def _wrapped(text: str, indent: str) -> list[str]:
    width = max(min(shutil.get_terminal_size().columns, WIDEST), len(indent) + 20)
    return wrap(
        text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


class DutchCommand(TyperCommand):
    """A command whose help is wholly Dutch."""

    def get_help(self, ctx: Context) -> str:
        """The help page."""
        return page(ctx)


class DutchGroup(TyperGroup):
    """A group of commands whose help is wholly Dutch."""

    def get_help(self, ctx: Context) -> str:
        """The help page."""
        return page(ctx)
