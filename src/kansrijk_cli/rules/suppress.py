"""Findings that somebody decided to leave: `# kansrijk: negeer KR203, want ...` in the data.

Only what a rule finds can be ignored: a file that cannot be read, or has a field that does not
exist, is never good enough to compute with.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.nearest import nearest
from kansrijk_cli.core.place import Place
from kansrijk_cli.rules.instructions import Instruction, instructions
from kansrijk_cli.rules.registry import pages, rules
from kansrijk_cli.rules.run import Skipped
from kansrijk_cli.source.comments import Comment
from kansrijk_cli.source.tree import Locator

NO_CODE, NO_REASON, UNUSED = "KR701", "KR702", "KR703"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A diagnostic that somebody decided to leave, and why."""

    diagnostic: Diagnostic
    reason: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What is left, with what is wrong with the comments themselves, and what is ignored."""

    diagnostics: tuple[Diagnostic, ...]
    ignored: tuple[Ignored, ...]


def suppress(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], skipped: Iterable[Skipped]
) -> Suppressed:
    """Leave out what the comments in the data ask to ignore.

    What is asked without a reason is left out too, but not called ignored: its comment is then a
    finding in its place.
    """
    locators = {file: Locator(text) for file, text in texts.items()}
    found = [item for file, text in locators.items() for item in instructions(file, text)]
    problems = [item for item in found if isinstance(item, Diagnostic)]
    given = [item for item in found if isinstance(item, Instruction)]
    asked = [item for item in given if item.code in pages()]
    diagnostics = tuple(diagnostics)
    problems += (_unknown(i, diagnostics, locators) for i in given if i.code not in pages())
    # Of two comments about the same the one with a reason counts.
    asked.sort(key=lambda item: not item.reason)
    used: list[Instruction] = []
    kept: list[Diagnostic] = []
    ignored: list[Ignored] = []
    for diagnostic in diagnostics:
        item = _asked(asked, diagnostic, locators)
        if item is None:
            kept.append(diagnostic)
            continue
        if item not in used:
            used.append(item)
        if item.reason:
            ignored.append(Ignored(diagnostic, item.reason))
    problems += _complaints(asked, used, tuple(skipped))
    return Suppressed((*kept, *problems), tuple(ignored))


def _asked(
    asked: list[Instruction], diagnostic: Diagnostic, locators: Mapping[str, Locator]
) -> Instruction | None:
    """The instruction that is about a diagnostic."""
    file = diagnostic.place.file
    for item in asked:
        if (item.file, item.code) == (file, diagnostic.code) and _is_about(
            item, diagnostic, locators
        ):
            return item
    return None


def _is_about(item: Instruction, diagnostic: Diagnostic, locators: Mapping[str, Locator]) -> bool:
    """Whether a diagnostic stands on the line that an instruction speaks of."""
    file, place = item.file, diagnostic.place
    return place.file == file and locators[file].position(place)[0] in item.comment.about


def _unknown(
    item: Instruction, diagnostics: Iterable[Diagnostic], locators: Mapping[str, Locator]
) -> Diagnostic:
    """A code that does not exist, with the one that is meant: one that was found there, if any."""
    usable = {rule.code for rule in rules()}
    here = {d.code for d in diagnostics if _is_about(item, d, locators)} & usable
    meant = nearest(item.code, here) or nearest(item.code, usable)
    return item.problem(NO_CODE, code=item.code, meant=meant)


def _complaints(
    asked: list[Instruction], used: list[Instruction], skipped: tuple[Skipped, ...]
) -> Iterator[Diagnostic]:
    """What is wrong with instructions that have a right form: no use, or no reason."""
    without: dict[tuple[str, Comment], list[Instruction]] = {}
    for item in asked:
        twin = _twin(item, used)
        if twin:
            yield item.problem(UNUSED, twice=item.code, line=twin.comment.position[0])
        elif item not in used and not _is_skipped(item, skipped):
            yield item.problem(UNUSED, code=item.code)
        elif not item.reason:
            without.setdefault((item.file, item.comment), []).append(item)
    for (file, comment), items in without.items():
        codes = tuple(item.code for item in items)
        place = Place(file, span=comment.position)
        yield Diagnostic(NO_REASON, place, {"codes": codes, "written": ", ".join(codes)})


def _twin(item: Instruction, used: list[Instruction]) -> Instruction | None:
    """Another comment that asks the same of the same line, and was heard."""
    if item in used:
        return None
    same = (u for u in used if (u.file, u.code) == (item.file, item.code))
    return next((u for u in same if u.comment.about & item.comment.about), None)


def _is_skipped(item: Instruction, skipped: Iterable[Skipped]) -> bool:
    """Whether the rule was not checked there, so that nobody knows whether the comment is used."""
    return any(
        skip.code == item.code
        and (skip.region is None or item.file.startswith(f"regions/{skip.region}/"))
        for skip in skipped
    )
