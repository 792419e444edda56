"""Comments in the data that ask to leave a finding, and what is wrong with them."""

from pathlib import Path

import pytest

from kansrijk_cli.core.place import Position
from kansrijk_cli.rules.examine import examine
from tests.workspaces import check_over, load_over

FILE = "regions/voorbeeld/coalitions.yaml"
DATA = """\
source: werkagenda
coalitions:
  - {id: regio, name: Regio, level: regional, status: active}
"""


def codes(folder: Path, comment: str, place: str = "coalitions:") -> list[str]:
    """What is found with a comment above a line."""
    text = DATA.replace(place, f"{comment}\n{place}")
    return check_over(folder, {FILE: text}).codes


@pytest.mark.parametrize(
    "comment",
    [
        "# kansrijk: negeer KR203, want er is alleen een regionale coalitie",
        "# kansrijk: negeer KR203 want er is er maar een",
        "# kansrijk: negeer kr203 omdat er maar een is",
        "# kansrijk: negeer KR203 - er is er maar een",
        "# kansrijk: negeer KR203 (er is er maar een)",
        "#kansrijk: negeer KR203: er is er maar een",
        "# kansrijk: negeer KR203, want dit blijft zo\n# en dit is gewone uitleg",
    ],
)
def test_a_finding_with_a_reason_is_left(comment: str, tmp_path: Path) -> None:
    assert check_over(tmp_path, {FILE: DATA}).codes == ["KR203"]
    assert codes(tmp_path, comment) == []


def test_at_the_end_of_the_line_itself(tmp_path: Path) -> None:
    text = DATA.replace("coalitions:", "coalitions:  # kansrijk: negeer KR203, want zo is het")
    assert check_over(tmp_path, {FILE: text}).codes == []


def test_elsewhere_it_has_no_effect(tmp_path: Path) -> None:
    comment = "# kansrijk: negeer KR203, want zo is het"
    assert codes(tmp_path, comment, "  - {id") == ["KR203", "KR703"]
    assert codes(tmp_path, comment, "source:") == ["KR203", "KR703"]


def test_another_finding_on_the_line_stays(tmp_path: Path) -> None:
    assert codes(tmp_path, "# kansrijk: negeer KR202, want zo is het") == ["KR203", "KR703"]


@pytest.mark.parametrize(
    "reason",
    ["", ", want", ", want ...", ", want .", " -", ", want x", ", want xxx", ", want 2 x 3"],
)
def test_a_reason_must_be_there_in_words(reason: str, tmp_path: Path) -> None:
    assert codes(tmp_path, f"# kansrijk: negeer KR203{reason}") == ["KR702"]


@pytest.mark.parametrize("reason", ["te klein", "één is er", "zo", "GGD"])
def test_one_word_is_a_reason(reason: str, tmp_path: Path) -> None:
    assert codes(tmp_path, f"# kansrijk: negeer KR203, want {reason}") == []


def test_several_codes_share_a_reason(tmp_path: Path) -> None:
    comment = "# kansrijk: negeer KR203, KR102 en KR999, want zo is het"
    assert codes(tmp_path, comment) == ["KR701", "KR703"]


def told(folder: Path, text: str) -> list[tuple[str, Position | None, str, tuple[str, ...]]]:
    """What is said about the comments in a text, and exactly where."""
    checked = check_over(folder, {FILE: text})
    told = zip(checked.diagnostics, checked.messages(), strict=True)
    return [(d.code, d.place.span, m.text, m.advice) for d, m in told if d.code >= "KR7"]


def test_of_several_codes_the_one_that_is_wrong_is_underlined(tmp_path: Path) -> None:
    comment = "# kansrijk: negeer KR203, KR102, KR999 en KR020, want zo is het"
    found = told(tmp_path, DATA.replace("coalitions:", f"{comment}\ncoalitions:"))
    unused = next(item for item in found if item[0] == "KR703")
    assert unused[1:] == (
        (2, 27, 2, 32),
        "De melding `KR102` komt hier niet (meer) voor.",
        ("Haal `KR102` uit de opmerking.",),
    )
    assert {(code, span) for code, span, _, _ in found} == {
        ("KR703", (2, 27, 2, 32)),
        ("KR701", (2, 34, 2, 39)),
        ("KR704", (2, 43, 2, 48)),
    }


def test_a_code_written_twice_in_a_comment_is_one(tmp_path: Path) -> None:
    assert codes(tmp_path, "# kansrijk: negeer KR203 en kr203, want zo is het") == []


def test_of_two_comments_about_the_same_one_is_too_many(tmp_path: Path) -> None:
    first = "# kansrijk: negeer KR203, want er is er maar een"
    again = "# kansrijk: negeer KR203, want zo is het"
    found = told(tmp_path, DATA.replace("coalitions:", f"{first}\n{again}\ncoalitions:"))
    assert [(code, span and span[0], text) for code, span, text, _ in found] == [
        ("KR703", 3, "De melding `KR203` wordt hier al genegeerd door de opmerking op regel 2.")
    ]


def test_of_two_comments_the_one_with_a_reason_counts(tmp_path: Path) -> None:
    first, again = "# kansrijk: negeer KR203", "# kansrijk: negeer KR203, want zo is het"
    text = DATA.replace("coalitions:", f"{first}\n{again}\ncoalitions:")
    examined = examine(load_over(tmp_path, {FILE: text}))
    assert [item.reason for item in examined.ignored] == ["zo is het"]
    (found,) = told(tmp_path, text)
    assert found[:2] == ("KR703", (2, 1, 2, 1 + len(first)))
    assert found[2].endswith("door de opmerking op regel 3.")


def test_without_a_reason_nothing_counts_as_ignored(tmp_path: Path) -> None:
    text = DATA.replace("coalitions:", "# kansrijk: negeer KR203\ncoalitions:")
    examined = examine(load_over(tmp_path, {FILE: text}))
    assert ([d.code for d in examined.diagnostics], examined.ignored) == (["KR702"], ())


def test_without_a_reason_and_without_use_only_the_use_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, f"# kansrijk: negeer KR203, KR102\n{DATA}")
    assert [code for code, *_ in found] == ["KR703", "KR703"]


def test_one_missing_reason_is_one_message(tmp_path: Path) -> None:
    text = "deployments:\n  # kansrijk: negeer KR101, KR102\n  Eda: {goz: active}\n"
    files = {"regions/voorbeeld/interventions.yaml": f"source: werkagenda\n{text}"}
    checked = check_over(tmp_path, files)
    (message,) = [m for m in checked.messages() if m.code == "KR702"]
    assert message.text == "Er staat niet waarom u `KR101` en `KR102` hier negeert."
    assert message.advice == (
        "Zet de reden erachter: `# kansrijk: negeer KR101, KR102, want ...`.",
    )


@pytest.mark.parametrize(
    ("comment", "written"),
    [
        ("# Kansrijk: negeer KR203, want zo is het", "negeer KR203, want zo is het"),
        ("# kansrijk KR203 want zo is het", "negeer KR203, want zo is het"),
        ("# kansrijk negeer KR203, want zo is het", "negeer KR203, want zo is het"),
        ("# kansrijk: KR203 zo is het", "negeer KR203, want zo is het"),
        ("# kansrijk : negeer KR 203, KR-202", "negeer KR203, KR202, want ..."),
        ("# kansrijk; negeren KR203 omdat dit zo is", "negeer KR203, want dit zo is"),
        ("# negeer KR2O3: zo is het", "negeer KR203, want zo is het"),
        ("# Zo is het. kansrijk: negeer KR203, want", "negeer KR203, want ..."),
        ("# ignore kr203", "negeer KR203, want ..."),
    ],
)
def test_a_comment_in_another_form_is_told_as_it_must_be(
    comment: str, written: str, tmp_path: Path
) -> None:
    found = told(tmp_path, DATA.replace("coalitions:", f"{comment}\ncoalitions:"))
    assert [(code, advice) for code, _, _, advice in found] == [
        ("KR705", (f"Schrijf `# kansrijk: {written}`.",))
    ]


@pytest.mark.parametrize(
    ("comment", "unknown", "written"),
    [
        ("# kansrijk: KR999 zo is het", "`KR999`", "negeer KR203, want zo is het"),
        ("# kansrijk: KR999, KR998", "`KR999` en `KR998`", "negeer KR203, want ..."),
        ("# kansrijk: KR999, KR202 zo is het", "`KR999`", "negeer KR202, want zo is het"),
    ],
)
def test_nobody_is_told_to_ignore_what_does_not_exist(
    comment: str, unknown: str, written: str, tmp_path: Path
) -> None:
    found = told(tmp_path, DATA.replace("coalitions:", f"{comment}\ncoalitions:"))
    [(code, _, text, (advice,))] = found
    assert (code, text.endswith(f"Er is geen melding met de code {unknown}.")) == ("KR705", True)
    assert advice.startswith(f"Schrijf `# kansrijk: {written}`")


@pytest.mark.parametrize(
    "comment",
    [
        "# De werkagenda van Kansrijke Start: zie KR203 in de uitvoer",
        "# kansrijk validate geeft hier niets",
        "# de map van kansrijk: regions",
        "# wij negeren dit",
        "# KR203 is hier bewust",
    ],
)
def test_ordinary_explanation_is_not_for_the_program(comment: str, tmp_path: Path) -> None:
    assert codes(tmp_path, comment) == ["KR203"]


def test_a_code_that_does_not_exist_gets_the_nearest(tmp_path: Path) -> None:
    text = f"# kansrijk: negeer KR2O3 want zo\n{DATA}"
    assert check_over(tmp_path, {FILE: text}).codes == ["KR203", "KR705"]
    checked = check_over(tmp_path, {FILE: f"# kansrijk: negeer XR203 want zo\n{DATA}"})
    unknown = next(m for m in checked.messages() if m.code == "KR701")
    assert unknown.text.endswith("Bedoelt u `KR203`?")


@pytest.mark.parametrize(
    ("comment", "place", "meant"),
    [
        # Of the codes that are as near, the one that was found on that line.
        ("KR273", "coalitions:", "KR203"),
        ("KR293", "coalitions:", "KR203"),
        # Elsewhere the nearest; never one that cannot be ignored, such as KR020.
        ("KR273", "source:", "KR203"),
        ("KR0200", "coalitions:", "KR203"),
        ("KR7011", "source:", "KR101"),
    ],
)
def test_what_is_proposed_is_found_there_or_can_be_ignored(
    comment: str, place: str, meant: str, tmp_path: Path
) -> None:
    text = DATA.replace(place, f"# kansrijk: negeer {comment}, want zo is het\n{place}")
    unknown = next(d for d in check_over(tmp_path, {FILE: text}).diagnostics if d.code == "KR701")
    assert unknown.params["meant"] == meant


def test_a_broken_field_cannot_be_ignored(tmp_path: Path) -> None:
    text = DATA.replace("status:", "stauts:")
    comment = "# kansrijk: negeer KR020, want zo schrijven wij het"
    found = check_over(tmp_path, {FILE: text.replace("  - {id", f"  {comment}\n  - {{id")}).codes
    assert found == ["KR020", "KR704"]


def test_what_was_not_checked_is_not_called_unused(tmp_path: Path) -> None:
    comment = "# kansrijk: negeer KR203, want zo is het"
    broken = {"regions/voorbeeld/region.yaml": "name: [\n"}
    text = DATA.replace("coalitions:", f"{comment}\ncoalitions:")
    assert "KR703" not in check_over(tmp_path, {FILE: text, **broken}).codes
