"""Files that scripts make from others: written, or only compared with what they should be."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import typer


def finish(texts: Mapping[Path, str], check: bool, script: str) -> None:
    """Write the files that differ; with `check` only say which those are and exit with 1."""
    stale = [
        path
        for path, text in texts.items()
        if not path.is_file() or path.read_bytes() != text.encode()
    ]
    if check and stale:
        say(f"{path} is verouderd. Draai: python -m scripts.{script}" for path in stale)
        raise typer.Exit(1)
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(texts[path].encode())


def say(lines: Iterable[str]) -> None:
    """Show lines to whoever runs the script; they never mix with output."""
    for line in lines:
        typer.echo(line, err=True)


def refuse(*problems: str) -> typer.Exit:
    """Say why the input cannot be used; raise what this gives."""
    say([*problems, "Er is niets geschreven."])
    return typer.Exit(1)
