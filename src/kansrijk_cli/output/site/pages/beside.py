"""The pages of a region that stand beside each other, as a menu."""

from collections.abc import Callable, Mapping

from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.results import Results
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.frame import Step

OVERVIEW, COVERAGE = "index", "aanbod"
PLAN, TARGETS, BUDGET = "plan", "doelen", "geld"
PLANNING, CHANGES, DOWNLOADS = "planning", "wijzigingen", "downloads"


def has_coverage(facts: RegionFacts) -> bool:
    """Whether there is a matrix, or a place with an offer of its own."""
    return bool(facts.table.interventions) or bool(facts.deployed)


def _has_targets(_facts: RegionFacts, year: YearFacts) -> bool:
    results = year.folder.files.content(Results)
    return bool(results and (results.targets or results.figures))


def _has_budgets(_facts: RegionFacts, year: YearFacts) -> bool:
    budgets = year.folder.files.content(Budgets)
    return bool(budgets and (budgets.budgets or budgets.funding))


def _has_planning(_facts: RegionFacts, year: YearFacts) -> bool:
    return bool(year.context.plan.activities or year.context.plan.open_points)


def _has_changes(facts: RegionFacts, year: YearFacts) -> bool:
    return facts.before(year) is not None


def _always(_facts: RegionFacts, _year: YearFacts) -> bool:
    return True


OF_YEAR: Mapping[str, Callable[[RegionFacts, YearFacts], bool]] = {
    PLAN: _always,
    TARGETS: _has_targets,
    BUDGET: _has_budgets,
    PLANNING: _has_planning,
    CHANGES: _has_changes,
    DOWNLOADS: _always,
}


def has_page(name: str, facts: RegionFacts, year: YearFacts) -> bool:
    """Whether there is anything to tell on a page of a plan."""
    return OF_YEAR[name](facts, year)


def beside(facts: RegionFacts, year: YearFacts | None) -> tuple[Step, ...]:
    """The pages of a region and of one of its years, in the order in which one reads them."""
    found = [Step(label("site-page", OVERVIEW), region_page(facts.id))]
    if has_coverage(facts):
        found.append(Step(label("site-page", COVERAGE), region_page(facts.id, COVERAGE)))
    if year:
        found += (
            Step(_title(name, year), region_page(facts.id, name, year.year))
            for name in OF_YEAR
            if has_page(name, facts, year)
        )
    return tuple(found)


def _title(name: str, year: YearFacts) -> str:
    title = label("site-page", name)
    return f"{title} {year.year}" if name == PLAN else title


def region_step(facts: RegionFacts) -> Step:
    """The way to the page of a region."""
    return Step(facts.region.name, region_page(facts.id))
