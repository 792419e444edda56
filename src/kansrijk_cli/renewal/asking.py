"""What somebody must decide in a new plan, as comments in its files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from kansrijk_cli.core.place import Route
from kansrijk_cli.model.base import Item
from kansrijk_cli.model.period import Period
from kansrijk_cli.rewriting.changes import Change, LeaveOut, Mark, Remove, Replace

SIGN = "sign"


class Say(Protocol):
    """Gives the Dutch sentence of a word, filled with parameters."""

    def __call__(self, word: str, **params: object) -> str:
        """The sentence."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks in comments; `old` and `new` are the years of the two plans."""

    old: int
    new: int
    say: Say

    def comment(self, word: str, was: str | None = None, **params: object) -> str:
        """A question as a comment, with what stood there in the old plan."""
        question = self.say(word, **params)
        before = f" ({self.say('was', year=self.old, value=was)})" if was else ""
        return f"# {self.say(SIGN)}: {question}{before}"

    def mark(self, route: Route, word: str, was: str | None = None) -> Mark:
        """A question above an item or entry."""
        return Mark(route, self.comment(word, was, year=self.old))

    def leave_out(self, item: Item, route: Route, *fields: str) -> Iterator[Change]:
        """Fields that say nothing about the new year: a question in their place."""
        gone = [field for field in fields if getattr(item, field, None) not in (None, {}, ())]
        for field in gone:
            title = type(item).model_fields[field].title or field
            comment = self.comment(
                "same-field" if title.casefold() == field else "field",
                plain(getattr(item, field)),
                field=field,
                title=title[:1].lower() + title[1:],
            )
            yield LeaveOut((*route, field), comment)
        yield from self.forget(item, route, *gone)

    def forget(self, item: Item, route: Route, *fields: str) -> Iterator[Change]:
        """The reasons of assumptions about fields that changed."""
        stale = [name for name in item.assumed if name in fields]
        if stale and len(stale) == len(item.assumed):
            yield Remove((*route, "assumed"))
        else:
            yield from (Remove((*route, "assumed", name)) for name in stale)

    def replace(self, item: Item, route: Route, field: str, text: str) -> Iterator[Change]:
        """Another value for a field; what was assumed about the old one is forgotten."""
        yield Replace((*route, field), text)
        yield from self.forget(item, route, field)


def plain(value: object) -> str | None:
    """A number, day or period as it stands in a file; `None` for anything else."""
    if isinstance(value, Period):
        return value.text
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        cells = {key: plain(cell) for key, cell in value.items()}
        return ", ".join(f"{key} {cell}" for key, cell in cells.items() if cell) or None
    return value.isoformat() if hasattr(value, "isoformat") else None
