"""`--explain`: behind what a command prints, how each of its figures came about."""

from typing import TYPE_CHECKING

from kansrijk_cli.cli.session import data_folder
from kansrijk_cli.output.formats import TABLES, renderer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kansrijk_cli.compute.explain.explanation import Explanation
    from kansrijk_cli.output.located import Sources


def with_explanation(
    text: str, command: str, region: str, found: "Iterable[Explanation]", format: str
) -> str:
    """What is printed: the text and its explanation, or only that where there is room for one."""
    from kansrijk_cli.output.explained_figures import explained_table, explained_text
    from kansrijk_cli.output.shapes.explanations import explanations_shape

    explanations = list(found)
    sources = _sources(explanations)
    render = renderer(TABLES, format)
    if format == "json":
        return render(explanations_shape(command, region, explanations, sources))
    if format == "table":
        return f"{text}\n{explained_text(explanations, sources)}"
    table = render(explained_table(explanations, sources))
    return table if format == "csv" else f"{text}\n{table}"


def _sources(found: "list[Explanation]") -> "Sources":
    """Finds the lines in the files that the explanations name, and reads no others."""
    from pathlib import Path

    from kansrijk_cli.output.located import Sources

    root = data_folder()
    files = {place.file for item in found for place in item.inputs}
    texts = {
        file: (root / file).read_text("utf-8-sig") for file in files if (root / file).is_file()
    }
    return Sources(root, texts, Path.cwd())
