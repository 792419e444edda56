"""Check that everything `kansrijk[all]` needs comes as a wheel, on each platform and Python.

Staff install on laptops without a compiler. For each combination uv resolves the lock as if it ran
there, with building from source forbidden; a version without a fitting wheel makes it fail.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "all.txt"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS = (
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
)
ENVIRONMENT = {
    "MACOSX_DEPLOYMENT_TARGET": "11.0",
    "UV_NO_CONFIG": "1",
    "UV_PYTHON_DOWNLOADS": "never",
}


def problem(platform: str, python: str) -> str:
    """What uv says is missing there; empty when every wheel exists."""
    command = [
        *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-header", "--no-deps"),
        *("--only-binary", ":all:", "--python-platform", platform, "--python-version", python),
        str(LOCK),
    ]
    done = subprocess.run(
        command, env=os.environ | ENVIRONMENT, capture_output=True, text=True, check=False
    )
    return done.stderr.strip() if done.returncode else ""


def main() -> int:
    """Print a line per combination; 1 when a wheel is missing."""
    combinations = list(product(PLATFORMS, PYTHONS))
    with ThreadPoolExecutor(max_workers=4) as pool:
        problems = list(pool.map(problem, *zip(*combinations, strict=True)))
    for (platform, python), text in zip(combinations, problems, strict=True):
        print(f"{'ontbreekt' if text else 'ok':10} Python {python}  {platform}")
        if text:
            print(text)
    return 1 if any(problems) else 0


if __name__ == "__main__":
    sys.exit(main())
