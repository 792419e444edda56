"""A citizen service number (burgerservicenummer) in a text, known by its check digit."""

import re
from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding
from kansrijk_cli.rules.personal_data import texts_with
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = ()
NINE_DIGITS = re.compile(
    r"(?<![\w.,-])(?:\d{9}|\d{4}\.\d{2}\.\d{3}|\d{3} \d{3} \d{3})(?![\w-]|[.,]\d)"
)
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Nine digits that pass the test of eleven ("elfproef") for these numbers."""
    return texts_with(workspace, NINE_DIGITS, is_citizen_service_number)


def is_citizen_service_number(text: str) -> bool:
    """The test of eleven: the weighted sum of the nine digits is divisible by 11 and not zero."""
    digits = [int(character) for character in text if character.isdigit()]
    total = sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=True))
    return total != 0 and total % 11 == 0
