"""The first files of a region, and of its first year: valid, and marked where to fill in."""

import json
from collections.abc import Iterable
from importlib.resources import files
from string import Template

from kansrijk_cli.source.tree import parse

REGION_FILES = ("region.yaml", "parties.yaml", "coalitions.yaml", "interventions.yaml")


def first_region(region: str, name: str, municipalities: Iterable[str]) -> dict[str, str]:
    """The files of a new region by their names in the data folder."""
    filling = {
        "name": written(name),
        "municipalities": "\n".join(f"  - {written(m)}" for m in dict.fromkeys(municipalities)),
    }
    return {f"regions/{region}/{file}": _filled(file, filling) for file in REGION_FILES}


def first_year(region: str, year: int, title: str) -> dict[str, str]:
    """The files of the first year of a region."""
    filling = {"title": written(title), "year": str(year)}
    return {f"regions/{region}/{year}/plan.yaml": _filled("plan.yaml", filling)}


def written(text: str) -> str:
    """A text as a value in a block of YAML, with quotes when it could be read as something else."""
    read = parse(f"- {text}\n", "")
    if read.value == [text] and not read.diagnostics:
        return text
    return json.dumps(text, ensure_ascii=False)


def _filled(file: str, filling: dict[str, str]) -> str:
    skeleton = files("kansrijk_cli.renewal").joinpath("skeleton", file).read_text("utf-8")
    return Template(skeleton).substitute(filling)
