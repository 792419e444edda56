"""`kansrijk/explanations/1`: what `--explain` gives with `--format json`, for every command."""

from collections.abc import Iterable
from typing import ClassVar

from kansrijk_cli.compute.explain.explanation import Explanation
from kansrijk_cli.output.explained_figures import named, rule_of
from kansrijk_cli.output.located import Sources
from kansrijk_cli.output.shapes.base import Part, Shape


class InputShape(Part):
    """Waar een getal staat: het bestand vanaf de huidige map, de regel vanaf 1 en het pad erin."""

    file: str
    line: int
    path: str


class ExplanationShape(Part):
    """Een berekend getal: welk, waarover, volgens welke regel, en waaruit."""

    figure: str
    about: list[str]
    rule: str
    text: str
    year: int | None
    inputs: list[InputShape]


class ExplanationsShape(Shape):
    """De uitleg van wat een opdracht heeft berekend."""

    name: ClassVar = "explanations"

    command: str
    region: str
    explanations: list[ExplanationShape]


def explanations_shape(
    command: str, region: str, found: Iterable[Explanation], sources: Sources
) -> ExplanationsShape:
    """The explanations in the order of what the command prints."""
    return ExplanationsShape(
        command=command,
        region=region,
        explanations=[
            ExplanationShape(
                figure=item.figure,
                about=list(map(named, item.about)),
                rule=item.rule,
                text=rule_of(item),
                year=item.year,
                inputs=[
                    InputShape(file=spot.file, line=spot.position[0], path=place.path)
                    for place in item.inputs
                    for spot in [sources.spot(place)]
                ],
            )
            for item in found
        ],
    )
