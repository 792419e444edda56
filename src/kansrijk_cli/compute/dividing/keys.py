"""Keys: from the name of a key to a weight for each municipality, with the date they stand for.

A key that lacks a figure of one municipality says so; it never counts as nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kansrijk_cli.compute.dates import year_end
from kansrijk_cli.compute.dividing.apportion import Refusal
from kansrijk_cli.compute.population import Measure, counts_of_year, known_years
from kansrijk_cli.model.catalog import Keys
from kansrijk_cli.model.keys import Key
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace

MEASURES: Mapping[str, Measure] = {"inhabitants": "inhabitants", "births": "births"}
EQUAL, TABLE = "equal", "table"


@dataclass(frozen=True, slots=True)
class Weights:
    """What a key gives. Only the ratio of the weights counts.

    `years` names per measure the year of its figures, `days` the days of the tables. `fixed` is
    what each municipality gets before the weights count, in the unit of what is divided.
    """

    weights: Mapping[str, Fraction]
    years: Mapping[Measure, int] = field(default_factory=dict)
    days: tuple[date, ...] = ()
    fixed: Decimal = Decimal(0)
    refusals: tuple[Refusal, ...] = ()

    def of_total(self, total: Decimal) -> "Weights":
        """The weights with the fixed part in them, for one total."""
        whole = sum(self.weights.values(), Fraction(0))
        if not self.fixed or self.refusals or not whole:
            return self
        needed = self.fixed * len(self.weights)
        if needed > total:
            numbers: dict[str, Decimal | int] = {
                "count": len(self.weights),
                "fixed": self.fixed,
                "together": needed,
                "total": total,
                "lacking": needed - total,
            }
            return _refuse(Refusal("fixed-too-high", numbers))
        rest, fixed = Fraction(total - needed), Fraction(self.fixed)
        weights = {name: fixed + rest * w / whole for name, w in self.weights.items()}
        return replace(self, weights=weights)


@dataclass(frozen=True, slots=True)
class Asking:
    """For whom and when a key is asked.

    `on` is the day whose figures count; a key with a day of its own keeps that, unless `insists`.
    """

    workspace: Workspace
    region: RegionFolder
    municipalities: tuple[str, ...]
    on: date
    insists: bool = False


def own_keys(workspace: Workspace, region: RegionFolder | None) -> dict[str, Key]:
    """The keys that have a definition: the catalogue's, and the region's that replace them."""
    known: dict[str, Key] = {}
    for entry in reversed(workspace.catalog_entries(Keys)):
        known |= {key.id: key for key in entry.content.keys}
    own = region.region if region else None
    return known | ({key.id: key for key in own.keys} if own else {})


def key_names(workspace: Workspace, region: RegionFolder | None) -> tuple[str, ...]:
    """The names by which a key can be asked for."""
    return (EQUAL, *MEASURES, *sorted(own_keys(workspace, region)))


def weights_of(asking: Asking, name: str) -> Weights:
    """The weights of a key by its name, or why there are none."""
    if name == EQUAL:
        return Weights(dict.fromkeys(asking.municipalities, Fraction(1)))
    if name in MEASURES:
        return _counted(asking, MEASURES[name])
    if name == TABLE:
        return _refuse(Refusal("table-not-here"))
    key = own_keys(asking.workspace, asking.region).get(name)
    if key is None:
        return _refuse(Refusal("no-such-key", names=(name,)))
    return _defined(asking, key)


def _defined(asking: Asking, key: Key) -> Weights:
    wrong = flaw(asking.workspace, asking.region, key)
    if wrong:
        return _refuse(wrong)
    found = _of_table(asking, key) if key.table else _of_mix(asking, key)
    return found if found.refusals else replace(found, fixed=key.fixed or Decimal(0))


def flaw(workspace: Workspace, region: RegionFolder | None, key: Key) -> Refusal | None:
    """What makes a key useless for everybody: it has no table or mix, or a number is no weight."""
    numbers = [*key.table.values(), *key.mix.values()]
    if bool(key.table) == bool(key.mix):
        return Refusal("table-or-mix", names=(key.id,))
    if min(numbers) < 0 or (key.fixed or 0) < 0:
        return Refusal("negative", names=(key.id,))
    if not any(numbers):
        return Refusal("nothing", names=(key.id,))
    known = own_keys(workspace, region)
    # A mix of mixes has no end when they name each other, and of a fixed part there is only one.
    used = [known[name] for name in key.mix if name in known]
    deep = tuple(other.id for other in used if other.mix or other.fixed)
    if deep:
        return Refusal("mix-of-mix", names=(key.id, *deep))
    return None


def table_of(asking: Asking, key: Key) -> dict[str, Decimal]:
    """The table of a key under the official names of the municipalities."""
    members = asking.region.municipalities
    return {asking.workspace.register.official(n, members): v for n, v in key.table.items()}


def reference_year(measure: Measure, on: date) -> int:
    """The last year whose figure can be known on a day: a year of births must be over."""
    return on.year if measure == "inhabitants" or on == year_end(on.year) else on.year - 1


def _counted(asking: Asking, measure: Measure) -> Weights:
    """Inhabitants or births in the newest year in which all have a figure."""
    newest: tuple[str, ...] | None = None
    for year in known_years(asking.workspace, reference_year(measure, asking.on)):
        counts = counts_of_year(asking.workspace, asking.municipalities, measure, year)
        missing = tuple(m for m in asking.municipalities if m not in counts)
        if not missing:
            weights = {name: Fraction(count) for name, count in counts.items()}
            return _with_something(Weights(weights, {measure: year}), measure)
        if counts and newest is None:
            newest = missing
    return _refuse(Refusal("no-figure", names=newest or asking.municipalities))


def _of_table(asking: Asking, key: Key) -> Weights:
    table = table_of(asking, key)
    missing = tuple(m for m in asking.municipalities if m not in table)
    if missing:
        return _refuse(Refusal("no-figure", names=missing))
    weights = {m: Fraction(table[m]) for m in asking.municipalities}
    return _with_something(Weights(weights, days=(key.on,) if key.on else ()), key.id)


def _of_mix(asking: Asking, key: Key) -> Weights:
    """Each key divides its own part of the whole."""
    here = asking if asking.insists or key.on is None else replace(asking, on=key.on)
    weights = dict.fromkeys(asking.municipalities, Fraction(0))
    years: dict[Measure, int] = {}
    days: list[date] = []
    for name, part in key.mix.items():
        found = weights_of(here, name) if part else Weights(dict.fromkeys(weights, Fraction(0)))
        if found.refusals:
            return found
        whole = sum(found.weights.values()) or Fraction(1)
        for municipality, weight in found.weights.items():
            weights[municipality] += Fraction(part) * weight / whole
        years |= found.years
        days += found.days
    return Weights(weights, years, tuple(sorted(set(days))))


def _with_something(found: Weights, name: str) -> Weights:
    return found if any(found.weights.values()) else _refuse(Refusal("nothing", names=(name,)))


def _refuse(refusal: Refusal) -> Weights:
    return Weights({}, refusals=(refusal,))
