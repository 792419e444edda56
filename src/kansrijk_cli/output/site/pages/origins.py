"""Where the parts of a plan stand in the data: a link to the line of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.agreements import Agreements
from kansrijk_cli.model.base import File
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.results import Results
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import file_of
from kansrijk_cli.output.site.desk import Linked
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.workspace.entry import Entry, each

# What a part is called, and where it stands.
Part = tuple[str, Place]

# By kind of part the file that it stands in, and the name of the list there.
OF_YEAR: dict[str, tuple[type[File], str]] = {
    "components": (Plan, "components"),
    "activities": (Plan, "activities"),
    "open-points": (Plan, "open_points"),
    "targets": (Results, "targets"),
    "funding": (Budgets, "funding"),
}
OF_REGION: dict[str, tuple[type[File], str]] = {
    "interventions": (Interventions, "interventions"),
    "coalitions": (Coalitions, "coalitions"),
    "agreements": (Agreements, "agreements"),
}


@dataclass(frozen=True, slots=True)
class Origins:
    """Parts of one kind. The words of every link say of which line it is, so no two are alike."""

    title: str
    links: Sequence[Linked]


def origins(site: Site, facts: RegionFacts, year: YearFacts) -> list[Origins]:
    """By kind the parts of a plan, and of what its region has, that the site has a line of."""
    found: dict[str, Iterable[Part]] = {
        **{kind: _listed(year.folder.files.get(of), name) for kind, (of, name) in OF_YEAR.items()},
        "lines": _lines(year),
        "deployments": _deployments(facts),
        **{
            kind: _listed(facts.folder.files.get(of), name)
            for kind, (of, name) in OF_REGION.items()
        },
    }
    told = (Origins(label("site-origin", k), list(_links(site, p))) for k, p in found.items())
    return [one for one in told if one.links]


def _links(site: Site, parts: Iterable[Part]) -> Iterator[Linked]:
    for title, place in parts:
        line = site.lines.line(place)
        if line is not None:
            at = label("site", "line").format(file=file_of(place), line=line)
            told = label("site", "origin").format(title=title, line=at)
            yield Linked(told, site.lines.address(place))


def _listed(entry: Entry[File] | None, name: str) -> Iterator[Part]:
    """The items of a list of a file."""
    if entry:
        for place, item in each(entry.place.at(name), getattr(entry.content, name)):
            yield getattr(item, "title", None) or item.name, place


def _lines(year: YearFacts) -> Iterator[Part]:
    """The lines of its budgets; of several with the name of the budget."""
    several = len(year.budgets) > 1
    for table in year.budgets:
        for place, line in each(table.place.at("lines"), table.budget.lines):
            title = table.titles[line.id]
            of = label("site", "of-budget").format(title=title, budget=table.budget.title)
            yield of if several else title, place


def _deployments(facts: RegionFacts) -> Iterator[Part]:
    """By intervention the places that it is in, or is said not to be in."""
    known = facts.interventions
    found = [one for one in facts.deployed if one.intervention in known]
    for one in sorted(found, key=lambda one: known[one.intervention].name.casefold()):
        name = one.deployment.name or known[one.intervention].name
        yield label("site", "deployed").format(name=name, place=one.place), one.at
