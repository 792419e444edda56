"""Mutations of lines and signs: what goes wrong while typing, cutting and pasting."""

from random import Random

from tests.mutations.kinds import misspelt, of_text
from tests.mutations.original import Original
from tests.mutations.spots import Spot


def _pick_line(random: Random, original: Original) -> int | None:
    filled = [number for number, line in enumerate(original.lines) if line.strip()]
    return random.choice(filled) if filled else None


def _with(original: Original, at: int, *lines: str) -> str:
    """The text with other lines instead of one."""
    return "\n".join([*original.lines[:at], *lines, *original.lines[at + 1 :]])


def _line_of(original: Original, spot: Spot) -> int:
    return original.text.count("\n", 0, spot.start)


def _spliced(original: Original, start: int, end: int, new: str) -> str:
    return original.text[:start] + new + original.text[end:]


@of_text("regel weg", None, "een regel tekst of een veld dat niet hoeft, mag weg")
def drop_line(random: Random, original: Original) -> str | None:
    at = _pick_line(random, original)
    return None if at is None else _with(original, at)


@of_text("regel dubbel", None, "een regel tekst mag twee keer")
def double_line(random: Random, original: Original) -> str | None:
    at = _pick_line(random, original)
    return None if at is None else _with(original, at, original.lines[at], original.lines[at])


@of_text("twee regels verwisseld", None, "velden mogen in elke volgorde; in tekst valt het niet op")
def swap_lines(random: Random, original: Original) -> str | None:
    at = _pick_line(random, original)
    if at is None or at + 1 >= len(original.lines):
        return None
    lines = list(original.lines)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return "\n".join(lines)


@of_text("veld dubbel")
def double_key(random: Random, original: Original) -> str | None:
    if not original.lone:
        return None
    at = _line_of(original, random.choice(original.lone).key)
    return _with(original, at, original.lines[at], original.lines[at])


@of_text("verplicht veld weg")
def drop_required_key(random: Random, original: Original) -> str | None:
    required = {
        (*route, name)
        for route, model in original.models
        for name in model.model_fields_set
        if type(model).model_fields[name].is_required()
    }
    pairs = [pair for pair in original.lone if pair.key.route in required]
    return _with(original, _line_of(original, random.choice(pairs).key)) if pairs else None


@of_text("typefout in een veldnaam")
def misspell_key(random: Random, original: Original) -> str | None:
    key = random.choice(original.fields).key
    slip = misspelt(random, key.value)
    if key.kind or slip is None or slip in _siblings(original, key):
        return None
    return _spliced(original, key.start, key.end, slip)


def _siblings(original: Original, key: Spot) -> set[object]:
    return {route[-1] for route in original.by_route if route[:-1] == key.route[:-1]}


@of_text("inspringing verschoven", 0.9, "een veld kan op een andere plek ook bestaan")
def indent(random: Random, original: Original) -> str | None:
    keys = [pair.key for pair in original.fields if not pair.key.flow]
    if not keys:
        return None
    at = _line_of(original, random.choice(keys))
    line = original.lines[at]
    step = random.choice((-2, -1, 1, 2))
    if step < 0 and not line.startswith(" " * -step):
        return None
    return _with(original, at, line[-step:] if step < 0 else " " * step + line)


@of_text("tab als inspringing")
def tab(random: Random, original: Original) -> str | None:
    deep = [number for number, line in enumerate(original.lines) if line.startswith("  ")]
    if not deep:
        return None
    at = random.choice(deep)
    return _with(original, at, "\t" + original.lines[at].lstrip(" "))


@of_text("harde spatie in de opbouw")
def hard_space(random: Random, original: Original) -> str | None:
    if not original.lone:
        return None
    pair = random.choice(original.lone)
    before, after = pair.key.start - 1, pair.key.end + 1
    spots = [at for at in (before, after) if at >= 0 and original.text[at] == " "]
    at = random.choice(spots)
    return _spliced(original, at, at + 1, "\u00a0")


@of_text("spatie na de dubbele punt weg")
def glued_colon(random: Random, original: Original) -> str | None:
    pairs = [pair for pair in original.lone if not pair.value.kind]
    if not pairs:
        return None
    pair = random.choice(pairs)
    return _spliced(original, pair.key.end + 1, pair.value.start, "")


@of_text("aanhalingsteken weg")
def cut_quote(random: Random, original: Original) -> str | None:
    quoted = [spot for spot in original.spots.values if spot.kind in ("'", '"')]
    if not quoted:
        return None
    spot = random.choice(quoted)
    at = random.choice((spot.start, spot.end - 1))
    return _spliced(original, at, at + 1, "")


@of_text("beide aanhalingstekens weg")
def unquote(random: Random, original: Original) -> str | None:
    quoted = [spot for spot in original.spots.values if spot.kind in ("'", '"')]
    if not quoted:
        return None
    spot = random.choice(quoted)
    return _spliced(original, spot.start, spot.end, spot.value)


@of_text("haakje weg")
def cut_bracket(random: Random, original: Original) -> str | None:
    flow = [s for s in original.spots.values if s.flow and s.kind in ("list", "mapping")]
    if not flow:
        return None
    spot = random.choice(flow)
    at = random.choice((spot.start, spot.end - 1))
    return _spliced(original, at, at + 1, "")


@of_text("hekje in een tekst")
def hash_in_text(random: Random, original: Original) -> str | None:
    texts = [s for s in original.spots.values if not s.kind and " " in s.value]
    if not texts:
        return None
    spot = random.choice(texts)
    at = original.text.index(" ", spot.start)
    return _spliced(original, at, at + 1, " #3 ") if at < spot.end else None


@of_text("komma in een tekst tussen accolades")
def comma_in_braces(random: Random, original: Original) -> str | None:
    values = [pair.value for pair in original.spots.pairs if pair.key.flow]
    texts = [spot for spot in values if not spot.kind and spot.value[:1].isalpha()]
    if not texts:
        return None
    end = random.choice(texts).end
    return _spliced(original, end, end, ", en nog meer")


KINDS = (
    drop_line,
    double_line,
    swap_lines,
    double_key,
    drop_required_key,
    misspell_key,
    indent,
    tab,
    hard_space,
    glued_colon,
    cut_quote,
    unquote,
    cut_bracket,
    hash_in_text,
    comma_in_braces,
)
