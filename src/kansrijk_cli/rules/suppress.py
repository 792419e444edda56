"""Findings that somebody decided to leave: `# kansrijk: negeer KR203, want ...` in the data.

Only what a rule finds can be ignored: a file that cannot be read, or has a field that does not
exist, is never good enough to compute with.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.nearest import nearest
from kansrijk_cli.core.place import Place
from kansrijk_cli.rules.registry import pages, rules
from kansrijk_cli.rules.run import Skipped
from kansrijk_cli.source.comments import Comment, comments
from kansrijk_cli.source.tree import Locator

NO_CODE, NO_REASON, UNUSED = "KR701", "KR702", "KR703"
NOT_POSSIBLE, NOT_UNDERSTOOD = "KR704", "KR705"

WORD = "kansrijk:"
_CODE = r"[A-Za-z]{2}\d+"
_INSTRUCTION = re.compile(
    rf"#\s*{WORD}\s*negeer\s+(?P<codes>{_CODE}(?:(?:\s*,\s*|\s+en\s+|\s+){_CODE})*)"
    r"(?P<reason>\W.*)?"
)
_BEFORE_REASON = re.compile(r"[\s,.:;()–-]*(?:(?:want|omdat)\b)?[\s:]*", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class _Instruction:
    """One code in one comment."""

    file: str
    code: str
    reason: str
    comment: Comment

    def problem(self, code: str, **params: Value) -> Diagnostic:
        """Something wrong with it."""
        place = Place(self.file, span=self.comment.position)
        return Diagnostic(code, place, {"code": self.code, **params})


def suppress(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], skipped: Iterable[Skipped]
) -> Suppressed:
    """Leave out what the comments in the data ask to ignore."""
    locators = {file: Locator(text) for file, text in texts.items() if WORD in text}
    found = [
        item
        for file, locator in locators.items()
        for comment in comments(locator, WORD)
        for item in _read(file, comment)
    ]
    problems = [item for item in found if isinstance(item, Diagnostic)]
    asked = [item for item in found if isinstance(item, _Instruction)]
    used: set[int] = set()
    kept: list[Diagnostic] = []
    ignored: list[Ignored] = []
    for diagnostic in diagnostics:
        locator = locators.get(diagnostic.place.file)
        number = _asked(asked, diagnostic, locator) if locator else None
        if number is None:
            kept.append(diagnostic)
        else:
            used.add(number)
            ignored.append(Ignored(diagnostic, asked[number].reason))
    unused = [item for number, item in enumerate(asked) if number not in used]
    problems += [item.problem(UNUSED) for item in unused if not _is_skipped(item, skipped)]
    return Suppressed((*kept, *problems), tuple(ignored))


def _read(file: str, comment: Comment) -> Iterator[_Instruction | Diagnostic]:
    """What a comment asks, or what is wrong with it."""
    match = _INSTRUCTION.fullmatch(comment.text)
    if match is None:
        yield Diagnostic(NOT_UNDERSTOOD, Place(file, span=comment.position))
        return
    reason = _BEFORE_REASON.sub("", match["reason"] or "", count=1).strip()
    usable = {rule.code for rule in rules()}
    for code in re.findall(_CODE, match["codes"]):
        item = _Instruction(file, code.upper(), reason, comment)
        if item.code not in pages():
            yield item.problem(NO_CODE, meant=nearest(item.code, pages()))
        elif item.code not in usable:
            yield item.problem(NOT_POSSIBLE)
        else:
            yield item
            if not reason:
                yield item.problem(NO_REASON)


def _asked(asked: list[_Instruction], diagnostic: Diagnostic, locator: Locator) -> int | None:
    """The instruction that is about a diagnostic."""
    line = locator.position(diagnostic.place)[0]
    for number, item in enumerate(asked):
        same = item.file == diagnostic.place.file and item.code == diagnostic.code
        if same and line in item.comment.about:
            return number
    return None


def _is_skipped(item: _Instruction, skipped: Iterable[Skipped]) -> bool:
    """Whether the rule was not checked there, so that nobody knows whether the comment is used."""
    return any(
        skip.code == item.code
        and (skip.region is None or item.file.startswith(f"regions/{skip.region}/"))
        for skip in skipped
    )
