"""What a comment in the data asks: `# kansrijk: negeer KR203, want ...`, or what it may mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.place import Place, Position
from kansrijk_cli.rules.registry import pages, rules
from kansrijk_cli.source.comments import Comment, comments
from kansrijk_cli.source.tree import Locator

NOT_POSSIBLE, NOT_UNDERSTOOD = "KR704", "KR705"

_CODE = r"[A-Za-z]{2}\d+"
_INSTRUCTION = re.compile(
    rf"#\s*kansrijk:\s*negeer\s+(?P<codes>{_CODE}(?:(?:\s*,\s*|\s+en\s+|\s+){_CODE})*)"
    r"(?P<reason>\W.*)?"
)
# A comment for this program, also in a form that it does not read.
_LIKE_CODE = r"KR[ -]?\d[0-9O]*"
_FOR_US = re.compile(
    rf"#\W*kansrijk\s*:|#\W*kansrijk\W+{_LIKE_CODE}|#.*\bnegeer\W+{_LIKE_CODE}"
    rf"|#\W*(?:kansrijk\W+)?(?:negeren|ignore)\W+{_LIKE_CODE}",
    re.IGNORECASE,
)
_CODES_MEANT = re.compile(
    rf".*?({_LIKE_CODE}(?:(?:[\s,]+|\s+en\s+){_LIKE_CODE})*)\b(.*)", re.IGNORECASE
)
_WITHOUT_WORD = re.compile(r"#\W*(?:kansrijk\s*:)?\s*", re.IGNORECASE)
_BEFORE_REASON = re.compile(r"[\s,.:;()–-]*(?:(?:want|omdat)\b)?[\s:]*", re.IGNORECASE)
# Two letters that differ side by side: dots, a dash, a number, `x` or `xxx` give no reason.
_WORD = re.compile(r"([^\W\d_])(?!\1)[^\W\d_]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Instruction:
    """One code in one comment, which need not exist. `among`: it stands there with others."""

    file: str
    code: str
    reason: str
    comment: Comment
    position: Position
    among: bool

    def problem(self, code: str, /, **params: Value) -> Diagnostic:
        """Something wrong with it."""
        where = {"among" if self.among else "alone": self.code}
        return Diagnostic(code, Place(self.file, span=self.position), {**params, **where})


def instructions(file: str, locator: Locator) -> Iterator[Instruction | Diagnostic]:
    """What the comments of a text ask, and what is wrong with those that ask it wrongly."""
    if _FOR_US.search(locator.text):
        for comment in comments(locator, "#"):
            if _FOR_US.match(comment.text):
                yield from _read(file, comment)


def _read(file: str, comment: Comment) -> Iterator[Instruction | Diagnostic]:
    match = _INSTRUCTION.fullmatch(comment.text)
    if match is None:
        place = Place(file, span=comment.position)
        yield Diagnostic(NOT_UNDERSTOOD, place, _meant(comment.text))
        return
    reason = _reason(match["reason"] or "")
    before_reason = comment.text[: match.end("codes")]
    found = {each[0].upper(): each for each in re.finditer(_CODE, before_reason)}
    usable = {rule.code for rule in rules()}
    for code, each in found.items():
        among = len(found) > 1
        here = _within(comment.position, each) if among else comment.position
        item = Instruction(file, code, reason, comment, here, among)
        if item.code in pages() and item.code not in usable:
            yield item.problem(NOT_POSSIBLE, code=item.code)
        else:
            yield item


def _meant(text: str) -> dict[str, Value]:
    """The codes and the reason of a comment in another form, or else only what it says."""
    match = _CODES_MEANT.fullmatch(text)
    if match is None:
        return {"said": _WITHOUT_WORD.sub("", text, count=1) or "..."}
    codes = re.findall(_LIKE_CODE, match[1], re.IGNORECASE)
    plain = [re.sub(r"[ -]", "", code).upper().replace("O", "0") for code in codes]
    known = ", ".join(code for code in plain if code in pages())
    unknown = tuple(code for code in plain if code not in pages())
    reason = _reason(match[2]) or "..."
    told = {"codes": known, "reason": reason} if known else {"why": reason}
    return {**told, "unknown": unknown or None}


def _reason(text: str) -> str:
    """What stands behind the codes, if it says anything."""
    reason = _BEFORE_REASON.sub("", text, count=1).strip()
    return reason if _WORD.search(reason) else ""


def _within(position: Position, match: re.Match[str]) -> Position:
    line, column, _, _ = position
    return (line, column + match.start(), line, column + match.end())
