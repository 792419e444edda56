"""Explanations of computed figures, in Dutch, with the files and lines that they come from."""

from collections.abc import Iterable
from itertools import groupby

from kansrijk_cli.compute.explain.explanation import Explanation
from kansrijk_cli.core.place import Place
from kansrijk_cli.output.labels import label, labels
from kansrijk_cli.output.located import Sources
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table

# More places than this only make a table longer; JSON has them all.
SHOWN = 6


def explained_table(found: Iterable[Explanation], sources: Sources) -> Table:
    """A row for each figure: what it is, by which rule, of which year, and from where."""
    heads = tuple(label("head", word) for word in ("figure", "rule", "year", "from"))
    rows = [
        (
            figure_of(item),
            rule_of(item),
            str(item.year) if item.year else None,
            _from(item.inputs, sources),
        )
        for item in found
    ]
    return Table(label("title", "explained"), heads, rows)


def figure_of(item: Explanation) -> str:
    """What figure it is."""
    columns = labels()["column"]
    about = ", ".join(columns.get(name, name) for name in item.about)
    return ": ".join(filter(None, (label("explained-figure", item.figure), about)))


def rule_of(item: Explanation) -> str:
    """The rule with what it worked with."""
    word = item.rule
    if word == "required-per-population":
        word = f"{word}-{item.params['of']}"
    shown = {
        name: str(value) if name == "year" else show(value) for name, value in item.params.items()
    }
    return label("explained-rule", word).format_map(shown)


def _from(places: tuple[Place, ...], sources: Sources) -> str | None:
    """Files with their lines: `budgets.yaml:12, 15`."""
    spots = [sources.spot(place) for place in places]
    found = list(dict.fromkeys((spot.file, spot.position[0]) for spot in spots))
    shown = [
        f"{file}:{', '.join(str(line) for _, line in group)}"
        for file, group in groupby(found[:SHOWN], key=lambda pair: pair[0])
    ]
    if len(found) > SHOWN:
        shown.append(label("text", "more-places").format(number=len(found) - SHOWN))
    return "; ".join(shown) or None
