"""Typed references: a field says what it points to, the workspace checks that it exists."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from kansrijk_cli.model.types import Line


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text as the id or name of something else.

    `kind` names what it points to; `workspace.names` knows which names of that kind exist where.
    """

    kind: str


MunicipalityRef = Annotated[
    Line, Ref("municipality"), Field(title="Gemeente", description="Naam van een gemeente.")
]
PlaceRef = Annotated[
    Line,
    Ref("place"),
    Field(title="Plek", description="Een gemeente, de regio zelf of een plek uit `region.yaml`."),
]
OwnerRef = Annotated[
    Line,
    Ref("owner"),
    Field(title="Eigenaar", description="Id van een partij, of de naam van een gemeente of plek."),
]
PartyRef = Annotated[
    Line, Ref("party"), Field(title="Partij", description="Id van een partij uit `parties.yaml`.")
]
InterventionRef = Annotated[
    Line,
    Ref("intervention"),
    Field(title="Interventie", description="Id van een interventie uit de catalogus of de regio."),
]
SourceRef = Annotated[
    Line,
    Ref("source"),
    Field(title="Bron", description="Id van een bron uit `region.yaml`, `/`, en de plek daarin."),
]
ComponentRef = Annotated[
    Line,
    Ref("component"),
    Field(title="Onderdeel", description="Id van een onderdeel van het plan."),
]
ActivityRef = Annotated[
    Line,
    Ref("activity"),
    Field(title="Activiteit", description="Id van een activiteit van het plan."),
]
CoalitionRef = Annotated[
    Line, Ref("coalition"), Field(title="Coalitie", description="Id van een coalitie.")
]
AgreementRef = Annotated[
    Line, Ref("agreement"), Field(title="Afspraak", description="Id van een afspraak.")
]
FundingRef = Annotated[
    Line, Ref("funding"), Field(title="Financiering", description="Id van een geldbron.")
]
LineRef = Annotated[
    Line, Ref("line"), Field(title="Regel", description="Id van een regel van dezelfde begroting.")
]
ColumnRef = Annotated[
    Line,
    Ref("column"),
    Field(title="Kolom", description="Id van een kolom van dezelfde begroting."),
]
IndicatorRef = Annotated[
    Line, Ref("indicator"), Field(title="Indicator", description="Id van een indicator.")
]
TargetRef = Annotated[Line, Ref("target"), Field(title="Doel", description="Id van een doel.")]
ProgrammeRef = Annotated[
    Line, Ref("programme"), Field(title="Programma", description="Id van een programma.")
]
ElementRef = Annotated[
    Line, Ref("element"), Field(title="Ketenelement", description="Id van een ketenelement.")
]
SupportRef = Annotated[
    Line, Ref("support"), Field(title="Steunniveau", description="Id van een steunniveau.")
]
DepartmentRef = Annotated[
    Line, Ref("department"), Field(title="Afdeling", description="Id van een afdeling.")
]
NormRef = Annotated[
    Line, Ref("norm"), Field(title="Norm", description="Id van een landelijke norm.")
]
KeyRef = Annotated[
    Line,
    Ref("key"),
    Field(
        title="Verdeelsleutel",
        description=(
            "`equal` (gelijke delen), `inhabitants` (inwoners), `births` (geboorten), `table` "
            "(een tabel die niet in de gegevens staat), of het id van een eigen sleutel."
        ),
    ),
]
FormatRef = Annotated[
    Line, Ref("format"), Field(title="Format", description="Id van een voorgeschreven format.")
]
QuestionRef = Annotated[
    Line,
    Ref("question"),
    Field(
        title="Vraag",
        description=(
            "Een vraag van een voorgeschreven format: `onderdeel/vraag`, zoals "
            "`kansrijke-start/ist-situatie`."
        ),
    ),
]
