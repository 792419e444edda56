"""How a share came about, or why nothing can be divided, in Dutch."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from kansrijk_cli.compute.dividing.allocation import Allocated, Share
from kansrijk_cli.compute.dividing.apportion import Refusal
from kansrijk_cli.output.dutch import euro, listing, number
from kansrijk_cli.output.labels import label, labels
from kansrijk_cli.output.show import show


def explained(found: Allocated, share: Share, key: str) -> str:
    """How one share came about, with the method and the year of the figures."""
    words = labels()["explanation"]
    about = f"({label('method', found.request.method)}; {key_with_years(found, key)})"
    value = amount_text(found, share.value)
    if share.part is None:
        return words["absent"]
    if share.deviation:
        return f"{value}: {words['deviation'].format(reason=share.deviation.reason)}"
    part, bounds = share.part, share.bounds
    told = [
        words[word].format(value=amount_text(found, bound))
        for word, bound in (("least", bounds.minimum), ("most", bounds.maximum))
        if bound is not None
    ]
    amount = amount_text(found, decimal(part.share, 2))
    if part.bounded != part.share and part.outcome not in ("minimum", "maximum"):
        after = amount_text(found, decimal(part.bounded, 2))
        amount = words["bounded"].format(before=amount, share=after)
    told.append(words[part.outcome].format(share=amount) + _rounding(found, share))
    if part.tied:
        told.append(words["tied"])
    return f"{value}: {', '.join(told)} {about}"


def refused(refusals: Iterable[Refusal], unit: str | None) -> str:
    """Why something cannot be divided, and by how much."""
    told = (" ".join(_sentences(refusal, unit)) for refusal in refusals)
    return " ".join(dict.fromkeys(told))


def key_title(name: str, own: Mapping[str, str]) -> str:
    """What a key is called: its own title, else the word for it."""
    return own.get(name) or labels()["key"].get(name, name)


def amount_text(found: Allocated, value: Decimal) -> str:
    """A number of what is divided, or an amount in euros."""
    return euro(value) if found.request.unit is None else number(value)


def decimal(value: Fraction, places: int) -> Decimal:
    """A fraction with so many decimals, rounded half to even."""
    return Decimal(round(value * 10**places)).scaleb(-places)


def _rounding(found: Allocated, share: Share) -> str:
    """What decided the rounding: the rank of the remainder, or the quotient."""
    words, part = labels()["explanation"], share.part
    if part is None or part.outcome not in ("up", "down"):
        return ""
    if part.rank is not None:
        return words[f"rank-{part.outcome}"].format(rank=part.rank)
    if found.divisor is None or share.weight is None:
        return ""
    quotient = number(decimal(share.weight / Fraction(found.divisor), 2))
    return words["quotient"].format(divisor=number(found.divisor), quotient=quotient)


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
