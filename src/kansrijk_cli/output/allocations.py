"""What `allocate` prints: the share of each municipality, with how it came about."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from kansrijk_cli.compute.dividing.allocation import Allocated, Share
from kansrijk_cli.compute.population import Measure
from kansrijk_cli.output.dutch import number
from kansrijk_cli.output.explanations import amount_text, decimal, explained, key_with_years
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.table import Table
from kansrijk_cli.reports.values import Euro

# Places and hours are few: they are told for so many people. Euros are told for each.
PEOPLE: Mapping[Measure, int] = {"inhabitants": 10_000, "births": 1_000}
ONE: Mapping[Measure, str] = {"inhabitants": "per-inhabitant", "births": "per-birth"}


def allocation_table(found: Allocated, key: str, region: str, year: int) -> Table:
    """What each municipality gets, against equal parts and against its people."""
    measures = tuple(found.years)
    numbers = tuple(label("head", word) for word in ("gets", "even", "more"))
    heads = (label("head", "municipality"), *numbers, *(_per_head(found, m) for m in measures))
    rows = [(*_row(found, share), *_people(found, share, measures)) for share in found.shares]
    averages = (_shown(found, _scaled(found, m, found.per(m))) for m in measures)
    total = _amount(found, found.request.total)
    rows.append((label("text", "together"), total, total, None, *averages))
    title = label("title", "allocation").format(
        title=found.request.title, total=_with_unit(found), region=region, year=year
    )
    return Table(title, heads, rows, heads[1:], " ".join(_about(found, key)))


def explanation_table(found: Allocated, key: str) -> Table:
    """A line for each municipality that says how its share came about."""
    heads = (label("head", "municipality"), label("head", "explanation"))
    rows = [(share.municipality, explained(found, share, key)) for share in found.shares]
    word = "explanation-amount" if found.request.unit is None else "explanation"
    return Table(label("title", word), heads, rows)


def wide_table(found: Allocated, key: str) -> Table:
    """Everything of each municipality on one row, for a spreadsheet."""
    words = ("takes-part", "weight", "share", "minimum", "maximum", "gets", "even")
    heads = tuple(label("head", word) for word in ("municipality", *words))
    measures = tuple(found.years)
    heads = (*heads, *(_per_head(found, m) for m in measures), label("head", "explanation"))
    rows = [
        (
            share.municipality,
            share.part is not None,
            None if share.weight is None else _short(share.weight),
            # Who is given a value of its own without a figure has no share.
            None if share.part is None or share.weight is None else _short(share.part.share),
            share.bounds.minimum,
            share.bounds.maximum,
            share.value,
            _short(share.equal),
            *_people(found, share, measures),
            explained(found, share, key),
        )
        for share in found.shares
    ]
    return Table(found.request.title, heads, rows)


def _row(found: Allocated, share: Share) -> tuple[object, ...]:
    equal = decimal(share.equal, 2)
    return (
        share.municipality,
        _amount(found, share.value) if share.part else label("explanation", "absent"),
        _amount(found, equal) if share.part else None,
        _amount(found, share.value - equal) if share.part else None,
    )


def _people(found: Allocated, share: Share, measures: tuple[Measure, ...]) -> Iterator[object]:
    for measure in measures:
        yield _shown(found, _scaled(found, measure, share.per(measure)) if share.part else None)


def _scaled(found: Allocated, measure: Measure, per: Fraction | None) -> Fraction | None:
    """For euros each, for anything else so many people."""
    return None if per is None else per * (1 if found.request.unit is None else PEOPLE[measure])


def _per_head(found: Allocated, measure: Measure) -> str:
    if found.request.unit is None:
        return label("head", ONE[measure])
    return label("head", f"per-{measure}").format(number=number(PEOPLE[measure]))


def _shown(found: Allocated, value: Fraction | None) -> object:
    return None if value is None else _amount(found, decimal(value, 2))


def _short(value: Fraction) -> Decimal:
    """A fraction with at most six decimals."""
    return decimal(value, 6).normalize() + 0


def _amount(found: Allocated, value: Decimal) -> object:
    return Euro(value) if found.request.unit is None else value


def _with_unit(found: Allocated) -> str:
    return f"{amount_text(found, found.request.total)} {found.request.unit or ''}".strip()


def _about(found: Allocated, key: str) -> Iterator[str]:
    """The key and method, and what the numbers are held against."""
    method = label("method", found.request.method)
    yield label("text", "method").format(key=key_with_years(found, key), method=method)
    if found.divisor is not None:
        yield label("text", "divided-by").format(divisor=number(found.divisor))
    if any(share.part and share.part.tied for share in found.shares):
        yield label("text", "ties")
    if len(found.years) == len(PEOPLE):
        told = {str(m): label("text", f"year-{m}").format(year=y) for m, y in found.years.items()}
        yield label("text", "held-against").format_map(told)
