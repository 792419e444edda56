"""Mutations of values: another type, another number, another date, a wrong word."""

import re
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Literal

from kansrijk_cli.compute.budget.tables import SINGLE_COLUMN, parts_of, value_in
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.period import Period
from kansrijk_cli.source.scalars import plain_scalar
from tests.mutations.kinds import misspelt, of_text
from tests.mutations.original import Original
from tests.mutations.spots import Pair, Spot

# Words that a field has instead of a number, so that a number fits there as well.
INSTEAD_OF_NUMBER = frozenset("PM ntb nvt unknown suppressed week month quarter year".split())
NEVER_NEGATIVE = frozenset("fte hours minimum maximum exact inhabitants births".split())
DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
QUARTER = re.compile(r"\bQ[1-4]\b")


def _spliced(original: Original, spot: Spot, new: str) -> str:
    return original.text[: spot.start] + new + original.text[spot.end :]


def _number(spot: Spot) -> int | float | None:
    value = None if spot.kind else plain_scalar(spot.value)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _numbers(original: Original) -> list[Spot]:
    return [spot for spot in original.spots.values if _number(spot) is not None]


def _texts(original: Original) -> list[Pair]:
    """Fields with a text on one line."""
    return [
        pair
        for pair in original.fields
        if (pair.value.kind in ("'", '"') or isinstance(plain_scalar(pair.value.value), str))
        and pair.value.kind not in ("mapping", "list", "|", ">")
        and "\n" not in original.text[pair.value.start : pair.value.end]
    ]


@of_text("woord in plaats van een getal")
def word_for_number(random: Random, original: Original) -> str | None:
    numbers = _numbers(original)
    return _spliced(original, random.choice(numbers), "veel") if numbers else None


@of_text("getal in plaats van een tekst")
def number_for_text(random: Random, original: Original) -> str | None:
    texts = [p for p in _texts(original) if p.value.value not in INSTEAD_OF_NUMBER]
    return _spliced(original, random.choice(texts).value, "12") if texts else None


@of_text("lijst in plaats van een tekst")
def list_for_text(random: Random, original: Original) -> str | None:
    texts = _texts(original)
    if not texts:
        return None
    spot = random.choice(texts).value
    return _spliced(original, spot, f"[{original.text[spot.start : spot.end]}]")


@of_text("tekst in plaats van een lijst")
def text_for_list(random: Random, original: Original) -> str | None:
    flow = [spot for spot in original.spots.values if spot.kind == "list" and spot.flow]
    lists = [spot for spot in flow if spot.end - spot.start > len("[]")]
    if not lists:
        return None
    spot = random.choice(lists)
    first = original.text[spot.start + 1 : spot.end - 1].split(",")[0]
    return _spliced(original, spot, first.strip())


@of_text("waarde weg")
def drop_required_value(random: Random, original: Original) -> str | None:
    """Of a field that must be there; elsewhere an empty value means that it is not known."""
    required = {
        (*route, name)
        for route, model in original.models
        for name in model.model_fields_set
        if type(model).model_fields[name].is_required()
    }
    values = [pair.value for pair in original.lone if pair.key.route in required]
    return _spliced(original, random.choice(values), "") if values else None


@of_text("typefout in een vast woord")
def misspell_word(random: Random, original: Original) -> str | None:
    words = [spot for spot in original.values_of(Literal) if not spot.value.isdigit()]
    if not words:
        return None
    spot = random.choice(words)
    slip = misspelt(random, spot.value)
    return _spliced(original, spot, slip) if slip else None


@of_text("punt tussen duizendtallen")
def dot_in_number(random: Random, original: Original) -> str | None:
    large = [spot for spot in _numbers(original) if re.fullmatch(r"\d{4,}", spot.value)]
    if not large:
        return None
    spot = random.choice(large)
    return _spliced(original, spot, f"{int(spot.value):,}".replace(",", "."))


@of_text("komma in plaats van een punt")
def decimal_comma(random: Random, original: Original) -> str | None:
    broken = [spot for spot in _numbers(original) if "." in spot.value]
    if not broken:
        return None
    spot = random.choice(broken)
    return _spliced(original, spot, spot.value.replace(".", ","))


@of_text("ander cijfer in een getal", None, "een ander getal kan ook kloppen")
def digit(random: Random, original: Original) -> str | None:
    numbers = _numbers(original)
    return _other_digit(random, original, random.choice(numbers)) if numbers else None


@of_text("ander cijfer in een bedrag met een totaal")
def digit_in_sum(random: Random, original: Original) -> str | None:
    if not isinstance(original.entry.content, Budgets):
        return None
    amounts = [spot for spot in _numbers(original) if _is_summed(original, spot)]
    return _other_digit(random, original, random.choice(amounts)) if amounts else None


def _other_digit(random: Random, original: Original, spot: Spot) -> str | None:
    at = random.choice([at for at, sign in enumerate(spot.value) if sign.isdigit()])
    new = random.choice("123456789".replace(spot.value[at], ""))
    return _spliced(original, spot, spot.value[:at] + new + spot.value[at + 1 :])


def _is_summed(original: Original, spot: Spot) -> bool:
    """Whether a number is the amount of a line under a printed total that has all its parts."""
    content = original.entry.content
    route = spot.route
    if not isinstance(content, Budgets) or len(route) < 5 or route[4] not in ("amount", "amounts"):
        return False
    budget = content.budgets[int(route[1])]
    under = budget.lines[int(route[3])].under
    column = str(route[5]) if route[4] == "amounts" else SINGLE_COLUMN
    total = next((line for line in budget.lines if line.id == under), None)
    known = all(value_in(part, column) is not None for part in parts_of(budget, under or ""))
    return total is not None and not total.partial and known


@of_text("minteken voor wat niet onder nul kan zijn")
def flip_sign(random: Random, original: Original) -> str | None:
    spots = [s for s in _numbers(original) if s.route[-1] in NEVER_NEGATIVE and s.value != "0"]
    if not spots:
        return None
    spot = random.choice(spots)
    return _spliced(original, spot, f"-{spot.value}")


@of_text("twee waarden verwisseld", None, "twee teksten passen ook op elkaars plek")
def swap_values(random: Random, original: Original) -> str | None:
    neighbours = [
        (first.value, second.value)
        for first, second in zip(original.lone, original.lone[1:], strict=False)
        if first.key.route[:-1] == second.key.route[:-1]
    ]
    if not neighbours:
        return None
    first, second = random.choice(neighbours)
    text = original.text
    return "".join(
        (
            text[: first.start],
            text[second.start : second.end],
            text[first.end : second.start],
            text[first.start : first.end],
            text[second.end :],
        )
    )


@of_text("datum zoals in Nederland")
def dutch_date(random: Random, original: Original) -> str | None:
    return _other_period(random, original, DAY, lambda m: f"{m[3]}-{m[2]}-{m[1]}")


@of_text("dag en maand verwisseld", None, "tot en met de twaalfde is het ook een datum")
def swapped_date(random: Random, original: Original) -> str | None:
    return _other_period(random, original, DAY, lambda m: f"{m[1]}-{m[3]}-{m[2]}")


@of_text("kwartaal dat niet bestaat")
def wrong_quarter(random: Random, original: Original) -> str | None:
    wrong = random.choice(("Q0", "Q5", "K1", "1"))
    return _other_period(random, original, QUARTER, lambda _: wrong)


def _other_period(
    random: Random,
    original: Original,
    pattern: re.Pattern[str],
    change: Callable[[re.Match[str]], str],
) -> str | None:
    """One period or day of the file, with the first match of a pattern in it changed."""
    routes = {v.place.route for v in original.entry.visits if isinstance(v.value, Period | date)}
    spots = [s for s in original.spots.values if s.route in routes and pattern.search(s.value)]
    if not spots:
        return None
    spot = random.choice(spots)
    written = original.text[spot.start : spot.end]
    return _spliced(original, spot, pattern.sub(change, written, count=1))


KINDS = (
    word_for_number,
    number_for_text,
    list_for_text,
    text_for_list,
    drop_required_value,
    misspell_word,
    dot_in_number,
    decimal_comma,
    digit,
    digit_in_sum,
    flip_sign,
    swap_values,
    dutch_date,
    swapped_date,
    wrong_quarter,
)
