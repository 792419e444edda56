"""Putting the site in a folder, with how far it is."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kansrijk_cli.cli.session import UseError
from kansrijk_cli.cli.site.building import Plan
from kansrijk_cli.cli.site.shelf import Shelf
from kansrijk_cli.cli.terminal import say
from kansrijk_cli.output.dutch import listing
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.build import Step

BUILD = Path("build/site")


def site_folder(output: str | None, root: Path) -> Path:
    """Where the site goes. Never among the data. Raises UseError."""
    if output == "":
        raise UseError("empty-output")
    folder = Path(output) if output else BUILD
    if folder.resolve().is_relative_to(root.resolve()):
        raise UseError("output-in-data", path=folder, folder=root)
    return folder


def put(plan: Plan, folder: Path) -> int:
    """Put the site in its folder; the number of pages. Regions that are left out are told."""
    for error in plan.left_out:
        # Without any other region the site stays as it was, and may have it still.
        away = f" {label('text', 'region-not-shown')}" if plan.steps else ""
        say(error.explain() + away)
    if not plan.steps:
        return 0
    with Shelf(folder) as shelf:
        for step in progressing(plan.steps):
            for name, content in step.make():
                shelf.put(name, content)
    return sum(name.endswith(".html") for name in shelf.now)


def say_formats(left_out: Sequence[str]) -> None:
    """Tell which formats are not among the downloads, and how they would be."""
    if left_out:
        told = listing(f"`{name}`" for name in left_out)
        say(label("text", "formats-not-made").format(formats=told))


def progressing(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps; on a terminal with a bar that shows how far it is."""
    from rich.console import Console
    from rich.progress import Progress

    found = list(steps)
    console = Console(file=sys.stderr)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(label("text", "building"), total=len(found))
        for step in found:
            yield step
            bar.advance(task)
