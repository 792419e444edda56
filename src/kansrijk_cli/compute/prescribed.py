"""A prescribed document: its parts and questions, and what of a plan belongs to which part."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kansrijk_cli.compute.norms import known_norms
from kansrijk_cli.model.interventions import Intervention
from kansrijk_cli.model.norms import Norm
from kansrijk_cli.model.plan import Component, Plan, TextBlock
from kansrijk_cli.model.programmes import (
    DocumentFormat,
    FormatPart,
    FormatQuestion,
    Programme,
    Programmes,
)
from kansrijk_cli.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a format. `level` says which questions are asked of it, `depth` counts from 0.

    `component` is the part of the plan with the same id, if the plan has it.
    """

    part: FormatPart
    depth: int
    level: str
    component: Component | None

    @property
    def included(self) -> bool:
        """Whether the region does it, as far as known."""
        return self.component is None or self.component.included


@dataclass(frozen=True, slots=True)
class Answer:
    """A question at a part, with the texts of the plan that answer it."""

    question: FormatQuestion
    texts: tuple[TextBlock, ...]


@dataclass(frozen=True)
class Prescribed:
    """A plan laid beside a format.

    `own` says that the plan was written in this format. `programme` is the part that the whole
    plan is about, when it names one programme and the format has a part with that id.
    """

    format: DocumentFormat
    parts: tuple[Part, ...]
    plan: Plan
    own: bool
    programme: str | None
    norms: Mapping[str, tuple[Norm, ...]]
    phased: frozenset[str]

    def answers(self, part: Part) -> tuple[Answer, ...]:
        """Every question at a part with its texts, in the order of the format."""
        asked = (q for q in self.format.questions if q.level == part.level)
        return tuple(Answer(q, tuple(self._texts(part, q.id))) for q in asked)

    def _texts(self, part: Part, question: str) -> Iterator[TextBlock]:
        """Texts of the component about a question, and texts that say they answer it."""
        here = part.component.texts if part.component else ()
        yield from (text for text in here if text.section == question)
        elsewhere = (text for c in self.plan.components for text in c.texts)
        for text in (*self.plan.texts, *elsewhere):
            if f"{part.part.id}/{question}" in text.answers:
                yield text

    def upward(self, id_: str | None) -> tuple[str, ...]:
        """A part with those that it is a part of, the nearest first."""
        known = {part.part.id: part.part for part in self.parts}
        found: list[str] = []
        while id_ in known and id_ not in found:
            found.append(id_)
            id_ = known[id_].part_of
        return tuple(found)

    def part_of(
        self, component: str | None = None, intervention: str | None = None, norm: str | None = None
    ) -> str | None:
        """The id of the part to which something of the plan belongs.

        In this order: by its component or one that that is a part of, by the norm it takes over, by
        its intervention, and else by the programme that the whole plan is about.
        """
        ids = {part.part.id for part in self.parts}
        for name in _climb(self.plan.components, component):
            if name in ids:
                return name
        for id_, norms in self.norms.items():
            if norm in {n.id for n in norms}:
                return id_
        for part in self.parts:
            if intervention in part.part.interventions:
                return part.part.id
        return self.programme


def prescribed(workspace: Workspace, plan: Plan, id_: str) -> Prescribed | None:
    """A plan beside a format, `None` when no catalogue has that format."""
    programmes = [p for e in workspace.catalog_entries(Programmes) for p in e.content.programmes]
    found = next((f for p in programmes for f in p.formats if f.id == id_), None)
    if found is None:
        return None
    parts = tuple(_parts(found.components, plan))
    named = [name for name in plan.document.programmes if name in {p.part.id for p in parts}]
    about = named[0] if len(plan.document.programmes) == len(named) == 1 else None
    own = id_ in (plan.document.format, plan.document.kind)
    return Prescribed(
        found,
        parts,
        plan,
        own,
        None if own else about,
        _norms(workspace, found.components),
        frozenset(_phased(programmes, parts)),
    )


def of_programme(found: Prescribed, intervention: Intervention, id_: str) -> bool:
    """Whether an intervention is offered in the phases of the programme that a part is about."""
    elsewhere = any(intervention.id in part.part.interventions for part in found.parts)
    return id_ in found.phased and bool(intervention.phases) and not elsewhere


def _parts(components: tuple[FormatPart, ...], plan: Plan) -> Iterator[Part]:
    by_id = {component.id: component for component in plan.components}
    parents = {part.part_of for part in components}
    for part in components:
        depth = len(_climb(components, part.id)) - 1
        level = "part" if depth else "area" if part.id in parents else "whole"
        yield Part(part, depth, level, by_id.get(part.id))


def _climb(items: Iterable[Component] | Iterable[FormatPart], id_: str | None) -> list[str]:
    """Something with what it is a part of, the nearest first; a circle is walked once."""
    above = {item.id: item.part_of for item in items}
    found: list[str] = []
    while id_ in above and id_ not in found:
        found.append(id_)
        id_ = above[id_]
    return found


def _norms(workspace: Workspace, components: tuple[FormatPart, ...]) -> dict[str, tuple[Norm, ...]]:
    """Per part its norms: those whose element is the title of the part."""
    known = known_norms(workspace)
    return {
        part.id: tuple(
            norm
            for norm in known.values()
            if norm.element and norm.element.casefold() == part.title.casefold()
        )
        for part in components
    }


def _phased(programmes: Iterable[Programme], parts: Iterable[Part]) -> Iterator[str]:
    """The parts that are about a programme with phases."""
    ids = {part.part.id for part in parts}
    return (p.id for p in programmes if p.phases and p.id in ids)
