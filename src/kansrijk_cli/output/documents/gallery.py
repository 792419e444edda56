"""The pictures of one document: drawn where a template asks for them."""

from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from kansrijk_cli.output.documents import markdown
from kansrijk_cli.output.documents.publication import Canvas, Picture
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.formats import drawer

FOLDER = "beelden"


@dataclass
class Gallery:
    """Draws pictures, and keeps them by the names of their files.

    `stem` is the name of the document, so that documents can stand in one folder.
    """

    stem: str
    templates: tuple[Path, ...]
    style: Style
    pictures: dict[str, Picture] = field(default_factory=dict)

    def picture(self, name: str, data: object, alternative: str) -> Markup:
        """A picture of some data as Markdown; without data there is none.

        `name` is a module in `output/pictures`; `alternative` is for who does not see it.
        """
        if not data:
            return Markup("")
        number = 1 + sum(made.startswith(f"{FOLDER}/{self.stem}-{name}") for made in self.pictures)
        file = f"{self.stem}-{name}{f'-{number}' if number > 1 else ''}"
        drawn = drawer(name)(data, Canvas(file, self.style, self.templates, alternative))
        self.pictures[f"{FOLDER}/{file}.svg"] = drawn
        return Markup("\n\n![{}]({}/{}.svg)\n\n").format(markdown.escape(alternative), FOLDER, file)
