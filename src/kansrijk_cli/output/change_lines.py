"""A comparison in lines, by region and year and by the part of a plan that a reader knows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kansrijk_cli.compute.budget.overruns import Overrun
from kansrijk_cli.compute.changes.compare import Change, Comparison, Part
from kansrijk_cli.core.place import Place
from kansrijk_cli.output.change_words import phrase
from kansrijk_cli.output.dutch import euro
from kansrijk_cli.output.labels import label, labels
from kansrijk_cli.output.show import show


@dataclass(frozen=True, slots=True)
class Phrase:
    """One change in words; `breaking` is the promise it breaks."""

    text: str
    breaking: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Everything that changed in one thing. `place` is where the first change of it stands."""

    about: str
    phrases: tuple[Phrase, ...]
    place: Place | None = None

    @property
    def is_breaking(self) -> bool:
        """Whether one of the changes breaks a promise."""
        return any(phrase.breaking for phrase in self.phrases)


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one part of a plan."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The changes of one region and year; of two years with the days of what runs on."""

    title: str
    blocks: tuple[Block, ...]
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """A comparison for a reader. `left_out` are the files that could not be compared."""

    title: str
    summary: str
    chapters: tuple[Chapter, ...]
    left_out: tuple[str, ...]


def overview(comparison: Comparison, before: str, after: str) -> Overview:
    """A comparison in words; `before` and `after` name the two versions."""
    left = [
        label("diff", "broken").format(file=file, version=version)
        for version, files in ((before, comparison.broken_before), (after, comparison.broken_after))
        for file in files
    ]
    return Overview(
        label("diff", "title").format(before=before, after=after),
        _summary(comparison),
        tuple(map(_chapter, comparison.parts)),
        tuple(left),
    )


def _summary(comparison: Comparison) -> str:
    total, breaking = comparison.total, comparison.breaking
    if not total and not breaking:
        return label("diff", "none")
    if total == breaking == 1:
        return f"{label('diff', 'one-breaking')}."
    word = "one" if total == 1 else "many"
    found = label("diff", word).format(total=total)
    if breaking:
        found += label("diff", "of-which").format(breaking=breaking)
    return f"{found}."


def _chapter(part: Part) -> Chapter:
    name = part.name or label("diff", "national")
    blocks = []
    for section, title in labels()["diff-section"].items():
        lines = list(_lines(change for change in part.changes if change.section == section))
        if section == "budgets":
            lines += map(_overrun, part.overruns)
        if lines:
            blocks.append(Block(title, tuple(lines)))
    title = f"{name} {part.year}" if part.year else name
    return Chapter(title, tuple(blocks), _days(part) if part.days else None)


def _days(part: Part) -> str:
    """On which days the two years are compared in what has no year."""
    old, new = map(show, part.days or ())
    return label("diff", "days").format(old=old, new=new)


def _lines(changes: Iterable[Change]) -> Iterator[Line]:
    """A line for each thing, in the order in which they first come; the matrix by place."""
    found: dict[str, list[Phrase]] = {}
    places: dict[str, Place] = {}
    for change in changes:
        breaking = label("breaking", change.breaking) if change.breaking else None
        later = f" ({label('diff', 'later')})" if change.later else ""
        about = _about(change)
        found.setdefault(about, []).append(Phrase(phrase(change) + later, breaking))
        places.setdefault(about, change.place)
    for about, phrases in found.items():
        yield Line(about, tuple(phrases), places[about])


def _about(change: Change) -> str:
    """What something is called, with the kind of thing where that is not plain."""
    if change.subject == "file":
        return change.place.file.rsplit("/", 1)[-1] if not change.place.route else ""
    names = change.names[:1] if change.subject == "deployment" else change.names
    name = ", ".join(map(show, names))
    kind = labels()["diff-thing"].get(change.subject)
    return f"{kind} {name}" if kind and name else name


def _overrun(found: Overrun) -> Line:
    source = found.source.title if found.source else None
    text = label("diff", "overrun-source" if source else "overrun").format(
        source=source, cost=euro(found.cost), funding=euro(found.money)
    )
    if found.several and found.days:
        text += f" ({found.year or ' - '.join(map(show, found.days))})"
    titles = ", ".join(budget.title for budget in found.budgets)
    return Line(titles, (Phrase(text, label("breaking", "over-funding")),))


def sentence(line: Line) -> list[tuple[str, str | None]]:
    """The pieces of a line: text, each with the promise that it breaks."""
    start = f"{line.about}: " if line.about else ""
    pieces = []
    for number, part in enumerate(line.phrases):
        text = part.text if start or number else part.text[:1].upper() + part.text[1:]
        pieces.append((f"{start}{text}" if not number else text, part.breaking))
    return pieces
