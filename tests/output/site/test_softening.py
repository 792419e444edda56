"""Where a long word may go on in the next line."""

import pytest

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.html.blocks import inline
from kansrijk_cli.output.site.softening import SOFT, softened


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("CenteringZwangerschap", "Cen-te-ring-Zwan-ger-schap"),
        ("Jeugdgezondheidszorg", "Jeugd-ge-zond-heids-zorg"),
        ("uitvoeringsplan", "uit-voe-rings-plan"),
        ("ketenaanpakken", "keten-aan-pakken"),
        ("programmateam", "pro-gram-ma-team"),
        ("'s-Hertogenbosch", "'s-Her-to-gen-bosch"),
        ("coördinatiepunten", "coör-di-na-tie-punten"),
    ],
)
def test_long_words_by_their_syllables(word: str, broken: str) -> None:
    assert softened(word).replace(SOFT, "-") == broken


@pytest.mark.parametrize(
    "text",
    [
        "Gemeente",
        "https://example.org/jeugdgezondheidszorg",
        "iemand@jeugdgezondheidszorg.nl",
        "data/jeugdgezondheidszorg.yaml",
        "123456789012345",
    ],
)
def test_what_stays_whole(text: str) -> None:
    assert softened(text) == text


def test_only_the_words_that_are_long_in_a_sentence() -> None:
    found = softened("De verloskundigenpraktijk en een gemeente")
    assert found.replace(SOFT, "") == "De verloskundigenpraktijk en een gemeente"
    assert SOFT not in found.split()[-1]


def test_such_a_word_is_not_broken_without_a_hyphen_as_well() -> None:
    long = softened("communicatiemedewerkers" * 2)
    assert "<wbr>" not in inline((tree.Run(long),))
