"""A set of data of national size, to measure with: python -m scripts.national FOLDER.

Each GGD region of the register becomes a region with all its municipalities, from the files that
`kansrijk init` gives. Everything but the names of the municipalities is made up: the numbers say
nothing about anybody, and the set is for measuring only.
"""

import argparse
import re
import shutil
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "src/kansrijk_cli/example/regions/voorbeeldregio"
CATALOG = ROOT / "data/catalog"
YEARS = (2024, 2025, 2026)
# The example has three municipalities; the first of a region take their places.
STANDING_IN = ("De Wolden", "Meppel", "Westerveld")
STATUSES = ("active", "starting", "planned", "none", "ended", "active", "active")


def regions() -> dict[str, list[str]]:
    """The municipalities of today by the region of their GGD."""
    register = yaml.safe_load((CATALOG / "municipalities.yaml").read_text("utf-8"))
    found: dict[str, list[str]] = {}
    for item in register["municipalities"]:
        if "until" not in item:
            found.setdefault(item["ggd"], []).append(item["name"])
    return found


def interventions() -> list[str]:
    """The ids of the national catalogue."""
    catalogue = yaml.safe_load((CATALOG / "interventions.yaml").read_text("utf-8"))
    return [item["id"] for item in catalogue["interventions"]]


def write(folder: Path, years: Sequence[int] = YEARS) -> None:
    """Write the data folder; `folder` must not exist."""
    shutil.copytree(CATALOG, folder / "catalog")
    shutil.copy(ROOT / "data/kansrijk.yaml", folder)
    names = interventions()
    for ggd, municipalities in regions().items():
        own = folder / "regions" / "-".join(re.findall("[a-z0-9]+", ggd.lower()))
        for path in sorted(EXAMPLE.rglob("*.yaml")):
            text = _in_region(path.read_text("utf-8"), ggd, municipalities)
            if path.name == "interventions.yaml":
                text = text.partition("\ndeployments:")[0] + _deployments(municipalities, names)
            elif path.name == "region.yaml":
                listed = f"municipalities: [{', '.join(map(_quoted, municipalities))}]"
                text = re.sub("(?m)^municipalities: .*", listed, text)
            elif path.name == "results.yaml":
                # Five families in each, as the example asks.
                text = text.replace("total: 20", f"total: {5 * len(municipalities)}")
            if path.parent == EXAMPLE:
                _save(own / path.name, text)
            else:
                for year in years:
                    # The names of sources stay: all years come from the same document.
                    _save(
                        own / str(year) / path.name, re.sub("(?<!jaarplan-)2027", str(year), text)
                    )


def _in_region(text: str, ggd: str, municipalities: Sequence[str]) -> str:
    """The text of the example for another region."""
    for name, other in zip(STANDING_IN, islice(cycle(municipalities), 3), strict=True):
        text = re.sub(rf"\b{name}\b", _quoted(other), text)
    return text.replace("Voorbeeldregio", ggd)


def _deployments(municipalities: Sequence[str], names: Sequence[str]) -> str:
    """Every intervention of the catalogue in most municipalities, in turn in another state."""
    return "\ndeployments:\n" + "".join(_of_municipality(municipalities, names))


def _of_municipality(municipalities: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    for number, municipality in enumerate(municipalities):
        yield f"  {_quoted(municipality)}:\n"
        for place, name in enumerate(names):
            if (number + place) % 4:
                yield f"    {name}: {STATUSES[(number * 3 + place) % len(STATUSES)]}\n"


def _quoted(name: str) -> str:
    return f'"{name}"' if re.search("[':,(]", name) else name


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    write(parser.parse_args().folder)
