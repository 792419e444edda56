"""`kansrijk migrate`."""

from typing import Annotated

import typer

from kansrijk_cli.cli.session import data_folder
from kansrijk_cli.cli.terminal import out, say


def migrate(
    diff: Annotated[
        bool, typer.Option("--diff", help="Toon alleen wat er zou veranderen, als patch.")
    ] = False,
) -> None:
    """Werk gegevens van een oudere versie bij, met behoud van alle opmerkingen."""
    from kansrijk_cli.cli.migrating import as_patch, migration, name, outdated, store
    from kansrijk_cli.model.settings import FORMAT_VERSION
    from kansrijk_cli.output.labels import label

    root = data_folder()
    version = outdated(root)
    if version is None:
        say(label("migrated", "current").format(version=FORMAT_VERSION))
        return
    changed = migration(root, version)
    if diff:
        out(as_patch(root, changed))
        return
    store(root, changed)
    for file in changed:
        say(name(root, file))
    say(label("migrated", "done").format(old=version, new=FORMAT_VERSION))
