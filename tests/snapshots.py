"""Expected output that is kept in a file, and written again when asked."""

import os
from difflib import unified_diff
from pathlib import Path

import pytest

UPDATE = "KANSRIJK_UPDATE"


def check_snapshot(path: Path, text: str) -> None:
    """Fail unless the file holds exactly this text; with `KANSRIJK_UPDATE=1` write it instead."""
    if os.environ.get(UPDATE) == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    if not path.is_file():
        pytest.fail(f"{path} is er niet; maak het met {UPDATE}=1", pytrace=False)
    kept = path.read_bytes().decode("utf-8")
    if kept == text:
        return
    lines = unified_diff(kept.splitlines(), text.splitlines(), "bewaard", "nu", n=1, lineterm="")
    # Texts that differ only in their line ends show no line.
    shown = "\n".join(lines) or f"{kept!r}\n{text!r}"
    pytest.fail(f"{path} is veranderd ({UPDATE}=1 schrijft het opnieuw):\n{shown}", pytrace=False)
