"""A change as a Dutch phrase, such as `minimum van 2 naar 1 traject`."""

from collections.abc import Mapping
from decimal import Decimal

from kansrijk_cli.compute.changes.compare import Change
from kansrijk_cli.compute.changes.values import SUPPRESSED, Told
from kansrijk_cli.model.budgets import Amount
from kansrijk_cli.model.results import Range, Spread
from kansrijk_cli.output.documents.markdown import lowered
from kansrijk_cli.output.labels import label, labels
from kansrijk_cli.output.show import show
from kansrijk_cli.reports.values import Between, Euro, Measured

# A longer text is only said to be another one.
LONGEST = 60


def phrase(change: Change) -> str:
    """What changed, without what it changed in."""
    if change.subject == "deployment" and not change.trail:
        return _cell(change)
    # A key that needs no definition is called by its fixed word, also as a part of a mix.
    titles = [labels()["key"].get(title) or lowered(title) for title in change.trail]
    if change.subject == "deployment":
        # A line of the matrix is about its place.
        titles = [show(change.names[-1]), *titles]
    field = ", ".join(titles)
    if change.kind == "moved":
        return _moved(change, field)
    if change.is_element:
        told = change.new if change.kind == "added" else change.old
        return _say(f"element-{change.kind}", field=field, value=value(told) or "")
    if change.kind != "changed" and not field:
        return _item(change)
    if change.place.route[-1] == "source":
        return _say("text", field=field)
    return _field(field, change.old, change.new)


def _say(word: str, **params: object) -> str:
    return label("diff", word).format(**params)


def _cell(change: Change) -> str:
    """A cell of the matrix: its status is what it is about, with when if it came or went."""
    (_, status), *more = change.details or (("", Told()),)
    listed = ", ".join(f"{lowered(title)} {value(told)}" for title, told in more)
    whole = f"{value(status)} ({listed})" if listed else value(status)
    old = whole if change.kind == "removed" else value(change.old)
    new = whole if change.kind == "added" else value(change.new)
    return _say("cell", intervention=show(change.names[-1]), old=old, new=new)


def _moved(change: Change, field: str) -> str:
    if change.subject == "region":
        return _say("folder", old=change.old.value, new=change.new.value)
    return _say("order", field=field)


def _item(change: Change) -> str:
    facts = [(lowered(title), value(told)) for title, told in change.details]
    listed = ", ".join(f"{title} {said}" for title, said in facts if said)
    return _say(f"item-{change.kind}" + ("-with" if listed else ""), details=listed)


def _field(field: str, old: Told, new: Told) -> str:
    was, now = value(old), value(new)
    if _is_empty(old):
        return _say("filled" if now else "text-added", field=field, new=now)
    if _is_empty(new):
        return _say("emptied" if was else "text-removed", field=field, old=was)
    if was is None or now is None:
        return _say("text", field=field)
    if was == now:
        # Such as two numbers that are both not shown.
        return _say("same", field=field, new=now)
    return _say("changed", field=field, old=was, new=now) + _more(old, new)


def _more(old: Told, new: Told) -> str:
    """How much more or less money it is, so that nobody has to subtract."""
    if not (isinstance(old.value, Decimal) and isinstance(new.value, Decimal) and new.is_money):
        return ""
    word = "more" if new.value > old.value else "less"
    return f" ({_say(word, amount=show(Euro(abs(new.value - old.value))))})"


def _is_empty(told: Told) -> bool:
    return told.value is None or told.value == ()


def value(told: Told) -> str | None:
    """A value in Dutch; `None` for a text that is too long to repeat, or what has no words."""
    if _is_empty(told):
        return label("diff", "empty")
    if isinstance(told.value, tuple):
        said = [_one(each, told) for each in told.value]
        return ", ".join(each for each in said if each)
    said_one = _one(told.value, told)
    if said_one and told.assumed:
        return f"{said_one} {label('mark', 'assumed')}"
    return said_one


def _one(found: object, told: Told) -> str | None:
    if isinstance(found, Decimal):
        return show(Euro(found) if told.is_money else Measured(found, told.unit))
    if isinstance(found, str):
        return _word(found, told)
    if isinstance(found, Amount | Range | Spread):
        return _small(found)
    if isinstance(found, Mapping):
        return str(len(found))
    try:
        return show(found)
    except TypeError:
        return None


def _small(found: Amount | Range | Spread) -> str | None:
    """What is a value in itself, though it has fields."""
    if isinstance(found, Range):
        return show(Between(found.low, found.high, None, found.over))
    if isinstance(found, Spread):
        return show(Measured(found.minimum, found.unit))
    if isinstance(found.value, str):
        return label("money", found.value)
    return show(Euro(found.value))


def _word(found: str, told: Told) -> str | None:
    """A name as it is, a fixed word in Dutch, and another text between quotes if it is short."""
    if found == SUPPRESSED:
        # Not "too small": it may be any number that would give a small one away, and which of
        # the two it is would tell as much.
        return label("diff", "withheld")
    if found in told.called:
        return told.called[found]
    if found in told.words:
        return _in_dutch(told.words).get(found)
    return f"‘{found}’" if len(found) <= LONGEST and "\n" not in found else None


def _in_dutch(words: frozenset[str]) -> Mapping[str, str]:
    """The labels of these fixed words: the group with just these, else one that has them all."""
    groups = list(labels().values())
    exact = next((group for group in groups if words == group.keys()), None)
    return exact or next((group for group in groups if words <= group.keys()), {})
