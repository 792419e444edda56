"""A fix is only done when the new text says the same, but for the problem."""

import pytest

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.place import Place
from kansrijk_cli.fixes.fix import Fix
from kansrijk_cli.fixes.verify import Mending, mended, verified
from kansrijk_cli.source.edit import Edit

FILE = "regions/voorbeeld/parties.yaml"
TEXT = "parties: [{id: ggd, nmae: GGD, kidn: organisation}]\n"
WRONG = Place(FILE, ("parties", 0, "nmae")).key()
KIND = Place(FILE, ("parties", 0, "kidn")).key()


def mending(place: Place, meant: str, new: str, *columns: int) -> Mending:
    problem = Diagnostic("KR020", place, {"key": place.route[-1], "meant": meant})
    return Mending(problem, Fix((Edit((1, columns[0], 1, columns[1]), new),), True))


NAME = mending(WRONG, "name", "name", 21, 25)
RIGHT_KIND = mending(KIND, "kind", "kind", 32, 36)


def test_what_does_what_it_says_is_right() -> None:
    assert verified(FILE, TEXT, [NAME]) == (NAME,)
    assert verified(FILE, TEXT, [NAME, RIGHT_KIND]) == (NAME, RIGHT_KIND)
    assert mended(TEXT, [NAME, RIGHT_KIND]) == TEXT.replace("nmae", "name").replace("kidn", "kind")


@pytest.mark.parametrize(
    "wrong",
    [
        mending(WRONG, "name", "title", 21, 25),
        mending(WRONG, "name", "name", 21, 24),
        mending(WRONG, "name", "[name", 21, 25),
        # It changes something else as well.
        mending(WRONG, "name", "name: X, titel", 21, 25),
        # The field has a name by then that has a problem of its own.
        mending(WRONG, "kind", "kind", 21, 25),
    ],
)
def test_what_does_something_else_is_left(wrong: Mending) -> None:
    assert verified(FILE, TEXT, [wrong]) == ()
    assert verified(FILE, TEXT, [wrong, RIGHT_KIND]) == (RIGHT_KIND,)
