"""Values as YAML on one line."""

import re
from collections.abc import Iterable, Mapping

_PLAIN = re.compile(r"[^\W\d_](?:[\w .()/'&+-]*[\w.)])?")
_WORDS = frozenset({"true", "false", "null"})


def scalar(text: str) -> str:
    """A text as YAML: quoted when a comma, an apostrophe in front or the like needs it."""
    if _PLAIN.fullmatch(text) and text not in _WORDS:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def flow_map(fields: Mapping[str, str]) -> str:
    """A YAML mapping on one line, without the empty fields."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items() if value) + "}"


def flow_list(texts: Iterable[str]) -> str:
    """A YAML list on one line, or nothing when there is nothing in it."""
    inner = ", ".join(scalar(text) for text in texts)
    return f"[{inner}]" if inner else ""


def number(value: int | None) -> str:
    """A number as YAML, or nothing when it is not known."""
    return "" if value is None else str(value)
