"""Differences between two texts that nobody can see, such as those that Word and macOS make."""

import unicodedata

# Spaces that are no ordinary space, and signs without width.
_SPACES = frozenset(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
)
_NOTHING = frozenset("\u00ad\u200b\u2060\ufeff")
# In a name between quotes YAML allows these, and a message would go on at another line.
_BREAKS = frozenset("\t\n\r\x85\u2028\u2029")
_UNSEEN = _SPACES | _NOTHING | _BREAKS


def as_read(text: str) -> str:
    """The text as a reader sees it: letters with their accents, and ordinary spaces."""
    if text.isascii():
        return text
    seen = "".join(" " if sign in _SPACES else sign for sign in text if sign not in _NOTHING)
    return unicodedata.normalize("NFC", seen)


def revealed(text: str) -> str:
    """The text with a number, such as `<U+00A0>`, for every sign that a reader cannot see."""
    if as_read(text) == text and _BREAKS.isdisjoint(text):
        return text
    loose = not unicodedata.is_normalized("NFC", text)
    return "".join(f"<U+{ord(sign):04X}>" if _is_unseen(sign, loose) else sign for sign in text)


def _is_unseen(sign: str, loose: bool) -> bool:
    return sign in _UNSEEN or (loose and unicodedata.combining(sign) > 0)
