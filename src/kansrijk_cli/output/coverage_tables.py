"""What `coverage` prints besides its counts: groups, white spots and the two matrices."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kansrijk_cli.compute.coverage.depth import Depth
from kansrijk_cli.compute.coverage.groups import WAYS, By, Group
from kansrijk_cli.compute.coverage.matrix import STATUSES, Coverage
from kansrijk_cli.compute.coverage.spots import Spot
from kansrijk_cli.output.coverage_grid import grid_tables
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.overviews import ALWAYS, coverage_table, coverage_title
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.reports.sections.prevention import prevention_columns, prevention_rows
from kansrijk_cli.reports.values import Remarked, Word

WORDED: Mapping[By, str] = {"phase": "phase", "level": "level"}


def chosen(depth: Depth, view: str, format: str) -> tuple[Table, ...]:
    """The tables that were asked for; a spreadsheet has one fact a line, a terminal short heads."""
    if view == "white-spots":
        return (spots_table(depth, each=format == "csv"),)
    if view == "municipality-matrix" and format == "table":
        told = tuple(counting_sentences(depth))
        return grid_tables(depth, _title(depth, "municipality-matrix"), told)
    if view == "municipality-matrix":
        return (municipality_matrix(depth),)
    if view == "prevention-matrix":
        return (prevention_table(depth),)
    grouped = next((by for by in WAYS if by == view), None)
    return (groups_table(depth, grouped) if grouped else counts_table(depth, view),)


def counts_table(depth: Depth, by: str) -> Table:
    """How many of each status per intervention or municipality, and what stands out."""
    table = coverage_table(depth.table, by, depth.region.name)
    return replace(
        table, closing=_sentences(table.closing, *counting_sentences(depth), *_lapsed(depth))
    )


def groups_table(depth: Depth, by: By) -> Table:
    """Per phase, level and so on: how many interventions and agreements, and where they are."""
    found = depth.group(by)
    used = [s for s in STATUSES if s in ALWAYS or any(group.counts[s] for group in found)]
    agreed = by != "target-group"
    heads = (
        label("head", by),
        label("head", "offer"),
        *(label("status", status) for status in used),
        label("head", "of"),
        *((label("head", "agreements"),) if agreed else ()),
    )
    rows = [
        (
            group_name(group, by),
            len(group.interventions),
            *(group.counts[status] for status in used),
            group.counts["of"],
            *((len(group.agreements),) if agreed else ()),
        )
        for group in found
    ]
    about = label("coverage-about", by)
    return Table(
        _title(depth, by),
        heads,
        rows,
        heads[1:],
        _sentences(about, _not_filled(found, by), *counting_sentences(depth)),
    )


def _not_filled(found: list[Group], by: By) -> str | None:
    """Where one fills in what would place the offer, when nothing of it is placed."""
    offer = [group.key for group in found if group.interventions]
    return label("coverage-not-filled", by) if offer == [None] else None


def group_name(group: Group, by: By) -> object:
    """The name of a group: a fixed word, a word of the data, or that nothing is filled in."""
    if group.key is None:
        return Word("coverage-group", "none")
    return Word(WORDED[by], group.key) if by in WORDED else group.title


def spots_table(depth: Depth, each: bool = False) -> Table:
    """The white spots per intervention; or `each` on a line of its own, with the distance."""
    names = depth.table.names
    heads = tuple(label("head", h) for h in ("intervention", "status", "municipalities", "ask"))
    rows: list[tuple[object, ...]] = []
    if each:
        heads = (heads[0], heads[1], label("head", "municipality"), heads[3], label("head", "near"))
        for s in depth.spots:
            status = Word("status", s.status)
            rows.append((names[s.intervention], status, s.municipality, _ask(depth, s), _near(s)))
    else:
        for (id_, *_), spots in _bundled(depth).items():
            status = Word("status", spots[0].status)
            inside = tuple(spot.municipality for spot in spots)
            rows.append((names[id_], status, _among(depth, inside), _ask(depth, spots[0])))
    nothing = "no-spots" if depth.table.interventions else "no-interventions"
    about = label("text", "spots-about" if rows else nothing)
    closing = _sentences(about, *_untranslated(depth), *counting_sentences(depth))
    return Table(_title(depth, "spots"), heads if rows or each else (), rows, (), closing)


def _among(depth: Depth, inside: tuple[str, ...]) -> object:
    """The names of municipalities, or in a word that it are all of them, or all but one."""
    of = len(depth.table.municipalities)
    if len(inside) == of > 1:
        return label("text", "all-municipalities").format(count=of)
    return Word("all", "other-municipalities") if len(inside) == of - 1 > 1 else inside


def municipality_matrix(depth: Depth) -> Table:
    """Municipalities by interventions, each by its name."""
    table = depth.table
    names = list(table.names.values())
    heads = (label("head", "municipality"), *names)
    rows = [(m, *_words(table, m)) for m in table.municipalities]
    used = {cell.status for cell in table.cells.values()}
    words = ", ".join(f"{label('matrix', s)} = {label('status', s)}" for s in STATUSES if s in used)
    about = f"{words}." if names else label("text", "no-interventions")
    closing = _sentences(about, *counting_sentences(depth))
    return Table(_title(depth, "municipality-matrix"), heads, rows, (), closing)


def prevention_table(depth: Depth) -> Table:
    """Goals by levels of prevention, with in how many municipalities each intervention is."""
    matrix = depth.prevention
    levels = (label("prevention", level or "unknown") for level in prevention_columns(matrix))
    heads = (label("head", "goal"), *(level.capitalize() for level in levels))
    about = [label("text", "prevention-about")]
    if not matrix.goals:
        about.append(label("text", "prevention-no-goals"))
    if not matrix.has_levels:
        about.append(label("text", "prevention-no-levels"))
    rows = list(prevention_rows(depth.table, matrix))
    # Heads above nothing would look like an answer.
    shown = heads if rows else ()
    closing = _sentences(*about, *counting_sentences(depth))
    return Table(_title(depth, "prevention"), shown, rows, (), closing)


def _title(depth: Depth, view: str) -> str:
    return coverage_title(view, depth.region.name, depth.table.on)


def _sentences(*found: str | None) -> str | None:
    return " ".join(filter(None, found)) or None


def _words(table: Coverage, municipality: str) -> Iterator[Word]:
    for intervention in table.interventions:
        yield Word("matrix", table.cells[municipality, intervention.id].status)


def _bundled(depth: Depth) -> dict[tuple[str, ...], list[Spot]]:
    """The white spots of an intervention with the same status and the same one to ask."""
    found: dict[tuple[str, ...], list[Spot]] = {}
    for spot in depth.spots:
        ask = spot.near.municipality if spot.near else ""
        known = "unknown" if spot.status == "unknown" else "none"
        found.setdefault((spot.intervention, known, spot.status, ask), []).append(spot)
    return found


def _ask(depth: Depth, spot: Spot) -> object:
    if spot.near is None:
        return Word("near", "nobody")
    elsewhere = depth.workspace.regions[spot.region].name if spot.region else None
    return Remarked(spot.near.municipality, elsewhere) if elsewhere else spot.near.municipality


def _near(spot: Spot) -> str | None:
    if spot.near is None:
        return None
    distance = spot.near.distance
    return label("near", spot.near.relation).format(
        distance=show(round(distance)) if distance is not None else ""
    )


def counting_sentences(depth: Depth) -> Iterator[str]:
    """What is counted for no municipality, and which are counted under another name or not."""
    if depth.regional and len(depth.regional) == len(depth.table.interventions):
        yield label("text", "all-regional")
    elif depth.regional:
        yield label("text", "regional").format(names=show(depth.regional))
    if depth.placed:
        yield label("text", "placed").format(names=show(depth.placed))
    for name, olds in depth.merged.items():
        yield label("text", "counted-from").format(name=name, olds=show(olds))
    if depth.unplaced:
        yield label("text", "unplaced").format(names=show(depth.unplaced))


def _lapsed(depth: Depth) -> Iterator[str]:
    for found in depth.lapsed:
        if found.state != "undated":
            told = label("lapsed", found.state)
            yield told.format(name=found.intervention.name, day=show(found.day))
    undated = tuple(found.intervention.name for found in depth.lapsed if found.state == "undated")
    if undated:
        yield label("lapsed", "undated").format(name=show(undated))


def _untranslated(depth: Depth) -> Iterator[str]:
    for gap in ("not-local", "partly-local", "not-regional"):
        titles = [u.agreement.title for u in depth.untranslated if u.gap == gap]
        if titles:
            yield f"{label('gap', gap)}: {'; '.join(titles)}."
