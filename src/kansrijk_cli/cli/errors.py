"""How the program says that it could not do what was asked."""

import os
import traceback

from typer._click import exceptions as usage

from kansrijk_cli.cli.session import DataError, UseError
from kansrijk_cli.cli.terminal import say
from kansrijk_cli.output.labels import label


def say_use_error(error: UseError) -> None:
    """Wrong use that we found ourselves."""
    say(_in_words("use", error.word, **error.params))


def say_data_error(error: DataError) -> None:
    """Data that must be mended first."""
    say(_in_words("use", "broken-data", region=error.region))


def say_usage(error: usage.UsageError) -> None:
    """Wrong use that Typer found: a name for what went wrong, by the kind of error."""
    for kind, word in (
        (usage.NoSuchOption, "no-such-option"),
        (usage.MissingParameter, "missing-parameter"),
        (usage.BadParameter, "bad-parameter"),
    ):
        if isinstance(error, kind):
            say(_in_words("use", word, what=_subject(error), detail=error.message))
            break
    else:
        say(_in_words("use", "other", detail=error.message))
    command = error.ctx.command_path if error.ctx else "kansrijk"
    say(_in_words("use", "help", command=command))


def say_bug(error: Exception) -> None:
    """A fault of ours."""
    say(_in_words("use", "bug", error=error))
    if os.environ.get("KANSRIJK_DEBUG"):
        say("".join(traceback.format_exception(error)))


def _subject(error: usage.UsageError) -> str:
    option = getattr(error, "option_name", None)
    if option:
        return str(option)
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "param_hint", None) or "")
    shown = parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar
    return str(shown or parameter.name)


def _in_words(group: str, word: str, **params: object) -> str:
    return label(group, word).format(**params)
