"""A zip that is the same every time: in one order, and with one date."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The first date that a zip can hold.
_DATE = (1980, 1, 1, 0, 0, 0)
# Programs look here first to see what kind of file it is.
_FIRST = "[Content_Types].xml"


def repacked(content: bytes) -> bytes:
    """The same files in a zip without the time at which it was made."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            info = ZipInfo(name, _DATE)
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, 0, 0
            new.writestr(info, old.read(name))
    return made.getvalue()
