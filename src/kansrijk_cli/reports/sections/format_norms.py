"""National norms of a part of a prescribed document: asked, known and missing."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from kansrijk_cli.compute.norms import NormState, norm_state
from kansrijk_cli.compute.population import Measure, counts_of_year, known_years
from kansrijk_cli.compute.prescribed import Part
from kansrijk_cli.compute.targets.requirements import Bounds
from kansrijk_cli.compute.targets.states import JUDGED
from kansrijk_cli.model.norms import Norm
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.reports.context import Context, Data, Note, marked
from kansrijk_cli.reports.prescribed import UNKNOWN, Row, View, called, view_of
from kansrijk_cli.reports.standing_targets import asked_of
from kansrijk_cli.reports.values import Bounded, Measured, Phrase, Remarked, Word

# Only where a layout asks for it, or another section.
ORDER, FILE = None, Plan
HIDDEN, NOTHING = Word("figure", "suppressed"), Word("answer", "nothing")
NOT_ASKED = Word("figure", "nvt")


def build(context: Context, format: str, part: str) -> Data | None:
    """The norms of a part, by its id."""
    view = view_of(context, format)
    parts = [p for p in view.found.parts if p.part.id == part] if view else []
    return norms(view, parts[0]) if view and parts else None


def states(view: View, part: Part) -> list[NormState]:
    """The norms of a part in the region on the day of the document."""
    context = view.context
    return [
        norm_state(context.workspace, context.folder, context.year, norm, context.on)
        for norm in view.found.norms[part.part.id]
    ]


def norms(view: View, part: Part) -> Data | None:
    """Each norm, what it comes to in the region, and what each municipality misses."""
    found = states(view, part)
    if not found:
        return None
    counted = [state for state in found if state.needed.municipalities]
    unequal = [state for state in counted if _differs(state)]
    measure = _measure(unequal)
    year, people = _people(view, unequal, measure) if measure else (None, {})
    return {
        "part": called(part),
        "owner": view.owner(part),
        "norms": [(state.norm, norm_row(state)) for state in found],
        "of": measure or "inhabitants",
        "year": year,
        "equal": [_by_state(state) for state in counted if not _differs(state)],
        "unequal": [state.norm for state in unequal],
        "gaps": [
            (name, people.get(name), *(cell for s in unequal for cell in _gap(s, name)))
            for name in (unequal[0].needed.municipalities if unequal else ())
        ],
        "total": (
            sum(people.values()) or None,
            *(cell for s in unequal for cell in (_of_region(s), _missing(s))),
        ),
        "rounded": any(not _adds_up(state) for state in unequal),
        "threshold": view.context.region.threshold if any(map(_is_hidden, found)) else None,
        "notes": [
            Note(norm.title, said)
            for norm, needs in ((state.norm, state.needs) for state in found)
            for said in (
                norm.condition,
                norm.text if norm.kind not in JUDGED else None,
                norm.note,
                Phrase((Word("answer", "needs"), f"{needs}.")) if needs else None,
            )
            if said
        ],
    }


def _is_hidden(state: NormState) -> bool:
    return state.known.total_hidden or None in state.known.municipalities.values()


def _measure(counted: list[NormState]) -> Measure | None:
    """Of whom the norms ask so many, when that is the same for all of them."""
    measures = {s.norm.of or "inhabitants" for s in counted if s.norm.kind == "per-population"}
    return measures.pop() if len(measures) == 1 else None


def _people(
    view: View, counted: list[NormState], measure: Measure
) -> tuple[int | None, dict[str, int]]:
    """The newest year in which all municipalities are counted, with their numbers."""
    names = tuple(counted[0].needed.municipalities)
    for year in known_years(view.context.workspace, view.context.year.year):
        found = counts_of_year(view.context.workspace, names, measure, year)
        if len(found) == len(names):
            return year, found
    return None, {}


def norm_row(state: NormState) -> Row:
    """What it comes to, what is known, what is missing, and why the region deviates."""
    judged = state.norm.kind in JUDGED
    target = state.target
    return (
        (UNKNOWN if state.needs else NOT_ASKED) if judged else asked(state),
        UNKNOWN if judged else known_total(state),
        UNKNOWN if judged else _missing(state),
        marked(target, target.title, "title") if target else None,
        (target.deviation or Word("answer", "no-reason")) if target and state.deviates else None,
    )


def asked(state: NormState) -> object:
    """What a norm comes to in the region."""
    unit, needed = state.norm.unit, state.needed
    if state.norm.kind == "every-municipality":
        return Remarked(Word("all", "municipalities"), len(needed.municipalities))
    if needed.total is not None:
        return Measured(needed.total, unit)
    bounds = asked_of(_rounded(needed.region, state.norm), unit)
    over = state.norm.over
    if bounds is None or over is None:
        return bounds or UNKNOWN
    return Remarked(bounds, Bounded("spread", Measured(over.minimum, over.unit)))


def known_total(state: NormState) -> object:
    """How much there is in the region, and whether that is all."""
    known = state.known
    if known.total_hidden:
        return HIDDEN
    if known.total is None:
        return UNKNOWN
    told = Measured(known.total, _unit(state))
    return told if known.complete else Remarked(told, Word("answer", "incomplete"))


def _missing(state: NormState) -> object:
    if state.lacking is None:
        return HIDDEN if state.known.total_hidden else UNKNOWN
    if state.lacking:
        told = Measured(_up(state.lacking, state.norm), _unit(state))
        return told if state.known.complete else Bounded("at-most", told)
    return Remarked(NOTHING, Word("answer", "not-everywhere")) if state.short else NOTHING


def _unit(state: NormState) -> str | None:
    """What a number of the region counts; of "in every municipality" that is municipalities."""
    return None if state.norm.kind == "every-municipality" else state.norm.unit


def _differs(state: NormState) -> bool:
    """Whether the norm asks more of one municipality than of another."""
    return len(set(state.needed.municipalities.values())) > 1


def _by_state(state: NormState) -> Row:
    """A norm that asks the same everywhere: who misses it, who has it, hidden and unknown."""
    names = tuple(state.needed.municipalities)
    hidden = tuple(n for n in names if state.known.municipalities.get(n, 0) is None)
    missing = {*state.short, *state.unknown, *hidden}
    short = tuple(_short(state, name) for name in state.short)
    groups = (short, tuple(n for n in names if n not in missing), hidden, state.unknown)
    return (
        state.norm.title,
        *(Word("all", "municipalities") if len(g) == len(names) > 1 else g for g in groups),
    )


def _short(state: NormState, name: str) -> object:
    """A municipality that has less than asked, with how much less unless that can only be one."""
    bounds = state.needed.municipalities[name]
    return name if bounds.minimum == 1 else Remarked(name, _lacks(state, name, bounds))


def _gap(state: NormState, name: str) -> tuple[object, object]:
    """What a municipality needs, and what it still misses."""
    bounds = state.needed.municipalities.get(name, Bounds())
    return asked_of(_rounded(bounds, state.norm), None), _lacks(state, name, bounds)


def _lacks(state: NormState, name: str, bounds: Bounds) -> object:
    if name not in state.known.municipalities:
        return UNKNOWN
    value = state.known.municipalities[name]
    if value is None:
        return HIDDEN
    if name not in state.short or bounds.minimum is None:
        return NOTHING
    return _up(bounds.minimum - value, state.norm)


def _adds_up(state: NormState) -> bool:
    """Whether the rounded numbers of municipalities are together those of the region."""
    each = [_rounded(bounds, state.norm) for bounds in state.needed.municipalities.values()]
    lows = sum((bounds.minimum or Decimal(0) for bounds in each), Decimal(0))
    highs = sum((bounds.maximum or Decimal(0) for bounds in each), Decimal(0))
    whole = _rounded(state.needed.region, state.norm)
    return (lows, highs) == (whole.minimum or 0, whole.maximum or 0)


def _of_region(state: NormState) -> object:
    return asked_of(_rounded(state.needed.region, state.norm), None)


def _rounded(bounds: Bounds, norm: Norm) -> Bounds:
    """Bounds in whole things when the norm counts in whole things: up at least, down at most."""
    low, high = bounds.minimum, bounds.maximum
    return Bounds(
        None if low is None else _up(low, norm),
        high if high is None or not _is_whole(norm) else high.to_integral_value(ROUND_FLOOR),
    )


def _up(value: Decimal, norm: Norm) -> Decimal:
    return value.to_integral_value(ROUND_CEILING) if _is_whole(norm) else value


def _is_whole(norm: Norm) -> bool:
    """Whether the norm is in whole numbers, as of people or places; fte is not."""
    numbers = [n for n in (norm.minimum, norm.maximum) if n is not None]
    return norm.unit != "fte" and all(n == n.to_integral_value() for n in numbers)
