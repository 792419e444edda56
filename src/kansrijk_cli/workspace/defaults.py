"""The catalogue, schemas and templates that come with the program."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def default_data() -> Path:
    """The folder with the default `catalog/`: in the wheel, else of the checkout."""
    packed = PACKAGE / "defaults"
    return packed if packed.is_dir() else PACKAGE.parents[1] / "data"


def default_templates() -> Path:
    """The folder with the default templates."""
    packed = PACKAGE / "defaults"
    return packed / "templates" if packed.is_dir() else PACKAGE.parents[1] / "templates"
