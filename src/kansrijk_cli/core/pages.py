"""The page of a rule: its title, the sentences of its message, its explanation and examples.

A page is Markdown with a fixed shape::

    # Titel
    Ernst: fout
    Elders: hier staat het eerst
    > Eerste zin met `{value}`. Elke regel valt weg als een parameter ervan niet bekend is.
    ## Wat te doen
    - Zin met `{meant}`.
    ## Voorbeeldwaarden
    - meant: active
    ## Uitleg
    ## Fout
    ```yaml regions/voorbeeld/region.yaml
    ## Goed

What stands behind `Elders` is told of each related place, and may have parameters too. The sample
values fill the advice where there is no finding, as in an explanation.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kansrijk_cli.core.diagnostic import Severity

SEVERITIES = {
    "fout": Severity.ERROR,
    "waarschuwing": Severity.WARNING,
    "opmerking": Severity.NOTE,
}
_ELSEWHERE = "Elders: "
_CHAPTERS = ("Wat te doen", "Voorbeeldwaarden", "Uitleg", "Fout", "Goed")
_FENCE = re.compile(r"^```yaml (?P<file>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A file of an example: it replaces the file of that name in the smallest valid workspace."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader is told about one code."""

    title: str
    severity: Severity
    message: tuple[str, ...]
    advice: tuple[str, ...]
    explanation: str
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]
    elsewhere: tuple[str, ...] = ()
    samples: Mapping[str, str] = field(default_factory=dict)


def parse_page(text: str) -> Page:
    """Read a page. Raises ValueError when it has not the fixed shape."""
    head, *rest = re.split(r"^## ", text, flags=re.MULTILINE)
    chapters = dict(part.split("\n", 1) for part in rest)
    if unknown := set(chapters) - set(_CHAPTERS):
        raise ValueError(f"unknown chapters: {sorted(unknown)}")
    lines = [line for line in head.splitlines() if line]
    if len(lines) < 3 or not lines[0].startswith("# ") or not lines[1].startswith("Ernst: "):
        raise ValueError("a page starts with a title, a severity and a message")
    severity = lines[1].removeprefix("Ernst: ")
    if severity not in SEVERITIES:
        raise ValueError(f"unknown severity: {severity}")
    elsewhere = [line for line in lines[2:] if line.startswith(_ELSEWHERE)]
    return Page(
        title=lines[0].removeprefix("# "),
        severity=SEVERITIES[severity],
        message=tuple(line.removeprefix("> ") for line in lines[2:] if line not in elsewhere),
        advice=_list(chapters.get("Wat te doen", "")),
        explanation=chapters.get("Uitleg", "").strip(),
        wrong=_examples(chapters.get("Fout", "")),
        right=_examples(chapters.get("Goed", "")),
        elsewhere=tuple(line.removeprefix(_ELSEWHERE) for line in elsewhere),
        samples=dict(item.split(": ", 1) for item in _list(chapters.get("Voorbeeldwaarden", ""))),
    )


def _list(text: str) -> tuple[str, ...]:
    return tuple(item.removeprefix("- ") for item in text.strip().splitlines())


def _examples(text: str) -> tuple[Example, ...]:
    return tuple(Example(match["file"], match["text"]) for match in _FENCE.finditer(text))
