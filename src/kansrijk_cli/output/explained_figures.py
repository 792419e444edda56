"""Explanations of computed figures, in Dutch, with the files and lines that they come from."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from kansrijk_cli.compute.explain.explanation import About, Explanation, Fixed, Parameter
from kansrijk_cli.core.place import Place
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.lines import wrapped
from kansrijk_cli.output.located import Sources
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.output.visible import visible

# More places than this only make a table longer; JSON has them all.
SHOWN = 6
INDENT, POINT = "  ", "  - "


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


def explained_text(found: Iterable[Explanation], sources: Sources) -> str:
    """For a terminal: a rule once, with the figures that follow from it. No path is broken."""
    groups: dict[tuple[str, str, int | None], list[Explanation]] = {}
    for item in found:
        shared = (label("explained-figure", item.figure), rule_of(item), item.year)
        groups.setdefault(shared, []).append(item)
    blocks = [label("title", "explained")]
    for (kind, rule, year), items in groups.items():
        heading = figure_of(items[0]) if len(items) == 1 else kind
        lines = [*wrapped(f"{heading} ({year})" if year else heading), *wrapped(rule, INDENT)]
        blocks.append("\n".join((*lines, *_origins(items, sources))))
    return visible("\n\n".join(blocks)) + "\n"


def _origins(items: list[Explanation], sources: Sources) -> Iterator[str]:
    for item in items:
        places = _from(item.inputs, sources)
        if len(items) == 1:
            told = f"{label('head', 'from')}: {places}" if places else ""
            yield from wrapped(told, INDENT)
        else:
            told = ": ".join(filter(None, (_listed(item.about), places)))
            yield from wrapped(told, POINT)


def figure_of(item: Explanation) -> str:
    """What figure it is."""
    return ": ".join(filter(None, (label("explained-figure", item.figure), _listed(item.about))))


def _listed(about: tuple[About, ...]) -> str:
    return ", ".join(map(named, about))


def named(about: About) -> str:
    """What something is called that a figure is about."""
    if isinstance(about, tuple):
        return " ".join(map(named, about))
    return label(about.group, about.word) if isinstance(about, Fixed) else show(about)


def rule_of(item: Explanation) -> str:
    """The rule with what it worked with."""
    word = item.rule
    if word == "required-per-population":
        word = f"{word}-{item.params['of']}"
    shown = {
        name: str(value) if name == "year" else _parameter(value)
        for name, value in item.params.items()
    }
    return label("explained-rule", word).format_map(shown)


def _parameter(value: Parameter) -> str:
    return label(value.group, value.word) if isinstance(value, Fixed) else show(value)


def _from(places: tuple[Place, ...], sources: Sources) -> str | None:
    """Files with their lines, in order: `budgets.yaml:12, 15`."""
    spots = [(spot.file, spot.position[0]) for spot in map(sources.spot, places)]
    files = list(dict.fromkeys(file for file, _ in spots))
    found = sorted(set(spots), key=lambda spot: (files.index(spot[0]), spot[1]))
    shown = [
        f"{file}:{', '.join(str(line) for _, line in group)}"
        for file, group in groupby(found[:SHOWN], key=lambda pair: pair[0])
    ]
    rest = len(found) - SHOWN
    if rest > 0:
        word = "more-places-one" if rest == 1 else "more-places"
        shown.append(label("text", word).format(number=rest))
    return "; ".join(shown) or None
