"""How the program says that it could not do what was asked, and with which exit code."""

import errno
import os
import traceback

import typer
from typer._click import exceptions as usage

from kansrijk_cli.cli.exits import FINDINGS, OUR_BUG, WRONG_USE
from kansrijk_cli.cli.session import DataError, UseError
from kansrijk_cli.cli.terminal import say
from kansrijk_cli.core.nearest import nearest
from kansrijk_cli.output.labels import label, labels

GLOBAL_OPTIONS = ("--data", "--color", "--version")
USAGE_STARTS = (
    ("No such command", "no-such-command"),
    ("Got unexpected extra argument", "too-much"),
)
USAGE_WORDS = (
    (usage.NoSuchOption, "no-such-option"),
    (usage.MissingParameter, "missing-parameter"),
    (usage.BadParameter, "bad-parameter"),
    (usage.BadOptionUsage, "option-needs-value"),
)


def explain_end(error: BaseException) -> int:
    """Say in Dutch why a command ended early; gives the exit code."""
    match error:
        case UseError():
            _say(error.word, **error.params)
            return WRONG_USE
        case DataError():
            say(error.explain())
            return FINDINGS
        case usage.UsageError():
            _say_usage(error)
            return WRONG_USE
        case typer.Abort() | KeyboardInterrupt():
            _say("stopped")
            return WRONG_USE
        case OSError():
            # What is written to the output has no name.
            word = "no-access" if error.filename else "no-output"
            _say(word, path=error.filename, reason=reason(error))
            return WRONG_USE
    _say("bug", error=error)
    if os.environ.get("KANSRIJK_DEBUG"):
        say("".join(traceback.format_exception(error)))
    return OUR_BUG


def reason(error: OSError) -> str:
    """Why the system refused, in Dutch."""
    name = errno.errorcode.get(error.errno or 0, "")
    return labels()["errno"].get(name, label("use", "unknown-reason"))


def _say_usage(error: usage.UsageError) -> None:
    """Wrong use that Typer found, by the kind of error: its own texts are English."""
    word = next((word for kind, word in USAGE_WORDS if isinstance(error, kind)), None)
    if word is None:
        known = (word for start, word in USAGE_STARTS if error.message.startswith(start))
        word = next(known, "other")
    what = _subject(error)
    _say(word, what=what, detail=error.message)
    if what in GLOBAL_OPTIONS:
        _say("before-command", what=what)
    near = nearest(what, _names(error)) if word in ("no-such-command", "no-such-option") else None
    if near:
        _say("near", near=near)
    _say("help", command=error.ctx.command_path if error.ctx else "kansrijk")


def _names(error: usage.UsageError) -> list[str]:
    """The commands or options that could have been meant."""
    if error.ctx is None:
        return []
    if isinstance(error, usage.NoSuchOption):
        return [name for p in error.ctx.command.get_params(error.ctx) for name in p.opts]
    return list(getattr(error.ctx.command, "commands", {}))


def _subject(error: usage.UsageError) -> str:
    """The option, argument or command that an error is about."""
    option = getattr(error, "option_name", None)
    if option:
        return str(option)
    parameter = getattr(error, "param", None)
    if parameter is None:
        quoted = error.message.partition("'")[2].partition("'")[0]
        return quoted or error.message.partition("(")[2].partition("(")[2].strip("() ")
    shown = parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar
    return str(shown or parameter.name)


def _say(word: str, **params: object) -> None:
    say(label("use", word).format(**params))
