"""How the computed figures of a page came about: each once, below the tables that show them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kansrijk_cli.compute.explain.explanation import Explanation
from kansrijk_cli.core.place import Place
from kansrijk_cli.output.explained_figures import named, rule_of
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.output.site.addresses import file_of
from kansrijk_cli.output.site.desk import Linked
from kansrijk_cli.output.site.lines import Lines

# Where a figure comes from more lines than this, the table itself leads to all of them.
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Note:
    """What an explanation is about, with links to the lines it comes from and how many more."""

    anchor: str
    figure: str
    rule: str
    about: str
    lines: tuple[Linked, ...]
    rest: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in words with what it explains."""

    rule: str
    notes: tuple[Note, ...]


def note_anchor(number: int) -> str:
    """The anchor of an explanation in its page."""
    return f"uitleg.{number}"


class Notes:
    """The explanations that a page needs: numbered in the order in which it asks for them."""

    def __init__(self, found: Iterable[Explanation], lines: Lines) -> None:
        self._known: dict[str, list[tuple[tuple[str, ...], Explanation]]] = {}
        for item in found:
            about = tuple(map(named, item.about))
            self._known.setdefault(item.figure, []).append((about, item))
        self._lines = lines
        self._asked: dict[int, Note] = {}

    def link(self, value: object, figure: str, *about: str) -> object:
        """A value that leads to how it came about; nothing needs no explanation."""
        return Linked(value, self.address(figure, *about)) if show(value) else value

    def address(self, figure: str, *about: str) -> str | None:
        """Where the page explains a kind of figure about something."""
        for names, item in self._known.get(figure, ()):
            if all(name in names for name in about):
                if id(item) not in self._asked:
                    self._asked[id(item)] = self._note(len(self._asked) + 1, item, names)
                return f"#{self._asked[id(item)].anchor}"
        return None

    @property
    def rules(self) -> dict[str, list[Rule]]:
        """What was asked for: by kind of figure, and each rule once."""
        found: dict[str, dict[str, list[Note]]] = {}
        for note in self._asked.values():
            found.setdefault(note.figure, {}).setdefault(note.rule, []).append(note)
        return {
            figure: [Rule(rule, tuple(notes)) for rule, notes in rules.items()]
            for figure, rules in found.items()
        }

    def _note(self, number: int, item: Explanation, about: tuple[str, ...]) -> Note:
        found: dict[tuple[str, int], Place] = {}
        for place in item.inputs:
            line = self._lines.line(place)
            if line is not None:
                found.setdefault((place.file, line), place)
        links = tuple(self._links(found))
        return Note(
            note_anchor(number),
            label("explained-figure", item.figure),
            rule_of(item),
            ", ".join(about),
            links[:SHOWN],
            len(links[SHOWN:]),
        )

    def _links(self, found: Mapping[tuple[str, int], Place]) -> Iterator[Linked]:
        """Lines in words; of the next line of a file only the number."""
        before = ""
        for (file, line), place in found.items():
            told = label("site", "line").format(file=file_of(place), line=line)
            yield Linked(str(line) if file == before else told, self._lines.address(place))
            before = file
