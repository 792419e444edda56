"""Why a sign breaks a text: a quote, a bracket, a colon, or what a value may not begin with."""

import re

from kansrijk_cli.source.line_causes import At, Cause, on
from kansrijk_cli.source.stop import Stop

_VALUE = re.compile(r"(?:.*[:,\[{-] +|.*[\[{]|\s*)")
_BEFORE_COLON = re.compile(r"[^\s:,{\[][^:,{\[]*: +([^{\[]*[^\s{\[])$")
_SECOND_FIELD = re.compile(r".*[\s,;]([a-z_]+):")
_FIELD_START = re.compile(r"([a-z_]+):(?: |$)")
_NOTHING = re.compile(r"\s*(?:$|[,}\]]|#)")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_PAIRS = {"]": "[", "}": "{"}
# What a word processor makes of quotes.
CURLY_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a"
# What the parser says it was reading, by what is told of the sign that this begins with.
_SIGNS = {"alias": "sign", "anchor": "sign", "block scalar": "block"}


def odd_sign(line: str, number: int, column: int) -> Cause | None:
    """A text may not start with these; after `*` and `&` the parser stops one sign later."""
    for at, signs in ((column, "@%`>|?"), (column - 1, "*&")):
        if at >= 0 and line[at : at + 1] and line[at] in signs and _VALUE.fullmatch(line[:at]):
            here, after = on(number, at, line[at]), line[at + 1 :]
            if line[at] == "*" and not line[:at].strip() and after.startswith(" "):
                return here, {"bullet": "*"}
            if line[at] == "?" and _NOTHING.match(after):
                return here, {"lone": "?"}
            return here, {"sign": line[at]}
    return None


def sign_before_text(lines: list[str], stop: Stop) -> Cause | None:
    """A text such as `*let op* dit` or `> 5 jaar`, of which the first sign means something."""
    name = next((name for end, name in _SIGNS.items() if stop.context.endswith(end)), None)
    if not stop.start or not name:
        return None
    sign = lines[stop.start[0] - 1][stop.start[1]]
    return on(*stop.start, sign), {name: sign}


def open_quote(lines: list[str], stop: Stop, here: At) -> Cause | None:
    """A quote that closes nowhere or at the next quoted text, or that stands inside a text."""
    if stop.start and "quoted scalar" in stop.context and here[0] > stop.start[0]:
        return _quote(lines, stop.start)
    if not stop.quoted or stop.quoted[1][0] != here[0]:
        return None
    start, end = stop.quoted
    line = lines[end[0] - 1]
    if line[end[1] : here[1]].strip() or line[here[1] : here[1] + 1] in ":]}":
        return None
    if start[0] < end[0]:
        return _quote(lines, start)
    return on(*here, line[here[1]]), {"after_quote": line[start[1]]}


def _quote(lines: list[str], at: At) -> Cause:
    sign = lines[at[0] - 1][at[1]]
    return on(*at, sign), {"quote": sign}


def comma_too_many(line: str, number: int, column: int) -> Cause | None:
    """Two commas with nothing between them, or one right after the bracket."""
    is_extra = line[column : column + 1] == "," and line[:column].rstrip()[-1:] in (",", "[", "{")
    return (on(number, column, ","), {"comma": ","}) if is_extra else None


def colon_in_text(line: str, number: int, column: int, stop: Stop) -> Cause | None:
    """A second colon on a line, inside a text that has begun after the first."""
    if line[column : column + 1] != ":":
        return None
    found = _BEFORE_COLON.search(line[:column])
    if not found:
        return None
    if found[1][0] in CURLY_QUOTES:
        return on(number, found.start(1), found[1][0]), {"curly": found[1][0]}
    # Between braces a comma ends a value, so that the text is the last of what stands before.
    text = _FIELD_START.sub("", found[1].rpartition(", ")[2]) if stop.brackets else found[1]
    second = _SECOND_FIELD.fullmatch(f"{text}:")
    return on(number, column, ":"), {"colon": f"{text.strip()}:"} | (
        {"second": second[1]} if second else {}
    )


def stray_bracket(line: str, here: At) -> Cause | None:
    """A bracket that closes nothing, on a line where the others come in pairs."""
    sign = line[here[1] : here[1] + 1]
    if sign not in _PAIRS:
        return None
    bare = _QUOTED.sub("", line)
    left = {close: bare.count(close) - bare.count(start) for close, start in _PAIRS.items()}
    if left.pop(sign) < 1 or any(left.values()):
        return None
    return on(*here, sign), {"stray": sign, "opening": _PAIRS[sign]}


def after_bracket(lines: list[str], stop: Stop, here: At) -> Cause | None:
    """Text after a list or fields on one line, as in `title: [concept] Werkagenda`."""
    if not stop.closed or stop.closed[1][0] != here[0]:
        return None
    start, end = stop.closed
    line = lines[here[0] - 1]
    if line[end[1] : here[1]].strip() or line[here[1] : here[1] + 1] in ",:]}":
        return None
    field = _FIELD_START.match(line, here[1])
    closing, opening = line[end[1] - 1], lines[start[0] - 1][start[1]]
    about = {"second": field[1]} if field else {"text_starts": opening}
    return on(*here, line[here[1]]), {"after_bracket": closing} | about


def open_bracket(lines: list[str], stop: Stop, here: At) -> Cause | None:
    """The last bracket still open, when the parser came to another line or another bracket."""
    if not stop.brackets or "flow" not in stop.context:
        return None
    at = stop.brackets[-1]
    rest = lines[here[0] - 1][here[1] :]
    if here[0] == at[0] and rest and rest[0] not in "]}":
        return None
    sign = lines[at[0] - 1][at[1]]
    return on(*at, sign), {"bracket": sign, "closing": "]" if sign == "[" else "}"}
