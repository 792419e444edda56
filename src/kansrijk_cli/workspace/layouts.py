"""Which kinds of documents of a region have a layout of their own."""

from pathlib import Path

from kansrijk_cli.workspace.defaults import default_templates

SUFFIX = ".md.j2"
# What a document is made with when its kind has no layout.
GENERIC = "generic"


def layouts_of(root: Path, region: str) -> frozenset[str]:
    """Those of the region, those beside the data folder, and those that come with the program."""
    own = (root / "regions" / region / "templates", root.parent / "templates")
    return frozenset(
        path.name.removesuffix(SUFFIX)
        for folder in (*own, default_templates())
        for path in (folder / "layouts").glob(f"*{SUFFIX}")
    ) - {GENERIC}
