"""A Dutch word where a fixed English one belongs."""

import pytest

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.results import TargetKind
from kansrijk_cli.output.dutch_words import with_dutch

STATUS = ("active", "starting", "planned", "ended", "none", "unknown")
KINDS = TargetKind.__args__  # type: ignore[attr-defined]


def meant(value: Value, allowed: tuple[str, ...], **more: Value) -> Value:
    params = {"value": value, "allowed": allowed, **more}
    [problem] = with_dutch([Diagnostic("KR023", Place("a.yaml"), params)])
    return problem.params.get("meant")


@pytest.mark.parametrize(
    ("value", "allowed", "word"),
    [
        ("aktief", STATUS, "active"),
        ("Actief", STATUS, "active"),
        ("in opstart", STATUS, "starting"),
        ("gestopd", STATUS, "ended"),
        ("activ", STATUS, "active"),
        ("lopend", STATUS, None),
        ("xyzzy", STATUS, None),
        ("aantal", KINDS, "count"),
        ("een aantal", KINDS, "count"),
        ("aantal per programma", KINDS, "per-programme"),
        ("lokaal", ("local", "regional"), "local"),
        ("n.t.b.", ("PM", "ntb", "nvt"), "ntb"),
        ("naem", ("no-such-word", "name"), "name"),
    ],
)
def test_the_fixed_word_is_found_by_its_dutch(
    value: str, allowed: tuple[str, ...], word: str | None
) -> None:
    assert meant(value, allowed) == word


def test_what_was_known_better_stays() -> None:
    assert meant("active (Ede)", STATUS, meant="active", rest="(Ede)") == "active"
    assert meant("twee", ("PM", "ntb", "nvt"), meant="2") == "2"
    assert meant(None, STATUS, instead="") is None


def test_other_problems_stay_as_they_are() -> None:
    problem = Diagnostic("KR022", Place("a.yaml"), {"value": "aktief", "allowed": STATUS})
    assert list(with_dutch([problem])) == [problem]
