"""Comments in the data that ask to leave a finding, and what is wrong with them."""

from pathlib import Path

import pytest

from tests.workspaces import check_over

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


def test_a_reason_must_be_there(tmp_path: Path) -> None:
    for comment in ("# kansrijk: negeer KR203", "# kansrijk: negeer KR203, want"):
        assert codes(tmp_path, comment) == ["KR702"]


def test_several_codes_share_a_reason(tmp_path: Path) -> None:
    comment = "# kansrijk: negeer KR203, KR102 en KR999, want zo is het"
    assert codes(tmp_path, comment) == ["KR701", "KR703"]


def test_a_code_that_does_not_exist_gets_the_nearest(tmp_path: Path) -> None:
    text = f"# kansrijk: negeer KR2O3 want zo\n{DATA}"
    assert check_over(tmp_path, {FILE: text}).codes == ["KR203", "KR705"]
    checked = check_over(tmp_path, {FILE: f"# kansrijk: negeer XR203 want zo\n{DATA}"})
    unknown = next(m for m in checked.messages() if m.code == "KR701")
    assert unknown.text.endswith("Bedoelt u `KR203`?")


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
