"""Finding English where a user must read Dutch."""

import re

WORDS = """
    usage options arguments commands command option argument show this message exit default
    required error try missing invalid such got unexpected extra expected should must valid value
    integer input unable parse string number the is not does exist permission denied directory
    file files folder path list str int float bool none true false and or of with for from
    traceback exception failed cannot please help
"""
# `is` and `of` are Dutch words too, and so are these in our texts.
DUTCH = frozenset(("is", "of", "extra"))
ENGLISH = re.compile(
    rf"\b(?:{'|'.join(word for word in WORDS.split() if word not in DUTCH)})\b", re.IGNORECASE
)
# What is a name and not a word: options, choices, code, placeholders and what is between quotes.
NAMES = re.compile(
    r"--?[a-z][a-z-]*|\b[a-z]+(?:\|[a-z]+)+|`[^`]*`|\[standaard: [^\]]*\]|Kies uit: [^.]*\."
)


def english_in(text: str) -> list[str]:
    """The English words of a text for users."""
    return ENGLISH.findall(NAMES.sub(" ", text))
