"""The map of a region: how much is there in each municipality, or else how far its coalition is."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal

from kansrijk_cli.compute.coverage.matrix import STATUSES, Coverage, coverage
from kansrijk_cli.compute.coverage.mergers import all_parts
from kansrijk_cli.model.municipalities import Municipality
from kansrijk_cli.reports.context import Context
from kansrijk_cli.reports.pictures import MapPlace, Part, RegionMap, Shade
from kansrijk_cli.reports.values import Between, Word

UNKNOWN = Shade("unknown", Word("figure", "unknown"))
NONE = Shade("paper", Decimal(0))
# The shades for so many steps: as far apart as can be.
SHADES = {1: (3,), 2: (1, 3), 3: (1, 2, 4), 4: (1, 2, 3, 4)}
BY_STATUS = {
    "active": "level-4",
    "starting": "level-3",
    "planned": "level-2",
    "ended": "level-1",
    "none": "paper",
    "unknown": "unknown",
}


def region_map(context: Context) -> RegionMap:
    """The municipalities on the day of the document, shaded by what is known of them."""
    table = coverage(context.workspace, context.folder, context.on)
    counts = {m: active_count(found) for m, found in table.by_municipality.items()}
    if any(count is not None for count in counts.values()):
        return _by_active(context, table, counts)
    if any(status != "unknown" for status in table.coalitions.values()):
        return _by_coalition(context, table)
    plain = Shade("level-1", None)
    places = tuple(_place(context, m, plain) for m in table.municipalities)
    return RegionMap(Word("picture", "map-plain"), places, ())


def active_count(counts: Mapping[str, int]) -> Decimal | None:
    """How many are active, `None` when none is as far as is known and not all is known."""
    is_open = counts["unknown"] or not counts["of"]
    return Decimal(counts["active"]) if counts["active"] or not is_open else None


def is_at_least(counts: Iterable[Mapping[str, int]]) -> bool:
    """Whether there may be more active than one of these counts says."""
    return any(found["active"] and found["unknown"] for found in counts)


def _by_active(
    context: Context, table: Coverage, counts: Mapping[str, Decimal | None]
) -> RegionMap:
    shades = list(_steps({int(count) for count in counts.values() if count}))
    with_coalition = {m for m, status in table.coalitions.items() if status == "active"}
    places = tuple(
        _place(context, m, _shade(count, shades), count, is_marked=m in with_coalition)
        for m, count in counts.items()
    )
    return RegionMap(
        Word("picture", "map-active"),
        places,
        (NONE, *(shade for _, shade in shades), UNKNOWN),
        Word("picture", "with-coalition") if with_coalition else None,
        Word("picture", "map-at-least") if is_at_least(table.by_municipality.values()) else None,
    )


def _steps(counts: Collection[int]) -> Iterator[tuple[int, Shade]]:
    """Up to four steps, each with its last number: the counts, or as equal as can be from 1."""
    steps = min(len(counts), len(SHADES))
    ends = [max(counts) * step // steps for step in range(1, steps + 1)]
    few = len(counts) == steps
    low = 1
    for level, high in zip(SHADES.get(steps, ()), sorted(counts) if few else ends, strict=True):
        low = high if few else low
        alone = Decimal(low) if low == high else None
        between = Between(Decimal(low), Decimal(high), None, None)
        yield high, Shade(f"level-{level}", between if alone is None else alone)
        low = high + 1


def _shade(count: Decimal | None, shades: list[tuple[int, Shade]]) -> Shade:
    if count is None:
        return UNKNOWN
    return next(shade for high, shade in shades if count <= high) if count else NONE


def _by_coalition(context: Context, table: Coverage) -> RegionMap:
    shades = {status: Shade(BY_STATUS[status], Word("status", status)) for status in STATUSES}
    places = tuple(_place(context, m, shades[table.coalitions[m]]) for m in table.municipalities)
    return RegionMap(Word("picture", "map-coalitions"), places, tuple(shades.values()))


def _place(
    context: Context, name: str, shade: Shade, shown: object = None, *, is_marked: bool = False
) -> MapPlace:
    register = context.workspace.register
    found = register.find(name)
    here: Municipality | None = found[0] if len(found) == 1 else None
    codes = here.successors if here else ()
    olds = all_parts(register, [name], context.on)
    parts = [m for m in register.municipalities if m.name in olds]
    return MapPlace(
        name,
        here.code if here else None,
        shade,
        shown,
        is_marked,
        tuple(Part(m.name, m.code) for m in parts),
        here.until if here else None,
        tuple(register.by_code[code].name for code in codes if code in register.by_code),
    )
