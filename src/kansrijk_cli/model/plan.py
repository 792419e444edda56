"""`<year>/plan.yaml`: the document, its texts, parts, activities, risks and open points."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from kansrijk_cli.model.base import File, Item, Shorthand
from kansrijk_cli.model.moments import Day, When
from kansrijk_cli.model.references import (
    CoalitionRef,
    ComponentRef,
    FormatRef,
    InterventionRef,
    OwnerRef,
    PlaceRef,
    ProgrammeRef,
    QuestionRef,
)
from kansrijk_cli.model.types import Flag, Id, Line, Text

Monitoring = Literal["baseline", "cycle", "review", "final"]


# What plans call the parties behind `roles`, in their own words: the office that does the work, and
# who answers for the whole. The first that a plan names is asked about what nobody else is.
OFFICES = (
    "programmabureau",
    "programmateam",
    "opdrachtnemer",
    "verantwoordelijke organisatie",
    "contact",
)
LEADERS = ("mandaatgemeente", "penvoerder")


class Document(Item):
    """Het document waarin het plan verschijnt."""

    kind: Id = Field(
        title="Soort", description="Bijvoorbeeld `jaarplan`, `werkagenda`, `projectplan`."
    )
    title: Line = Field(title="Titel")
    subtitle: Line | None = Field(None, title="Ondertitel")
    version: Line | None = Field(None, title="Versie")
    status: Literal["draft", "final", "adopted"] | None = Field(
        None, title="Stand", description="Concept, definitief of vastgesteld."
    )
    format: FormatRef | None = Field(None, title="Voorgeschreven format")
    period: When | None = Field(None, title="Looptijd")
    published: When | None = Field(None, title="Verschenen")
    adopted: Day | None = Field(None, title="Vastgesteld op")
    review_by: Day | None = Field(None, title="Herzien voor")
    public: Flag = Field(True, title="Openbaar", description="`false`: niet publiceren.")
    roles: Mapping[Line, OwnerRef] = Field(
        {}, title="Rollen", description="Bijvoorbeeld `penvoerder`, met de partij die dat is."
    )
    programmes: tuple[ProgrammeRef, ...] = Field((), title="Programma's")


class TextBlock(Item):
    """Een stuk tekst van het document."""

    id: Id
    section: Id | None = Field(
        None, title="Deel", description="Het deel van het document waar de tekst in hoort."
    )
    title: Line | None = Field(None, title="Kop")
    text: Text = Field(
        title="Tekst", description="Een regel is een alinea; `- ` en `1. ` maken een lijst."
    )
    answers: tuple[QuestionRef, ...] = Field(
        (),
        title="Antwoord op",
        description="Vragen van een voorgeschreven format die deze tekst ook beantwoordt.",
    )


class Component(Item):
    """Een doel, actielijn, prioriteit, project of onderdeel van het plan."""

    id: Id
    kind: Literal["goal", "action-line", "priority", "project", "part"] = Field(
        title="Soort", description="Doel, actielijn, prioriteit, project of onderdeel."
    )
    number: Line | None = Field(
        None, title="Nummer", description="Als tekst, tussen aanhalingstekens."
    )
    title: Line = Field(title="Titel")
    part_of: ComponentRef | None = Field(None, title="Hoort bij")
    serves: tuple[ComponentRef, ...] = Field((), title="Draagt bij aan")
    intervention: InterventionRef | None = Field(None, title="Interventie")
    owners: tuple[OwnerRef, ...] = Field((), title="Eigenaren")
    places: tuple[PlaceRef, ...] = Field((), title="Plekken")
    period: When | None = Field(None, title="Periode")
    included: Flag = Field(
        True, title="Doet mee", description="`false`: een keuzeonderdeel dat de regio niet doet."
    )
    texts: tuple[TextBlock, ...] = Field((), title="Teksten")


class Activity(Item):
    """Een initiatief, inspanning, mijlpaal of bijeenkomst."""

    id: Id
    title: Line = Field(title="Titel")
    component: ComponentRef | None = Field(None, title="Onderdeel")
    coalition: CoalitionRef | None = Field(None, title="Coalitie")
    intervention: InterventionRef | None = Field(None, title="Interventie")
    scope: Literal["regional", "local", "national"] | None = Field(None, title="Schaal")
    places: tuple[PlaceRef, ...] = Field((), title="Plekken")
    when: When | None = Field(
        None, title="Wanneer", description="Bijvoorbeeld `Q1 - Q4` of `2024-05-28`."
    )
    owners: tuple[OwnerRef, ...] = Field((), title="Eigenaren")
    result: Text | None = Field(None, title="Resultaat")
    status: Literal["planned", "active", "done", "dropped"] | None = Field(
        None, title="Stand", description="Gepland, bezig, klaar of vervallen."
    )
    monitoring: Monitoring | None = Field(
        None,
        title="Meetmoment",
        description=(
            "Nulmeting (baseline), leercyclus (cycle), voortgang bespreken (review) of eindmeting "
            "(final)."
        ),
    )


class Risk(Item):
    """Wat het plan kan tegenhouden, en wat daartegen gebeurt."""

    id: Id
    title: Text = Field(title="Risico")
    measures: Text | None = Field(None, title="Maatregelen")
    owners: tuple[OwnerRef, ...] = Field((), title="Verantwoordelijken")
    effect: Text | None = Field(None, title="Gevolg")
    component: ComponentRef | None = Field(None, title="Onderdeel")


class Vote(Shorthand):
    """De stand van een besluit in een gemeente of bij een partij."""

    main_field: ClassVar = "status"

    status: Literal["adopted", "rejected", "pending", "unknown"] = Field(
        title="Stand", description="Vastgesteld, afgewezen, in behandeling of onbekend."
    )
    on: Day | None = Field(None, title="Datum")


class OpenPoint(Item):
    """Een vraag of besluit dat nog openstaat, met wie het oplost en wanneer."""

    id: Id
    kind: Literal["question", "decision"] = Field(title="Soort", description="Vraag of besluit.")
    title: Line = Field(title="Titel")
    component: ComponentRef | None = Field(None, title="Onderdeel")
    intervention: InterventionRef | None = Field(None, title="Interventie")
    question: Text | None = Field(None, title="Vraag")
    owners: tuple[OwnerRef, ...] = Field((), title="Eigenaren")
    by: When | None = Field(None, title="Uiterlijk")
    answer: Text | None = Field(None, title="Antwoord")
    places: Mapping[PlaceRef, Vote] = Field(
        {}, title="Besluit per plek", description="Per gemeente de stand van het besluit."
    )


class Plan(File):
    """Het plan van een jaar."""

    path: ClassVar = "regions/{region}/{year}/plan.yaml"
    required: ClassVar = True

    document: Document = Field(title="Document")
    texts: tuple[TextBlock, ...] = Field((), title="Teksten")
    components: tuple[Component, ...] = Field((), title="Onderdelen")
    activities: tuple[Activity, ...] = Field((), title="Activiteiten")
    risks: tuple[Risk, ...] = Field((), title="Risico's")
    open_points: tuple[OpenPoint, ...] = Field((), title="Open punten")
