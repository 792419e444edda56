"""Running the rules: the runner stamps the code, and skips what a broken file makes pointless."""

from collections.abc import Iterator
from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.rules.registry import Rule, rules
from kansrijk_cli.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that was not checked, for one region or (`None`) at all."""

    code: str
    region: str | None


@dataclass(frozen=True, slots=True)
class Run:
    """What the rules found, and what they could not look at."""

    diagnostics: tuple[Diagnostic, ...]
    skipped: tuple[Skipped, ...]


class RuleError(Exception):
    """A bug of ours in a rule; says which."""


def run_rules(workspace: Workspace) -> Run:
    """Check every rule. Raises RuleError when a rule itself fails."""
    diagnostics: list[Diagnostic] = []
    skipped: list[Skipped] = []
    for rule in rules():
        if rule.needs & workspace.catalog_broken:
            skipped.append(Skipped(rule.code, None))
            continue
        hidden = frozenset(
            region.id
            for region in workspace.regions.values()
            if rule.needs & region.broken() or _has(region.id, rule.after, diagnostics)
        )
        skipped += (Skipped(rule.code, region) for region in sorted(hidden))
        diagnostics += _check(rule, workspace.without(hidden))
    return Run(tuple(diagnostics), tuple(skipped))


def _has(region: str, codes: frozenset[str], found: list[Diagnostic]) -> bool:
    """Whether one of the codes was found in a file of the region."""
    return any(d.code in codes and d.place.file.startswith(f"regions/{region}/") for d in found)


def _check(rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    try:
        for found in rule.check(workspace):
            yield Diagnostic(rule.code, found.place, found.params, found.related)
    except Exception as error:
        raise RuleError(f"{rule.code} {rule.name}: {error!r}") from error
