"""Text of a user on a terminal: nothing in it may steer the terminal or reorder what is read."""

import re

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """The text with every control character shown as `\ufffd`; ends of lines and tabs stay."""
    return _STEERING.sub("\ufffd", text)
