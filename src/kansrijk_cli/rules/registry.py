"""The rules, found by the names of their files: `kr401_total_differs.md` and its `.py`.

A page without a module belongs to a stage (reading, models) that reports the code itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from importlib.resources import files

from kansrijk_cli.core.diagnostic import Finding
from kansrijk_cli.core.pages import Page, parse_page
from kansrijk_cli.model.base import File
from kansrijk_cli.workspace.workspace import Workspace

Check = Callable[[Workspace], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that looks at a workspace.

    `needs` are the kinds of files it cannot do without; `after` are the codes that, found in a
    region, make its own finding there pointless: one cause, one message.
    """

    code: str
    name: str
    needs: frozenset[type[File]]
    after: frozenset[str]
    check: Check


@cache
def pages() -> dict[str, Page]:
    """Every page by its code, in order of code."""
    found = {
        entry.name[:5].upper(): entry.read_text("utf-8")
        for entry in files("kansrijk_cli.rules").iterdir()
        if entry.name.startswith("kr") and entry.name.endswith(".md")
    }
    return {code: parse_page(found[code]) for code in sorted(found)}


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule with a module: by code, but after the rules that must be right before it."""
    names = sorted(
        entry.name.removesuffix(".py")
        for entry in files("kansrijk_cli.rules").iterdir()
        if entry.name.startswith("kr") and entry.name.endswith(".py")
    )
    found = {rule.code: rule for rule in map(_rule, names)}
    order = TopologicalSorter({rule.code: sorted(rule.after) for rule in found.values()})
    return tuple(found[code] for code in order.static_order())


def _rule(name: str) -> Rule:
    module = import_module(f"kansrijk_cli.rules.{name}")
    code, _, words = name.partition("_")
    after = frozenset(getattr(module, "AFTER", ()))
    return Rule(code.upper(), words.replace("_", "-"), frozenset(module.NEEDS), after, module.check)
