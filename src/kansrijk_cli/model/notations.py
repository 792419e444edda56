"""How people write days and periods, and what is wrong with what can be none."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from kansrijk_cli.model.period import RELATIVE, parse_period
from kansrijk_cli.model.relative_years import with_relative_years

_NAMES = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTHS = {name: month for names in (_NAMES, _SHORT) for month, name in enumerate(names, 1)}
_MONTHS["sept"] = 9
_A_YEAR = rf"\d{{4}}|{RELATIVE}"
# In the form of a file, but it need not exist.
_MOMENT = re.compile(
    rf"(\d{{4}})(?:-Q(\d)|-(\d{{2}})(?:-(\d{{2}}))?)?|(?:(?:{RELATIVE})-)?Q(\d)|{RELATIVE}",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)})\.? (\d{{4}})", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d{1,2})[-/.]|(\d{2}))(\d{1,2})")
_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})|(\d{1,2})[-/](\d{4})")
_QUARTER = re.compile(
    rf"(?:Q|K|kwartaal )([1-4])(?:[ /-]*| van )({_A_YEAR})"
    rf"|([1-4])e kwartaal(?: van)? ({_A_YEAR})"
    rf"|({_A_YEAR})[ /-]*(?:Q|K|kwartaal )([1-4])",
    re.IGNORECASE,
)
_YEAR = re.compile(_A_YEAR, re.IGNORECASE)
_TIME = re.compile(r"(?<=\d)[T ]\d{1,2}:\d{2}.*")
_SHORT_YEAR = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}")
_SCHOOL_YEAR = re.compile(r"(\d{4})[-/](\d{2})")
_FROM_NOW_ON = re.compile(
    r"(.+?)(?:\s*(?:-|–|t/m|tot)\s*(?:heden|nu)?|\s*e\.?v\.?|\s*\+)", re.IGNORECASE
)
_WHOLE_YEAR = re.compile(r"(?:heel |het jaar |jaar )(\d{4})", re.IGNORECASE)
_BARE_QUARTER = re.compile(r"(?:K|kw|kwartaal ?)([1-4])|([1-4])e kwartaal", re.IGNORECASE)
_NO_YEAR = re.compile(rf"(?:\d{{1,2}} )?(?:{'|'.join(_MONTHS)})", re.IGNORECASE)
# How a spreadsheet keeps a day: the number of days since this one.
_FIRST_IN_EXCEL, _IN_EXCEL = date(1899, 12, 30), re.compile(r"[34]\d{4}")
_BETWEEN = re.compile(r"\s*(?:t/m|tot en met|–|/|-)\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:\ben\b|[,&+])\s*", re.IGNORECASE)
_FROM = re.compile(r"(?:from|vanaf|sinds|per) (.+)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|t/m|tot en met) (.+)", re.IGNORECASE)
_TO = re.compile(r"tot (?!en met)(.+)", re.IGNORECASE)


def what_is_wrong(text: str) -> dict[str, str | int]:
    """What to tell of a text that is no period. Dutch "tot" may or may not count the end in."""
    plain = with_relative_years(_TIME.sub("", " ".join(text.split())))
    meant = _first_that_exists(_readings(plain))
    if meant:
        return {"meant": meant}
    to = _TO.fullmatch(plain)
    last = _first_that_exists(_moments(to[1])) if to else None
    if last:
        return {"last": last, "until": f"until {last}"}
    if _SHORT_YEAR.fullmatch(plain):
        return {"short_year": plain}
    if _IN_EXCEL.fullmatch(plain):
        return {"excel": plain, "day": (_FIRST_IN_EXCEL + timedelta(int(plain))).isoformat()}
    if any(_NO_YEAR.fullmatch(part) for part in _BETWEEN.split(plain)):
        return {"no_year": plain}
    return _backwards(plain) or _in_two_ways(plain) or _not_existing(plain)


def _readings(plain: str) -> Iterator[str]:
    """What a text may stand for, likeliest first; not all of it exists."""
    yield from _moments(plain)
    for word, pattern in (("from", _FROM), ("until", _UNTIL), ("from", _FROM_NOW_ON)):
        if match := pattern.fullmatch(plain):
            yield from (f"{word} {moment}" for moment in _moments(match[1]))
    school = _SCHOOL_YEAR.fullmatch(plain)
    if school and (int(school[1]) + 1) % 100 == int(school[2]):
        yield f"{school[1]} - {int(school[1]) + 1}"
    yield from (f"{start} - {end}" for start, end in _ranges(plain))
    parts = [_first_that_exists(_moments(part)) for part in _AND.split(plain)]
    if len(parts) > 1:
        yield " + ".join(part or "" for part in parts)


def _ranges(plain: str) -> Iterator[tuple[str, str]]:
    """Both ends of a period, split at every sign that may stand between them."""
    for sign in _BETWEEN.finditer(plain):
        left, right = plain[: sign.start()], plain[sign.end() :]
        # The year may stand with only one of the two.
        first, last = _YEAR.search(left), _YEAR.search(right)
        if last and not first:
            left = f"{left} {last[0]}"
        elif first and not last:
            right = f"{first[0]}-{right}"
        yield from ((start, end) for start in _moments(left) for end in _moments(right))


def _moments(text: str) -> Iterator[str]:
    """A moment as it must be written, also one that does not exist, such as the 31st of June."""
    if _MOMENT.fullmatch(text):
        yield text.lower().replace("q", "Q")
    if match := _IN_WORDS.fullmatch(text):
        month = f"{match[3]}-{_MONTHS[match[2].lower()]:02}"
        yield f"{month}-{int(match[1]):02}" if match[1] else month
    if match := _QUARTER.fullmatch(text):
        yield f"{match[2] or match[4] or match[5]}-Q{match[1] or match[3] or match[6]}"
    if match := _BARE_QUARTER.fullmatch(text):
        yield f"Q{match[1] or match[2]}"
    if match := _WHOLE_YEAR.fullmatch(text):
        yield match[1]
    if match := _MONTH.fullmatch(text):
        yield f"{match[1] or match[4]}-{int(match[2] or match[3]):02}"
    if match := _DAY_FIRST.fullmatch(text):
        yield from _both_ways(match[3], match[2], match[1])
    if match := _YEAR_FIRST.fullmatch(text):
        yield from _both_ways(match[1], match[2] or match[3], match[4])


def _both_ways(year: str, month: str, day: str) -> Iterator[str]:
    """A day as the Dutch write it; as Americans do only when that is the one that exists."""
    dutch, american = (f"{year}-{int(a):02}-{int(b):02}" for a, b in ((month, day), (day, month)))
    yield dutch
    if _exists(american) and not _exists(dutch):
        yield american


def _backwards(plain: str) -> dict[str, str | int]:
    """A period of which the end comes before the start."""
    for start, end in _ranges(plain):
        if _exists(start) and _exists(end) and _exists(f"{end} - {start}"):
            # Where a year is not told, it may well go on in the next one.
            across = len(_YEAR.findall(plain)) < 2
            more = {"across": start} if across else {"meant": f"{end} - {start}"}
            return {"start": start, "end": end, **more}
    return {}


def _in_two_ways(plain: str) -> dict[str, str | int]:
    """A period of two moments that cannot go together: only one takes the year of the folder."""
    both = any(_exists(start) and _exists(end) for start, end in _ranges(plain))
    return {"two_ways": plain} if both else {}


def _not_existing(plain: str) -> dict[str, str | int]:
    """A day, month or quarter that there is not, by itself or as a part of a period."""
    opened = [match[1] for pattern in (_FROM, _UNTIL) if (match := pattern.fullmatch(plain))]
    ends = [end for both in _ranges(plain) for end in both]
    for part in (plain, *opened, *ends):
        moment = next(_moments(part), None)
        match = _MOMENT.fullmatch(moment) if moment and not _exists(moment) else None
        if match:
            return _why(*match.groups(), alone=part == plain)
    return {}


def _why(
    year: str, quarter: str | None, month: str, day: str | None, bare: str | None, *, alone: bool
) -> dict[str, str | int]:
    """Why a moment does not exist."""
    if quarter or bare:
        return {"no_quarter": quarter or bare or ""}
    if month and not 1 <= int(month) <= 12:
        return {"no_month": month}
    days = monthrange(int(year), int(month))[1] if month else 0
    if not day or 1 <= int(day) <= days:
        return {}
    told: dict[str, str | int] = {"month": f"{year}-{month}", "days": days}
    return told | ({"last_day": f"{year}-{month}-{days}"} if alone and int(day) else {})


def _first_that_exists(readings: Iterator[str]) -> str | None:
    return next(filter(_exists, readings), None)


def _exists(text: str) -> bool:
    try:
        # Whether a text is a period does not depend on the year, as long as there is one.
        parse_period(text, 2000)
    except ValueError:
        return False
    return True
