"""A diagnostic and its page become sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from kansrijk_cli.core.diagnostic import Diagnostic, Severity, Value
from kansrijk_cli.core.pages import Page
from kansrijk_cli.core.unseen import revealed
from kansrijk_cli.output.dutch import amount, euro, listing
from kansrijk_cli.output.labels import labels
from kansrijk_cli.output.show import show
from kansrijk_cli.output.words import choice


@dataclass(frozen=True, slots=True)
class Message:
    """What a reader sees of a diagnostic, apart from its place."""

    code: str
    severity: Severity
    text: str
    advice: tuple[str, ...]


def message(diagnostic: Diagnostic, page: Page) -> Message:
    """The sentences of a page for this diagnostic; those with an unknown parameter fall away."""
    return Message(
        diagnostic.code,
        page.severity,
        " ".join(_filled(page.message, diagnostic.params)),
        tuple(_filled(page.advice, diagnostic.params)),
    )


def _filled(sentences: tuple[str, ...], params: Mapping[str, Value]) -> list[str]:
    formatter = _DutchFormatter()
    return [
        formatter.vformat(sentence, (), params)
        for sentence in sentences
        if all(params.get(name) is not None for name in _parameters(sentence))
    ]


def _parameters(sentence: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(sentence) if name]


# A parameter that only decides whether its sentence is there, such as `{among:if}`.
IF = "if"
_MONEY = {"euro": euro, "amount": amount}


class _DutchFormatter(Formatter):
    """Formats parameters by their kind; what follows the colon in `{x:euro}` asks for another."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == IF:
            return ""
        if format_spec in _MONEY:
            return _MONEY[format_spec](value)
        if format_spec.startswith("label:"):
            return labels()[format_spec.removeprefix("label:")].get(str(value), str(value))
        if format_spec == "words":
            return choice(value)
        if isinstance(value, tuple):
            last = "of" if format_spec == "of" else "en"
            return listing((f"`{revealed(item)}`" for item in value), last)
        return revealed(value) if isinstance(value, str) else show(value)
