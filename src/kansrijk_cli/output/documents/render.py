"""A plan through the templates: the layout of its kind, and what that leaves at the end."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from kansrijk_cli.output.documents import markdown
from kansrijk_cli.output.documents.contents import headings, tidy
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.reports.bibliography import bibliography
from kansrijk_cli.reports.context import Context
from kansrijk_cli.reports.findings import findings
from kansrijk_cli.reports.registry import sections

GENERIC = "generic"


def render(context: Context, kind: str, folders: Sequence[Path]) -> str:
    """The document of a plan as Markdown. `folders` hold templates; the first one wins.

    Raises jinja2.TemplateError when a template is wrong.
    """
    environment = _environment(context, folders)
    layout = _layout(environment, kind)
    body = layout.render(context=context, plan=context.plan)
    rest = environment.get_template("rest.md.j2").render(names=list(sections()))
    closing = environment.get_template("closing.md.j2").render(
        findings=findings(context), sources=bibliography(context), context=context
    )
    main = f"{body}\n{rest}\n{closing}"
    document = environment.get_template("document.md.j2").render(
        context=context, document=context.plan.document, headings=headings(main), body=Markup(main)
    )
    return tidy(document)


def _layout(environment: ImmutableSandboxedEnvironment, kind: str):  # type: ignore[no-untyped-def]
    try:
        return environment.get_template(f"layouts/{kind}.md.j2")
    except TemplateNotFound:
        return environment.get_template(f"layouts/{GENERIC}.md.j2")


def _environment(context: Context, folders: Sequence[Path]) -> ImmutableSandboxedEnvironment:
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
        data = sections()[name].build(context, **options)
        return _section(environment, name, data)

    def put(name: str, data: Mapping[str, object] | None) -> Markup:
        return _section(environment, name, data)

    environment.globals.update(
        section=section, put=put, chapter=_chapter, table=markdown.table, heading=markdown.heading
    )
    environment.filters.update(prose=markdown.prose, label=_label, plain=show, url=markdown.address)
    return environment


def _section(
    environment: ImmutableSandboxedEnvironment, name: str, data: Mapping[str, object] | None
) -> Markup:
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
