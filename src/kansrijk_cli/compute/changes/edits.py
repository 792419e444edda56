"""What differs between two versions of a file, and all of it: the edits that make one the other.

Items of a list are the same item when their id is, or their code or name; figures when they speak
of the same thing, place and period. The order of a list means nothing, but that of texts does: it
is the order in which they are read. What is written in another way but means the same is no
difference: an alias of a municipality, or spaces in a period.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from kansrijk_cli.compute.changes.hints import Hint, hints
from kansrijk_cli.compute.changes.steps import Edit, Official, Step, keyed
from kansrijk_cli.model.base import File
from kansrijk_cli.model.period import Period
from kansrijk_cli.model.plan import TextBlock

GEOGRAPHY = frozenset(("municipality", "place", "owner"))


def edits(file: str, before: File | None, after: File | None, official: Official) -> Iterator[Edit]:
    """The edits that make one version of a file the other; `None` is no file.

    `official` gives the official name behind any name of a municipality, and else the name.
    """
    if before is None or after is None:
        if before is not after:
            yield Edit("added" if before is None else "removed", file, (), before, after)
    else:
        yield from _Comparing(file, official).models(before, after, ())


@dataclass(frozen=True, slots=True)
class _Comparing:
    """Comparing two versions of one file."""

    file: str
    official: Official

    def models(self, old: BaseModel, new: BaseModel, steps: tuple[Step, ...]) -> Iterator[Edit]:
        """The fields that differ."""
        if old is new:
            return
        for name, hint in hints(type(old)).items():
            before, after = getattr(old, name), getattr(new, name)
            step = Step(name, before, after, owner=type(old))
            yield from self._values(before, after, hint, (*steps, step))

    def _values(
        self, old: object, new: object, hint: Hint, steps: tuple[Step, ...]
    ) -> Iterator[Edit]:
        if isinstance(old, BaseModel) and isinstance(new, BaseModel):
            yield from self.models(old, new, steps)
        elif isinstance(old, Mapping) and isinstance(new, Mapping):
            yield from self._mappings(old, new, hint, steps)
        elif isinstance(old, tuple) and isinstance(new, tuple):
            compare = self._items if hint.value.model else self._words
            yield from compare(old, new, hint, steps)
        elif self._said(old, hint) != self._said(new, hint):
            yield Edit("changed", self.file, steps, old, new, hint)

    def _said(self, value: object, hint: Hint) -> object:
        """What a value means, however it is written."""
        if isinstance(value, Period):
            return value.spans
        if isinstance(value, str) and hint.refers_to in GEOGRAPHY:
            return self.official(value)
        return value

    def _mappings(
        self,
        old: Mapping[object, object],
        new: Mapping[object, object],
        hint: Hint,
        steps: tuple[Step, ...],
    ) -> Iterator[Edit]:
        olds, news = self._by_key(old, hint.key), self._by_key(new, hint.key)
        missing: object = {} if hint.is_table else None
        for key in dict.fromkeys((*olds, *news)):
            before, after = olds.get(key, missing), news.get(key, missing)
            here = (*steps, Step(key, before, after, refers_to=hint.key.refers_to))
            yield from self._one(before, after, hint.value, here)

    def _by_key(self, mapping: Mapping[object, object], hint: Hint) -> dict[str, object]:
        """The values by official name, unless two of them then have the same."""
        written = {str(key): value for key, value in mapping.items()}
        named = {str(self._said(key, hint)): value for key, value in written.items()}
        return named if len(named) == len(written) else written

    def _one(
        self,
        old: object,
        new: object,
        hint: Hint,
        steps: tuple[Step, ...],
        follows: str | None = None,
    ) -> Iterator[Edit]:
        """Of something with a name of its own: there or not, and else what differs in it."""
        if old is None:
            yield Edit("added", self.file, steps, None, new, hint, follows)
        elif new is None:
            yield Edit("removed", self.file, steps, old, None, hint)
        else:
            yield from self._values(old, new, hint, steps)

    def _items(
        self, old: tuple[object, ...], new: tuple[object, ...], hint: Hint, steps: tuple[Step, ...]
    ) -> Iterator[Edit]:
        olds, news = keyed(old, self.official), keyed(new, self.official)
        renamed = self._renamed(olds, news, hint)
        for was, now in renamed.items():
            here = (*steps, Step(was, olds[was], news[now], is_item=True))
            ids = (getattr(olds[was], "id", None), getattr(news[now], "id", None))
            name = Step("id", *ids, owner=hint.value.model)
            yield Edit("changed", self.file, (*here, name), *ids)
        # A renamed item has no other difference.
        olds = {renamed.get(k, k): news[renamed[k]] if k in renamed else i for k, i in olds.items()}
        ordered = hint.value.model is TextBlock
        follows = dict(zip(list(news)[1:], news, strict=False)) if ordered else {}
        for key in dict.fromkeys((*olds, *news)):
            before, after = olds.get(key), news.get(key)
            here = (*steps, Step(key, before, after, is_item=True))
            yield from self._one(before, after, hint.value, here, follows.get(key))
        kept = tuple(key for key in olds if key in news)
        order = tuple(key for key in news if key in olds)
        if ordered and order != kept:
            yield Edit("moved", self.file, steps, kept, order, hint)

    def _renamed(
        self, olds: Mapping[str, object], news: Mapping[str, object], hint: Hint
    ) -> dict[str, str]:
        """Items that only got another id, which no other item has."""
        new_ids = {key: item for key, item in news.items() if getattr(item, "id", None) == key}
        came = {key: item for key, item in new_ids.items() if key not in olds}
        found: dict[str, str] = {}
        for was, old in olds.items():
            if was in news or not isinstance(old, BaseModel) or not hasattr(old, "id"):
                continue
            for now, new in came.items():
                alike = old.model_copy(update={"id": now})
                if next(self._values(alike, new, hint.value, ()), None) is None:
                    found[was] = now
                    del came[now]
                    break
        return found

    def _words(
        self, old: tuple[object, ...], new: tuple[object, ...], hint: Hint, steps: tuple[Step, ...]
    ) -> Iterator[Edit]:
        """Of plain values each that came or went. An empty list may mean all, so that is told."""
        olds = {self._said(value, hint.value): value for value in old}
        news = {self._said(value, hint.value): value for value in new}
        was = Counter(self._said(value, hint.value) for value in old)
        now = Counter(self._said(value, hint.value) for value in new)
        if was != now and not (was and now):
            yield Edit("changed", self.file, steps, old, new, hint)
            return
        for said in (was - now).elements():
            yield Edit("removed", self.file, steps, olds[said], None, hint)
        for said in (now - was).elements():
            yield Edit("added", self.file, steps, None, news[said], hint)
