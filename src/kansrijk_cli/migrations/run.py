"""Bringing the texts of a data folder to a newer version, without losing anything in them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kansrijk_cli.migrations.registry import Step
from kansrijk_cli.model.settings import Settings
from kansrijk_cli.rewriting.changes import CannotChangeError, Replace
from kansrijk_cli.rewriting.rewrite import rewritten
from kansrijk_cli.source.comments import comments
from kansrijk_cli.source.edit import BOM
from kansrijk_cli.source.tree import Data, Locator, parse

SETTINGS = Settings.path


class CannotMigrateError(Exception):
    """A step that cannot be done in a file without losing something."""

    def __init__(self, step: Step, file: str) -> None:
        super().__init__(f"{step.words}: {file}")
        self.file = file


def version_of(text: str) -> int | None:
    """The version that the text of `kansrijk.yaml` names."""
    data = _data(text)
    version = data.get("version") if isinstance(data, dict) else None
    return version if isinstance(version, int) and not isinstance(version, bool) else None


def migrated(texts: Mapping[str, str], steps: Iterable[Step]) -> dict[str, str]:
    """All texts after the steps; each says what its step meant, and has all its comments.

    Raises CannotMigrateError; then nothing is to be used.
    """
    now = dict(texts)
    for step in steps:
        folder = {file: _data(text) for file, text in now.items()}
        after = {file: _stepped(step, file, text, folder) for file, text in now.items()}
        done = {file: _data(text) for file, text in after.items()}
        for file, text in after.items():
            if [*step.changes(file, done)] or _comments(now[file]) - _comments(text):
                raise CannotMigrateError(step, file)
        now = after
    return now


def _stepped(step: Step, file: str, text: str, folder: Mapping[str, Data]) -> str:
    changes = [*step.changes(file, folder)]
    if file == SETTINGS:
        changes.append(Replace(("version",), str(step.after)))
    try:
        return rewritten(text, changes) if changes else text
    except CannotChangeError as error:
        raise CannotMigrateError(step, file) from error


def _data(text: str) -> Data:
    return parse(text.removeprefix(BOM), "").value


def _comments(text: str) -> Counter[str]:
    return Counter(comment.text for comment in comments(Locator(text.removeprefix(BOM)), "#"))
