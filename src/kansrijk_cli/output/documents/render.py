"""A plan through the templates: the layout of its kind, and what that leaves at the end."""

import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from kansrijk_cli.output.documents import markdown
from kansrijk_cli.output.documents.contents import headings, tidy
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.reports.bibliography import bibliography
from kansrijk_cli.reports.context import Context, marked
from kansrijk_cli.reports.findings import findings
from kansrijk_cli.reports.registry import sections

GENERIC, SUFFIX = "generic", ".md.j2"


class TemplateProblem(Exception):
    """A template that is wrong: which one, on which line, and what Jinja says of it."""

    def __init__(self, template: str | None, line: int | None, detail: str | None) -> None:
        super().__init__(detail)
        self.template, self.line, self.detail = template, line, detail


def render(context: Context, kind: str, folders: Sequence[Path]) -> str:
    """The document of a plan as Markdown. `folders` hold templates; the first one wins.

    Raises TemplateProblem when a template is wrong.
    """
    environment = _environment(context, folders)
    try:
        return _document(environment, context, kind)
    except TemplateSyntaxError as error:
        raise TemplateProblem(error.filename, error.lineno, error.message) from error
    except TemplateError as error:
        steps = traceback.extract_tb(error.__traceback__)
        step = next((s for s in reversed(steps) if s.filename.endswith(SUFFIX)), None)
        name, line = (step.filename, step.lineno) if step else (None, None)
        raise TemplateProblem(name, line, error.message) from error


def _document(environment: Environment, context: Context, kind: str) -> str:
    body = _layout(environment, kind).render(context=context, plan=context.plan)
    rest = environment.get_template("rest.md.j2").render(names=list(sections()))
    closing = environment.get_template("closing.md.j2").render(
        findings=findings(context), sources=bibliography(context), context=context
    )
    main = f"{body}\n{rest}\n{closing}"
    document = environment.get_template("document.md.j2").render(
        context=context, document=context.plan.document, headings=headings(main), body=Markup(main)
    )
    return tidy(document)


def _layout(environment: Environment, kind: str) -> Template:
    """The layout of a kind of document, or the one for kinds without their own."""
    return environment.select_template([f"layouts/{kind}{SUFFIX}", f"layouts/{GENERIC}{SUFFIX}"])


def _environment(context: Context, folders: Sequence[Path]) -> Environment:
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        finalize=markdown.finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )

    def section(name: str, **options: object) -> Markup:
        if name not in sections():
            raise TemplateRuntimeError(f"{name}: {', '.join(sections())}")
        try:
            data = sections()[name].build(context, **options)
        except TypeError as error:
            raise TemplateRuntimeError(str(error)) from error
        return _section(environment, name, data)

    def put(name: str, data: Mapping[str, object] | None) -> Markup:
        return _section(environment, name, data)

    environment.globals.update(
        section=section,
        put=put,
        chapter=_chapter,
        table=markdown.table,
        heading=markdown.heading,
        marked=marked,
    )
    environment.filters.update(
        prose=markdown.prose,
        label=_label,
        plain=show,
        url=markdown.address,
        lowered=markdown.lowered,
    )
    return environment


def _section(environment: Environment, name: str, data: Mapping[str, object] | None) -> Markup:
    if data is None:
        return Markup("")
    return Markup(environment.get_template(f"sections/{name}.md.j2").render(**data))


def _chapter(title: str, *parts: str, level: int = 2) -> Markup:
    """A heading with what stands under it; without anything under it there is no heading."""
    filled = [part.strip() for part in parts if part.strip()]
    if not filled:
        return Markup("")
    body = "\n\n".join(filled)
    return Markup(f"\n\n{markdown.heading(level, title)}\n\n{body}\n\n")


def _label(word: object, group: str) -> str:
    return label(group, word)
