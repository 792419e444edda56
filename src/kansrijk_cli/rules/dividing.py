"""What the rules about dividing share: from a refusal to the parameters of a page."""

from kansrijk_cli.compute.dividing.apportion import Refusal
from kansrijk_cli.core.diagnostic import Value


def parameters(refusal: Refusal) -> dict[str, Value]:
    """The word, the numbers that clash, and the municipalities or keys it is about."""
    found: dict[str, Value] = {"why": refusal.why, **refusal.numbers}
    if refusal.names:
        found["names"] = refusal.names
    return found
