"""No e-mail addresses, telephone numbers or service numbers: also not as an example of one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.rules.kr501_email_address import EMAIL
from kansrijk_cli.rules.kr502_telephone_number import NUMBER
from kansrijk_cli.rules.kr503_citizen_service_number import NINE_DIGITS, is_citizen_service_number
from tests.workspaces import check_over

DIGITS = st.text("0123456789", min_size=9, max_size=9)


def service_number(text: str) -> bool:
    return any(is_citizen_service_number(found.group()) for found in NINE_DIGITS.finditer(text))


@pytest.mark.parametrize(
    "text",
    ["iemand@voorbeeld.nl", "Mail i.e.mand+x@sub.voorbeeld.co, snel", "zoë@voorbeeld.nl"],
)
def test_an_e_mail_address(text: str) -> None:
    assert EMAIL.search(text)


@pytest.mark.parametrize("text", ["@ggd", "4 @ 5", "a@b", "kinderen@", "30@20%."])
def test_no_e_mail_address(text: str) -> None:
    assert not EMAIL.search(text)


@pytest.mark.parametrize(
    "text",
    [
        *["0612345678", "06-12345678", "06 12 34 56 78", "06-12 34 56 78", "Bel 0318-123456."],
        *["+31612345678", "+31 6 12345678", "+31 (0)6 12345678", "0031 318 12 34 56"],
        *["(0318) 12 34 56", "(033) 123 45 67", "06.12.34.56.78"],
    ],
)
def test_a_telephone_number(text: str) -> None:
    assert NUMBER.search(text)


@pytest.mark.parametrize(
    "text",
    [
        *["2024 2025 2026", "0,2 tot 0,5 fte per 10.000", "€ 1.234.567", "3911 AB 12", "0363"],
        *["10 000 000 000", "isbn 9780306406157", "versie-0123456789", "0.1234567890"],
        *["01-02-2024 tot 03-04-2025"],
    ],
)
def test_no_telephone_number(text: str) -> None:
    assert not NUMBER.search(text)


@pytest.mark.parametrize("text", ["123456782", "BSN: 123456782.", "1234.56.782", "123 456 782"])
def test_a_service_number(text: str) -> None:
    assert service_number(text)


@pytest.mark.parametrize(
    "text", ["123456783", "000000000", "1234567820", "x123456782", "0.123456782", "12345678"]
)
def test_no_service_number(text: str) -> None:
    assert not service_number(text)


@given(DIGITS.filter(lambda digits: set(digits) != {"0"}), st.integers(0, 8), st.integers(1, 9))
def test_no_two_service_numbers_differ_in_one_digit(digits: str, place: int, more: int) -> None:
    other = (int(digits[place]) + more) % 10
    changed = f"{digits[:place]}{other}{digits[place + 1 :]}"
    assert not (is_citizen_service_number(digits) and is_citizen_service_number(changed))


@pytest.mark.parametrize(
    ("text", "code"),
    [("iemand@voorbeeld.nl", "KR501"), ("06-12345678", "KR502"), ("123456782", "KR503")],
)
def test_what_was_found_is_told_once_a_text_and_not_repeated(
    text: str, code: str, tmp_path: Path
) -> None:
    file = "regions/voorbeeld/2025/plan.yaml"
    plan = f"source: werkagenda\ndocument: {{kind: plan, title: T, note: '{text} en {text}'}}\n"
    checked = check_over(tmp_path, {file: plan, "regions/voorbeeld/2025/results.yaml": "{}\n"})
    assert checked.codes == [code]
    assert checked.diagnostics[0].place.route == ("document", "note")
    assert text not in "".join(message.text for message in checked.messages())


def test_keys_are_looked_at_too(tmp_path: Path) -> None:
    plan = "document: {kind: p, title: T, roles: {iemand@voorbeeld.nl: Ede}}\n"
    checked = check_over(tmp_path, {"regions/voorbeeld/2025/plan.yaml": plan})
    assert checked.codes == ["KR501"]
