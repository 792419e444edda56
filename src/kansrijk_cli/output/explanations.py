"""How a share came about, or why nothing can be divided, in Dutch."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kansrijk_cli.compute.dividing.allocation import Allocated, Share
from kansrijk_cli.compute.dividing.apportion import Part, Refusal
from kansrijk_cli.compute.dividing.divisors import SIGNPOSTS, rounded
from kansrijk_cli.output.dutch import euro, listing, number
from kansrijk_cli.output.labels import label, labels
from kansrijk_cli.output.show import show

# More decimals than this are for nobody.
MOST = 16


def explained(found: Allocated, share: Share, key: str) -> str:
    """How one share came about, with the method and the year of the figures."""
    words = labels()["explanation"]
    about = f"({label('method', found.request.method)}; {key_with_years(found, key)})"
    value = amount_text(found, share.value)
    if share.part is None:
        return words["absent"]
    if share.deviation:
        return f"{value}: {_deviating(found, share, share.deviation.reason, key)}"
    part, bounds = share.part, share.bounds
    told = [
        words[word].format(value=amount_text(found, bound))
        for word, bound in (("least", bounds.minimum), ("most", bounds.maximum))
        if bound is not None
    ]
    told.append(_decided(found, share, part))
    if part.tied:
        told.append(words["tied"])
    return f"{value}: {', '.join(told)} {about}"


def refused(refusals: Iterable[Refusal], unit: str | None, *, advice: bool = False) -> str:
    """Why something cannot be divided, and by how much; the same reason once for all names.

    With `advice` also which option of a command helps; who reads a document has none.
    """
    same: dict[tuple[object, ...], Refusal] = {}
    for refusal in refusals:
        key = (refusal.why, *refusal.numbers.items())
        names = (*same[key].names, *refusal.names) if key in same else refusal.names
        same[key] = replace(refusal, names=tuple(dict.fromkeys(names)))
    found = (sentence for refusal in same.values() for sentence in _sentences(refusal, unit))
    if not advice:
        return " ".join(found)
    helps = labels()["refusal-advice"]
    told = (helps[word] for word in dict.fromkeys(r.why for r in same.values()) if word in helps)
    return " ".join((*found, *told))


def key_title(name: str, own: Mapping[str, str]) -> str:
    """What a key is called: its own title, else the word for it."""
    return own.get(name) or labels()["key"].get(name, name)


def amount_text(found: Allocated, value: Decimal) -> str:
    """A number of what is divided, or an amount in euros."""
    return euro(value) if found.request.unit is None else number(value)


def decimal(value: Fraction, places: int) -> Decimal:
    """A fraction with so many decimals, rounded half to even."""
    return Decimal(round(value * 10**places)).scaleb(-places)


def _deviating(found: Allocated, share: Share, reason: str, key: str) -> str:
    """What was computed, and how far the choice is from it; who has no figure has no share."""
    words, part, figures = labels()["explanation"], share.part, key_with_years(found, key)
    if part is None or share.weight is None:
        return words["deviation-only"].format(reason=reason, key=figures)
    more = Fraction(share.value) - part.share
    return words["deviation" if more else "deviation-even"].format(
        share=_exact(found, part.share),
        key=figures,
        difference=_exact(found, abs(more)),
        side=words["above" if more > 0 else "below"],
        reason=reason,
    )


def _decided(found: Allocated, share: Share, part: Part) -> str:
    """What decided: a bound or the rounding, of the quotient if there is one, else of the share."""
    words = labels()["explanation"]
    amount = _exact(found, part.share)
    if found.divisor is not None and share.weight:
        quotient = words["quotient"].format(
            share=amount,
            divisor=number(found.divisor),
            quotient=_quotient(found, share.weight / Fraction(found.divisor)),
        )
        return words[f"quotient-{part.outcome}"].format(quotient=quotient)
    if part.asked != part.share:
        amount = words["bounded"].format(before=amount, share=_exact(found, part.asked))
    rank = "" if part.rank is None else words[f"rank-{part.outcome}"].format(rank=part.rank)
    return words[part.outcome].format(share=amount) + rank


def _quotient(found: Allocated, quotient: Fraction) -> str:
    """A quotient with so many decimals that the method rounds it as it rounds the exact one."""
    post, step = SIGNPOSTS[found.request.method], Fraction(found.request.step)

    def is_rounded_alike(places: int) -> bool:
        shown = Fraction(decimal(quotient, places))
        alike = rounded(shown / step, post) == rounded(quotient / step, post)
        return alike and (shown % step == 0) == (quotient % step == 0)

    first = _decimals(found)
    return _fixed(found, quotient, next(filter(is_rounded_alike, range(first, MOST)), MOST))


def _exact(found: Allocated, share: Fraction) -> str:
    """A share with so many decimals that it can be followed how it was rounded.

    That is two more than the steps have, and more when two remainders would look the same, or a
    share that was moved would look as if it was not.
    """
    step = Fraction(found.request.step)
    parts = [(s, s.part) for s in found.shares if s.part]
    rests = {part.bounded % step for _, part in parts if part.rank}
    moved = [(Fraction(s.value), part) for s, part in parts]
    differ = [
        (value, one) for value, part in moved for one in (part.share, part.asked) if one != value
    ]
    first = _decimals(found)
    shown = (
        places
        for places in range(first, first + 6)
        if _are_apart(rests, step, places)
        and all(decimal(one, places) != value for value, one in differ)
    )
    return _fixed(found, share, next(shown, first + 6))


def _decimals(found: Allocated) -> int:
    """Two more than the steps have."""
    return 2 + max(-int(found.request.step.normalize().as_tuple().exponent), 0)


def _fixed(found: Allocated, value: Fraction, places: int) -> str:
    """A number with all its decimals, also when these are noughts: what is exact looks so."""
    text = number(decimal(value, places), places)
    return f"€ {text}" if found.request.unit is None else text


def _are_apart(rests: set[Fraction], step: Fraction, places: int) -> bool:
    """Whether numbers that differ still do so in so many decimals, and none looks whole."""
    shown = {decimal(rest, places) for rest in rests}
    return len(shown) == len(rests) and not shown & {0, decimal(step, places)} - rests


def key_with_years(found: Allocated, key: str) -> str:
    """A key with the years and days of its figures."""
    weights = found.weights
    years = [label("text", f"year-{m}").format(year=year) for m, year in weights.years.items()]
    days = [label("text", "of-day").format(day=show(day)) for day in weights.days]
    plain = len(years) == 1 and not days and found.request.key in weights.years
    return years[0] if plain else ", ".join([key, *years, *days])


def _sentences(refusal: Refusal, unit: str | None) -> Iterator[str]:
    yield label("refusal", refusal.why)
    if refusal.names:
        yield label("text", "names").format(names=listing(refusal.names))
    told = labels()["refusal-numbers"].get(refusal.why)
    if told:
        shown = {
            name: number(value) if unit is not None or name == "count" else euro(value)
            for name, value in refusal.numbers.items()
        }
        yield told.format_map(shown)
