"""Changes the real data in some forty ways and counts how often `kansrijk validate` sees it.

Run from the checkout: `python -m scripts.mutations --number 10000`, or `make mutations`.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from kansrijk_cli.workspace.read import read_content
from tests.mutations.checking import grounds, real_contents
from tests.mutations.kinds import ALWAYS, Kind
from tests.mutations.mutate import KINDS
from tests.mutations.on_disk import broken_commands, copied
from tests.mutations.run import Judged, Tally, judge, mutations, tally

# So many files are kept in memory; the changed ones are never read twice.
KEPT = 200


def main() -> int:
    """Make the mutations, print the table. Gives 1 when something is not as it should be."""
    parser = argparse.ArgumentParser(description="Verander de gegevens en tel wat er gezien wordt.")
    parser.add_argument("--number", type=int, default=1000, metavar="AANTAL")
    parser.add_argument("--commands", type=int, default=0, metavar="AANTAL")
    parser.add_argument("--seed", type=int, default=1, metavar="GETAL")
    asked = parser.parse_args()
    judged = list(everything(asked.number, asked.seed))
    found = tally(judged)
    print("\n".join(table(found)))
    faults = [fault for one in judged for fault in one.faults]
    sample = Random(asked.seed).sample(judged, min(asked.commands, len(judged)))  # noqa: S311
    with TemporaryDirectory() as folder:
        broken = list(broken_commands(copied(Path(folder)), [one.mutation for one in sample]))
    print(
        f"\n{len(judged)} veranderingen (zaad {asked.seed}), {len(faults)} op een verkeerde plek."
    )
    print("".join(f"- {fault}\n" for fault in faults[:100]), end="")
    print(f"{len(sample)} daarvan ook met de opdrachten zelf, {len(broken)} liepen vast.")
    print("".join(f"- {fault}\n" for fault in broken), end="")
    low = [kind for kind in KINDS if found[kind.name].is_too_low(kind)]
    for kind in low:
        print(f"\nTe weinig gezien: {kind.title}. Bijvoorbeeld:")
        print("\n".join(f"- {missed}" for missed in found[kind.name].missed[:5]))
    return 1 if faults or broken or low else 0


def everything(number: int, seed: int) -> Iterator[Judged]:
    """All mutations, group by group: files that are checked together, are read once."""
    groups = list(grounds(real_contents()))
    originals = [ground.original(file) for ground, files in groups for file in files]
    wanted = mutations(originals, number, seed)
    for ground, files in groups:
        own = [mutation for mutation in wanted if mutation.file in files]
        for done, mutation in enumerate(own):
            if done % KEPT == KEPT - 1:
                read_content.cache_clear()
            yield judge(ground, mutation)
        print(f"{files[0].rpartition('/')[0]}: {len(own)}", file=sys.stderr)


def table(found: Mapping[str, Tally]) -> Iterator[str]:
    """The numbers of each kind, and why not all are asked of some."""
    yield f"{'verandering':40}{'aantal':>8}{'zelfde':>8}{'gezien':>8}{'deel':>7}{'eis':>8}"
    yield "-" * 79
    for kind in KINDS:
        row = found[kind.name]
        part = "-" if row.part is None else f"{row.part:.0%}"
        numbers = f"{row.number:8}{row.same:8}{row.found:8}{part:>7}{demand(kind):>8}"
        yield f"{kind.title:40}{numbers}"
    yield ""
    yield "zelfde: de gegevens zeggen nog hetzelfde; dat telt niet mee in het deel."
    for kind in KINDS:
        if kind.why:
            yield f"{kind.title}: {kind.why}."


def demand(kind: Kind) -> str:
    """How many of a kind must be seen."""
    if kind.least is None:
        return "geen"
    return "altijd" if kind.least == ALWAYS else f">= {kind.least:.0%}"


if __name__ == "__main__":
    sys.exit(main())
