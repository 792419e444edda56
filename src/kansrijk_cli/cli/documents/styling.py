"""The house style of a region: what `style.yaml` says, with the files that it names."""

from pathlib import Path

from kansrijk_cli.cli.session import UseError
from kansrijk_cli.model.style import HouseStyle
from kansrijk_cli.output.documents.style import Asset, Style
from kansrijk_cli.workspace.workspace import RegionFolder


def house_style(root: Path, region: RegionFolder) -> Style:
    """The look of a region, ours where it says nothing. Raises UseError for a missing file."""
    wished = region.files.content(HouseStyle)
    if wished is None:
        return Style()
    folder = root / "regions" / region.id / "templates"
    return Style(
        accent=wished.accent or Style.accent,
        fonts=wished.fonts,
        font_files=tuple(_asset(folder, name) for name in wished.font_files),
        logo=_asset(folder, wished.logo.file) if wished.logo else None,
        logo_text=wished.logo.text if wished.logo else "",
        footer=wished.footer or "",
        word=_asset(folder, wished.word).content if wished.word else None,
    )


def _asset(folder: Path, name: str) -> Asset:
    path = folder / name
    if not path.is_file():
        raise UseError("no-style-file", path=path.as_posix())
    return Asset(path.suffix, path.read_bytes())
