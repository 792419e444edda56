"""Writing a data file: whole or not at all, and never over what somebody else just wrote."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def save(path: Path, before: bytes, after: bytes) -> bool:
    """Put `after` in place of `before`; `False` when the file says something else by now.

    The new file takes the place of the old one in one step, with its rights. Raises OSError.
    """
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as temporary:
        new = Path(temporary.name)
        try:
            temporary.write(after)
            temporary.flush()
            os.fsync(temporary.fileno())
            temporary.close()
            new.chmod(path.stat().st_mode)
            if path.is_symlink() or path.read_bytes() != before:
                return False
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)
    return True
