"""A plan through the templates: the layout of its kind, and what that leaves at the end."""

import os
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from inspect import signature
from pathlib import Path

from jinja2 import Environment, TemplateRuntimeError, TemplateSyntaxError
from markupsafe import Markup

from kansrijk_cli.output.documents import markdown
from kansrijk_cli.output.documents.contents import headings, tidy
from kansrijk_cli.output.documents.environment import environment
from kansrijk_cli.output.documents.gallery import Gallery
from kansrijk_cli.output.documents.publication import Picture
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.labels import label
from kansrijk_cli.reports.bibliography import bibliography
from kansrijk_cli.reports.context import Context
from kansrijk_cli.reports.findings import findings
from kansrijk_cli.reports.registry import sections, standing_sections
from kansrijk_cli.workspace.layouts import GENERIC, SUFFIX

OURS = ("reports", "compute", "workspace")
CONTENTS = label("title", "contents")


class TemplateProblem(Exception):
    """A template that is wrong: which one, on which line, and what Jinja says of it."""

    def __init__(self, template: str | None, line: int | None, detail: str | None) -> None:
        super().__init__(detail)
        self.template, self.line, self.detail = template, line, detail


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as Markdown, and the pictures in it by the names of their files."""

    markdown: str
    pictures: Mapping[str, Picture]


def render(
    context: Context, kind: str, folders: Sequence[Path], stem: str = "", style: Style | None = None
) -> Rendered:
    """The document of a plan. `folders` hold templates; the first one wins.

    `stem` is the name of the file of the document, with which the names of its pictures begin.
    Raises TemplateProblem when a template is wrong.
    """
    gallery = Gallery(stem or kind, tuple(folders), style or Style())
    try:
        text = _Rendering(environment(tuple(folders)), context, gallery).document(kind)
    except TemplateSyntaxError as error:
        raise TemplateProblem(error.filename, error.lineno, error.message) from error
    except Exception as error:
        step = _blamed(error)
        if step is None:
            raise
        raise TemplateProblem(step.filename, step.lineno, str(error)) from error
    return Rendered(text, gallery.pictures)


def _blamed(error: Exception) -> traceback.FrameSummary | None:
    """The line of a template that went wrong; `None` when the fault lies in our own sections."""
    steps = traceback.extract_tb(error.__traceback__)
    lines = [number for number, step in enumerate(steps) if step.filename.endswith(SUFFIX)]
    if not lines:
        return None
    after = steps[lines[-1] + 1 :]
    ours = any(
        f"kansrijk_cli{os.sep}{layer}{os.sep}" in s.filename for s in after for layer in OURS
    )
    return None if ours else steps[lines[-1]]


@dataclass(frozen=True, slots=True)
class _Rendering:
    """One document on its way; templates call `section` and `put`."""

    environment: Environment
    context: Context
    gallery: Gallery

    def document(self, kind: str) -> str:
        layouts = [f"layouts/{kind}{SUFFIX}", f"layouts/{GENERIC}{SUFFIX}"]
        body = self.fill(self.environment.select_template(layouts).name or "")
        rest = self.fill(self.frame("rest", kind), names=standing_sections())
        closing = self.fill(
            self.frame("closing", kind),
            findings=findings(self.context),
            sources=bibliography(self.context),
        )
        main = Markup("\n").join((body, rest, closing))
        document = self.context.plan.document
        contents = headings(main, before=(document.title, CONTENTS))
        frame = self.frame("document", kind)
        return tidy(self.fill(frame, document=document, headings=contents, body=main))

    def frame(self, part: str, kind: str) -> str:
        """What stands around a layout; a kind that tells a part of the plan may have its own."""
        names = [f"{part}/{kind}{SUFFIX}", f"{part}{SUFFIX}"]
        return self.environment.select_template(names).name or ""

    def fill(self, name: str, **values: object) -> Markup:
        """A template with its values, and with what every template may use."""
        template = self.environment.get_template(name)
        common = {
            "context": self.context,
            "section": self.section,
            "put": self.put,
            "picture": self.gallery.picture,
        }
        return Markup(template.render(**common, **values))

    def section(self, name: str, **options: object) -> Markup:
        """A section by its name; without anything to show it is empty."""
        section = sections().get(name)
        if section is None:
            raise TemplateRuntimeError(f"{name}: {', '.join(sections())}")
        try:
            signature(section.build).bind(self.context, **options)
        except TypeError as error:
            raise TemplateRuntimeError(f"{name}: {error}") from error
        data = section.build(self.context, **options)
        note = self.context.note_of(section.file) if data is not None else None
        return (
            markdown.prose(note) + "\n\n" + self.put(name, data) if note else self.put(name, data)
        )

    def put(self, name: str, data: Mapping[str, object] | None) -> Markup:
        """The template of a section with data that is there already."""
        return Markup("") if data is None else self.fill(f"sections/{name}{SUFFIX}", **data)
