"""What a kind of mutation is: how to make one, and how many of them ought to be found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from tests.mutations.original import Original

# A new text, or the bytes of one; `None` when the mutation does not apply to the file.
Mutate = Callable[[Random, Original], str | bytes | None]

# Files with their new bytes, `None` for one that is gone.
Change = Mapping[str, bytes | None]
ChangeFiles = Callable[[Random, Original], Change | None]

ALWAYS = 1.0


@dataclass(frozen=True)
class Kind:
    """A kind of mutation.

    `least` is the part that must be found, of those that change what a file says; `None` when
    nothing can be asked. `why` says why it is not all of them.
    """

    name: str
    title: str
    least: float | None
    why: str
    make: ChangeFiles


def of_text(title: str, least: float | None = ALWAYS, why: str = "") -> Callable[[Mutate], Kind]:
    """Makes a kind of a function that gives the new text of the file."""

    def kind(mutate: Mutate) -> Kind:
        def make(random: Random, original: Original) -> Change | None:
            changed = mutate(random, original)
            content = changed.encode() if isinstance(changed, str) else changed
            same = content is None or content == original.text.encode()
            return None if same else {original.file: content}

        return Kind(mutate.__name__.replace("_", "-"), title, least, why, make)

    return kind


def of_files(
    title: str, least: float | None = ALWAYS, why: str = ""
) -> Callable[[ChangeFiles], Kind]:
    """Makes a kind of a function that gives the files that change."""

    def kind(make: ChangeFiles) -> Kind:
        return Kind(make.__name__.replace("_", "-"), title, least, why, make)

    return kind


def misspelt(random: Random, word: str) -> str | None:
    """The word with one slip of the keyboard among its letters; `None` without two letters."""
    spots = [at for at, sign in enumerate(word) if sign.isascii() and sign.isalpha()]
    if len(spots) < 2:
        return None
    at = random.choice(spots)
    slips = [word[:at] + word[at] + word[at:], word[:at] + word[at + 1 :]]
    slips.append(word[:at] + random.choice("abcdefghijklmnopqrstuvwxyz") + word[at + 1 :])
    if at + 1 in spots:
        slips.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    slips = [slip for slip in slips if slip != word and slip]
    return random.choice(slips)
