"""How the contributions to a budget came about."""

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from kansrijk_cli.compute.budget.tables import BudgetTable, parts_of
from kansrijk_cli.compute.dividing.allocation import Allocated
from kansrijk_cli.compute.dividing.contributions import Contribution
from kansrijk_cli.compute.explain.budget import about_line, cells_of, places_of
from kansrijk_cli.compute.explain.explanation import Explanation, Fixed, Parameter
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.keys import PlainKey

PLAIN = frozenset(get_args(PlainKey))


def explain_contributions(
    table: BudgetTable, found: Iterable[Contribution], year: int, keys: Mapping[str, str]
) -> Iterator[Explanation]:
    """A line for each amount that is divided; `keys` are the titles of keys of their own."""
    for one in found:
        if not one.shares or one.refusals:
            continue
        about = about_line(table, one.line.id, one.column)
        if one.allocated:
            rule, params = _rule(one.allocated, keys)
            inputs = (*cells_of(table, [one.line.id], [one.column]), *_asked(table, one))
            yield Explanation("contribution", about, rule, inputs, params, year)
        else:
            parts = [part.id for part in parts_of(table.budget, one.line.id) if part.per is None]
            inputs, count = cells_of(table, parts, [one.column]), {"count": len(parts)}
            yield Explanation("contribution", about, "contribution-sum", inputs, count, year)


def _rule(found: Allocated, keys: Mapping[str, str]) -> tuple[str, dict[str, Parameter]]:
    """By which key and method, with the years of the figures or the day of the table."""
    key = found.request.key
    params: dict[str, Parameter] = {
        "key": Fixed("key", key) if key in PLAIN else keys.get(key, key),
        "method": Fixed("method", found.request.method),
        "step": found.request.step,
    }
    years, days = found.weights.years, found.weights.days
    if years:
        return "contribution-figures", params | {
            "year": ", ".join(map(str, sorted({*years.values()})))
        }
    return ("contribution-day", params | {"day": days[-1]}) if days else ("contribution", params)


def _asked(table: BudgetTable, found: Contribution) -> Iterator[Place]:
    """Where it stands how the amount is divided: at the line, or at the budget."""
    if found.line.allocation:
        yield places_of(table)[found.line.id].at("allocation").key()
    elif found.allocated and table.budget.key == found.allocated.request.key:
        yield table.place.at("key")
