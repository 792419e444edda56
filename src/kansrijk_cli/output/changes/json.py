"""Not in words: the shape of the command. Here only so that `--format json` is a choice."""

from kansrijk_cli.output.shapes.base import Shape


def render(shape: Shape) -> str:
    """The shape as text."""
    return shape.as_json()
