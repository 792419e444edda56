"""Which line may be gone from a text that is no YAML without it: a field of that kind of file."""

import re
from dataclasses import replace
from itertools import takewhile

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.place import Position
from kansrijk_cli.model.base import File
from kansrijk_cli.model.registry import kind_of
from kansrijk_cli.source.block_causes import STEP
from kansrijk_cli.source.tree import Data, parse
from kansrijk_cli.workspace.fields import annotation_at, is_list, is_mapping, model_at
from kansrijk_cli.workspace.lost_headings import misfits

_KEY = re.compile(r"^([\w-]+):", re.MULTILINE)
_DASH = re.compile(r"\s*-(\s|$)")


def with_heading(problem: Diagnostic, text: str | None) -> Diagnostic:
    """The same problem; of lines under a field of the file with what could hold them instead."""
    kind, span = kind_of(problem.place.file), problem.place.span
    if not kind or not span or text is None:
        return problem
    present = {*_KEY.findall(text), *File.model_fields}
    absent = [name for name in kind.model.model_fields if name not in present]
    if "dash_in_fields" in problem.params:
        items = _items(text.splitlines(), span)
        fits = tuple(f"{name}:" for name in absent if _fits(items, kind.model, name))
        return replace(problem, params={"gone": fits}) if items and fits else problem
    if problem.params.get("headless") not in present:
        return problem
    holds = is_list if _DASH.match(text.splitlines()[span[0] - 1]) else is_mapping
    fields = [name for name in absent if holds(annotation_at(kind.model, (name,)))]
    required = (name for name in fields if kind.model.model_fields[name].is_required())
    heading = next(required, next(iter(fields), None))
    return replace(problem, params={**problem.params, "heading": heading})


def _items(lines: list[str], span: Position) -> list[Data]:
    """The items of a list that begins on a line and that a field of the file may hold."""
    number, column = span[:2]
    start = re.compile(rf"(?: {{{column - 1}}}(?:- | )|\s*(?:#|$))")
    own = list(takewhile(start.match, lines[number - 1 :]))
    data = parse("\n".join(own), "").value if column - 1 <= STEP else None
    items = data if isinstance(data, list) else []
    return items if all(isinstance(item, dict) for item in items) else []


def _fits(items: list[Data], model: type[File], name: str) -> bool:
    """Whether all items are of the kind that a list holds."""
    own = model_at(model, (name, 0)) if is_list(annotation_at(model, (name,))) else None
    return own is not None and not any(misfits(item, own) for item in items)
