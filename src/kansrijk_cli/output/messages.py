"""A diagnostic and its page become sentences."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from kansrijk_cli.core.diagnostic import Diagnostic, Severity, Value
from kansrijk_cli.core.pages import Page
from kansrijk_cli.core.unseen import revealed
from kansrijk_cli.output.dutch import amount, euro, listing
from kansrijk_cli.output.labels import label, labels
from kansrijk_cli.output.show import show
from kansrijk_cli.output.words import choice, near


@dataclass(frozen=True, slots=True)
class Message:
    """What a reader sees of a diagnostic, apart from its place.

    `elsewhere` says of each related place what is there.
    """

    code: str
    severity: Severity
    text: str
    advice: tuple[str, ...]
    title: str
    elsewhere: tuple[str, ...]


def message(diagnostic: Diagnostic, page: Page) -> Message:
    """The sentences of a page for this diagnostic; those with an unknown parameter fall away."""
    return Message(
        diagnostic.code,
        page.severity,
        " ".join(_filled(page.message, diagnostic.params)),
        tuple(_filled(page.advice, diagnostic.params)),
        page.title,
        tuple(_elsewhere(page, diagnostic)),
    )


def _elsewhere(page: Page, diagnostic: Diagnostic) -> Iterator[str]:
    """What is said of each related place; of as many values as there are places, each has one."""
    number = len(diagnostic.related)
    for index in range(number):
        own = {
            name: value[index] if isinstance(value, tuple) and len(value) == number else value
            for name, value in diagnostic.params.items()
        }
        yield next(iter(_filled(page.elsewhere, own)), label("text", "related"))


def _filled(sentences: tuple[str, ...], params: Mapping[str, Value]) -> list[str]:
    formatter = _DutchFormatter(params)
    return [
        formatter.vformat(sentence, (), params)
        for sentence in sentences
        if all(params.get(name) is not None for name in _parameters(sentence))
    ]


def _parameters(sentence: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(sentence) if name]


# A parameter that only decides whether its sentence is there, such as `{among:if}`.
IF = "if"
_SHOWN: Mapping[str, Callable[[Any], str]] = {IF: lambda _: "", "euro": euro, "amount": amount}
_CHOSEN: Mapping[str, Callable[[Any, str], str]] = {"words": choice, "near": near}


class _DutchFormatter(Formatter):
    """Formats parameters by their kind; what follows the colon in `{x:euro}` asks for another.

    `{x:words:y}` are fixed words to choose from and `{x:near:y}` names, where `y` was written.
    """

    def __init__(self, params: Mapping[str, Value]) -> None:
        self._params = params

    def format_field(self, value: Any, format_spec: str) -> str:
        kind, _, detail = format_spec.partition(":")
        if kind in _SHOWN:
            return _SHOWN[kind](value)
        if kind == "label":
            return labels()[detail].get(str(value), str(value))
        if kind in _CHOSEN:
            return _CHOSEN[kind](value, str(self._params.get(detail) or ""))
        if isinstance(value, tuple):
            last = "of" if kind == "of" else "en"
            return listing((f"`{revealed(item)}`" for item in value), last)
        return revealed(value) if isinstance(value, str) else show(value)
