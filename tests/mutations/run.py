"""Making mutations and judging what `validate` says of them; the same seed makes the same ones."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

from jsonschema import Draft202012Validator

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.output.located import Sources, Spot
from kansrijk_cli.output.schemas import schemas
from kansrijk_cli.source.tree import parse
from tests.mutations.checking import DATA, Checked, Ground
from tests.mutations.kinds import ALWAYS, Change, Kind
from tests.mutations.mutate import KINDS
from tests.mutations.original import Original
from tests.mutations.places import Mutated, mutated

SCHEMA = Draft202012Validator(json.loads(schemas()["output/validate"]))
# So often a kind is asked for another mutation before it is taken to have no more.
DRAWS = 12
# With fewer mutations a part says nothing.
ENOUGH = 20


@dataclass(frozen=True)
class Mutation:
    """One mutation of a file; file, kind and seed are enough to make it again."""

    file: str
    kind: Kind
    seed: str
    change: Change

    def __str__(self) -> str:
        return f"{self.kind.name} in {self.file} (zaad {self.seed})"


@dataclass(frozen=True)
class Judged:
    """What came of a mutation: `same` when the files say the same as before."""

    mutation: Mutation
    found: bool
    same: bool
    faults: tuple[str, ...]


@dataclass
class Tally:
    """How many mutations of a kind there were, and how many of them were found."""

    number: int = 0
    same: int = 0
    found: int = 0
    missed: list[Mutation] = field(default_factory=list)

    @property
    def part(self) -> float | None:
        """The part that was found of what changed something."""
        changed = self.number - self.same
        return self.found / changed if changed else None

    def is_too_low(self, kind: Kind) -> bool:
        """Whether fewer were found than ought to be."""
        counts = self.number - self.same >= ENOUGH or kind.least == ALWAYS
        return (
            kind.least is not None and counts and self.part is not None and (self.part < kind.least)
        )


def mutations(originals: Iterable[Original], number: int, seed: int) -> list[Mutation]:
    """So many different mutations, spread evenly over files and kinds."""
    order = [(original, kind) for original in originals for kind in KINDS]
    Random(seed).shuffle(order)  # noqa: S311 - no secret
    draws = [_draws(original, kind, seed) for original, kind in order]
    made: list[Mutation] = []
    while draws and len(made) < number:
        turns = [(draw, next(draw, None)) for draw in draws]
        made += [mutation for _, mutation in turns if mutation]
        draws = [draw for draw, mutation in turns if mutation]
    return sorted(made[:number], key=lambda m: (m.file, m.kind.name, m.seed))


def _draws(original: Original, kind: Kind, seed: int) -> Iterator[Mutation]:
    """The mutations of a kind in a file, each different, until no new ones come."""
    seen: set[tuple[tuple[str, bytes | None], ...]] = set()
    number = since = 0
    while since < DRAWS:
        text = f"{seed}:{number}"
        # Not the order of the run but the mutation itself decides, so that one can be made again.
        random = Random(f"{original.file}:{kind.name}:{text}")  # noqa: S311 - no secret
        change = kind.make(random, original)
        number, since = number + 1, since + 1
        if change is not None and tuple(change.items()) not in seen:
            seen.add(tuple(change.items()))
            since = 0
            yield Mutation(original.file, kind, text, change)


def judge(ground: Ground, mutation: Mutation) -> Judged:
    """Check the mutated files as `validate` does. What raises tells which mutation it was."""
    try:
        after = ground.after(mutation.change)
        printed = after.rendered()
    except Exception as error:
        error.add_note(str(mutation))
        raise
    found = not after.said <= ground.before.said
    faults = [*_misplaced(ground, mutation, after), *_unfit(printed["json"])]
    same = not found and _says_the_same(ground, mutation, after)
    return Judged(mutation, found, same, tuple(f"{mutation}: {fault}" for fault in faults))


def tally(judged: Iterable[Judged]) -> dict[str, Tally]:
    """The numbers for each kind, in the order of the kinds."""
    found: dict[str, Tally] = defaultdict(Tally, {kind.name: Tally() for kind in KINDS})
    for one in judged:
        row = found[one.mutation.kind.name]
        row.number += 1
        row.same += one.same
        row.found += one.found
        if not one.found and not one.same:
            row.missed.append(one.mutation)
    return found


def _says_the_same(ground: Ground, mutation: Mutation, after: Checked) -> bool:
    return all(
        file in after.texts
        and parse(after.texts[file], file).value == parse(ground.before.texts[file], file).value
        for file in mutation.change
        if file in ground.before.texts
    )


def _unfit(printed: str) -> Iterator[str]:
    return (f"JSON: {error.message}" for error in SCHEMA.iter_errors(json.loads(printed)))


def _misplaced(ground: Ground, mutation: Mutation, after: Checked) -> Iterator[str]:
    """Findings that stand nowhere, or where the mutation has nothing to do with it."""
    sources = Sources(DATA, after.texts, DATA)
    file = mutation.file
    sides = mutated(file, ground.before.texts[file], _text(after, file))
    for diagnostic in after.diagnostics:
        places = (diagnostic.place, *diagnostic.related)
        for place, spot in zip(places, map(sources.spot, places), strict=True):
            if not _exists(place.file, spot, mutation, after):
                yield f"{diagnostic.code} staat nergens: {place} {spot.position}"
        if (diagnostic.code, diagnostic.place) not in ground.before.identities:
            yield from _stray(mutation, after, sides, diagnostic, sources)


def _stray(
    mutation: Mutation, after: Checked, sides: Mutated, diagnostic: Diagnostic, sources: Sources
) -> Iterator[str]:
    """A finding that has nothing to do with what changed; the places it points to count as well."""
    place = diagnostic.place
    if place.file in mutation.change and place.file != mutation.file:
        return
    usable = mutation.file in after.usable or mutation.change[mutation.file] is None
    if not usable and place.file != mutation.file:
        yield f"{diagnostic.code} in {place.file}: komt van een bestand dat zelf niet te lezen is"
        return
    for near in (place, *diagnostic.related):
        said = parse(_text(after, near.file), near.file).value
        if sides.may_stand_at(diagnostic.code, near, sources.spot(near).position[0], said):
            return
    line = sources.spot(place).position[0]
    yield f"{diagnostic.code} in {place.file}:{line} {place.path}: staat er los van"


def _exists(file: str, spot: Spot, mutation: Mutation, after: Checked) -> bool:
    """Whether the file is there, or gone by the mutation, and the position lies in its text."""
    if file not in after.contents:
        gone = mutation.change.get(file, b"") is None
        return gone and spot.position == (1, 1, 1, 1)
    lines = _text(after, file).split("\n")
    line, column, end_line, end_column = spot.position
    ordered = (line, column) <= (end_line, end_column)
    # The end of a text is the start of a line that is not there.
    inside = 1 <= line <= len(lines) and end_line <= len(lines) + 1
    return ordered and inside and 1 <= column <= len(lines[line - 1]) + 1


def _text(after: Checked, file: str) -> str:
    """The text of a file, also when it is no text at all."""
    found = after.texts.get(file)
    return found if found is not None else after.contents.get(file, b"").decode("utf-8", "replace")
