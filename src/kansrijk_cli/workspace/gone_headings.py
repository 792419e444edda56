"""Which line may be gone from a text that is no YAML without it: a field of that kind of file."""

import re
from dataclasses import replace

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.model.base import File
from kansrijk_cli.model.registry import kind_of
from kansrijk_cli.workspace.fields import annotation_at, is_list, is_mapping

_KEY = re.compile(r"^([\w-]+):", re.MULTILINE)
_DASH = re.compile(r"\s*-(\s|$)")


def with_heading(problem: Diagnostic, text: str | None) -> Diagnostic:
    """The same problem; of lines under a field of the file with what could hold them instead."""
    kind, span = kind_of(problem.place.file), problem.place.span
    above = problem.params.get("headless")
    present = _KEY.findall(text or "")
    if not kind or not span or text is None or above not in present:
        return problem
    holds = is_list if _DASH.match(text.splitlines()[span[0] - 1]) else is_mapping
    known = {*present, *File.model_fields}
    own = {name: f for name, f in kind.model.model_fields.items() if name not in known}
    fits = [name for name in own if holds(annotation_at(kind.model, (name,)))]
    heading = next((name for name in fits if own[name].is_required()), next(iter(fits), None))
    return replace(problem, params={**problem.params, "heading": heading})
