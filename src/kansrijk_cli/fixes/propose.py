"""The change that would mend a finding, if it can be told from the finding and the text."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.fixes.fix import Fix
from kansrijk_cli.fixes.whitespace import (
    without_mark,
    without_mixed_ends,
    without_tabs,
    without_tails,
)
from kansrijk_cli.source.edit import Edit, applied
from kansrijk_cli.source.garbled import GARBLED, changes
from kansrijk_cli.source.tree import Locator, parse

MARK, OTHER_NAME = "KR017", "KR115"

_NAME_SIGNS = re.compile(r"[\s'’`.-]")


def proposed(problem: Diagnostic, locator: Locator) -> Fix | None:
    """The fix of a problem in a text, `None` when a person must think of it."""
    whitespace, other = _WHITESPACE.get(problem.code), _OTHER.get(problem.code)
    if whitespace:
        edits = whitespace(locator)
        return Fix(edits, safe=True) if edits else None
    return other(problem, locator) if other else _replaced(problem, locator)


def _replaced(problem: Diagnostic, locator: Locator) -> Fix | None:
    """With what is meant in the place of what is wrong."""
    meant = problem.params.get("meant") or problem.params.get("proposal")
    value = problem.params.get("key" if problem.code == "KR020" else "value")
    if problem.code not in _AS_YAML or not isinstance(meant, str) or not problem.place.route:
        return None
    line, column, end_line, end_column = locator.position(problem.place)
    old = locator.between((line, column, end_line, end_column))
    if problem.code == "KR103" and old.startswith(f"{value}/"):
        # A source stands before the slash; the place in it stays.
        end_column, old = column + len(str(value)), str(value)
    if end_line > line or old.strip("'\"") != value:
        return None
    new = meant if _AS_YAML[problem.code] else _written(meant, old)
    if new is None:
        return None
    is_safe = _SAFE.get(problem.code, _never)
    edit = Edit((line, column, end_line, end_column), new)
    return Fix((edit,), is_safe(problem, meant))


def _replaced_everywhere(problem: Diagnostic, locator: Locator) -> Fix | None:
    """The same at all places of the problem, or nothing."""
    places = (problem.place, *problem.related)
    found = [_replaced(replace(problem, place=place), locator) for place in places]
    edits = tuple(edit for fix in found if fix for edit in fix.edits)
    return Fix(edits, safe=True) if len(edits) == len(places) else None


def _replaced_in_file(problem: Diagnostic, locator: Locator) -> Fix | None:
    """The same at all places of the problem that are in its file."""
    places = (p for p in problem.related if p.file == problem.place.file)
    found = [_replaced(replace(problem, place=place), locator) for place in places]
    first = _replaced(problem, locator)
    edits = (edit for fix in (first, *found) if fix for edit in fix.edits)
    return replace(first, edits=tuple(edits)) if first else None


def _readable(problem: Diagnostic, locator: Locator) -> Fix:
    """With the letters that were meant; of a text that is partly right a person must see that."""
    mixed = "mixed" in problem.params
    edits = (Edit(*change) for change in changes(locator, mixed=mixed))
    return Fix(tuple(edits), safe=not mixed)


def _indented(problem: Diagnostic, locator: Locator) -> Fix | None:
    """With as many spaces before the line as the lines have that it belongs to."""
    spaces, span = problem.params.get("right"), problem.place.span
    if not isinstance(spaces, int) or not span:
        return None
    edit = Edit((span[0], 1, span[0], span[1]), " " * spaces)
    is_right = parse(applied(locator.text, [[edit]]), "").value is not None
    return Fix((edit,), safe=False) if is_right else None


def _written(text: str, old: str) -> str | None:
    """A text as a YAML scalar: with the quotes it had, without, or else with double ones."""
    single = "'" + text.replace("'", "''") + "'"
    double = json.dumps(text, ensure_ascii=False)
    first = {"'": single, '"': double}.get(old[:1], text)
    for way in (first, text, double):
        if parse(f"{{a: {way}}}", "").value == {"a": text} and parse(f"{way}: 1", "").value:
            return way
    return None


def _never(_problem: Diagnostic, _meant: str) -> bool:
    return False


def _has_one_near_name(problem: Diagnostic, meant: str) -> bool:
    return problem.params.get("other") is None and ":" not in meant


def _has_one_reading(problem: Diagnostic, meant: str) -> bool:
    """Whether a date in another notation can only be this day, also for an American.

    With 13 or more in the place of the month, the order or a digit is wrong; nobody knows which.
    """
    numbers = [int(number) for number in re.findall(r"\d+", str(problem.params.get("value")))]
    in_digits = len(numbers) == 3
    day_first = in_digits and numbers[0] <= 31
    can_swap = day_first and numbers[0] != numbers[1] and max(numbers[:2]) <= 12
    no_month = in_digits and numbers[1] > 12
    # More numbers are a time, which would be lost.
    is_day = re.fullmatch(r"\d{4}-\d{2}-\d{2}", meant) is not None and len(numbers) <= 3
    return is_day and not can_swap and not no_month


def _is_the_same_name(problem: Diagnostic, meant: str) -> bool:
    return _letters(str(problem.params.get("value"))) == _letters(meant)


def _letters(name: str) -> str:
    """A name without what people write differently: capitals, hyphens, apostrophes, accents."""
    return _NAME_SIGNS.sub("", unicodedata.normalize("NFC", name).casefold())


# A name that does not exist may stand in many places.
_UNKNOWN = ("KR101", "KR102", "KR103", "KR104", "KR105", "KR106")
_WHITESPACE: Mapping[str, Callable[[Locator], tuple[Edit, ...]]] = {
    "KR004": without_tabs,
    MARK: without_mark,
    "KR030": without_mixed_ends,
    "KR031": without_tails,
}
_OTHER: Mapping[str, Callable[[Diagnostic, Locator], Fix | None]] = {
    "KR003": _indented,
    GARBLED: _readable,
    OTHER_NAME: _replaced_everywhere,
    **dict.fromkeys(_UNKNOWN, _replaced_in_file),
}
# Whether what is meant is told as it must stand in the file; otherwise it is a name or id.
_AS_YAML = dict.fromkeys(("KR020", "KR022", "KR023", "KR024", "KR025", "KR026", "KR411"), True)
_AS_YAML |= dict.fromkeys(_UNKNOWN, False)
_AS_YAML |= dict.fromkeys(("KR112", OTHER_NAME, "KR116"), False)
_SAFE: Mapping[str, Callable[[Diagnostic, str], bool]] = {
    "KR020": _has_one_near_name,
    "KR025": _has_one_reading,
    "KR101": _is_the_same_name,
}
