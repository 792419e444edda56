"""Which lines go with an item that is removed: its comment does, the heading of a group does not.

A comment directly above an item is about that item. But when blank lines divide a list in groups,
the comment at the start of a group of several items is a heading of all of them, unless the items
have comments of their own. A heading stays as long as one item of its group does.
"""

from kansrijk_cli.core.place import Route
from kansrijk_cli.rewriting.sheet import Sheet


def own_lines(sheet: Sheet, parent: Route, removed: set[Route]) -> set[int]:
    """The lines of items or entries of one block list or mapping, with their own comments."""
    holder = sheet.twig(parent).value if parent else sheet.root
    routes = [(*parent, twig.step) for twig in holder.entries or ()]
    headings = _headings(sheet, routes, removed)
    lines: set[int] = set()
    for route in routes:
        if route in removed:
            first = sheet.first_line(route)
            start = first if route in headings else sheet.first_comment(first)
            lines |= set(range(start, sheet.last_line(route) + 1))
    return lines


def _headings(sheet: Sheet, routes: list[Route], removed: set[Route]) -> set[Route]:
    """The items whose comment is the heading of a group of which something stays."""
    groups: list[list[Route]] = []
    for route in routes:
        starts = sheet.is_blank(sheet.first_comment(sheet.first_line(route)) - 1)
        if not groups or starts:
            groups.append([])
        groups[-1].append(route)
    return {
        group[0]
        for group in groups
        if len(groups) > 1
        and not removed.issuperset(group)
        and not any(_has_comment(sheet, route) for route in group[1:])
    }


def _has_comment(sheet: Sheet, route: Route) -> bool:
    first = sheet.first_line(route)
    return sheet.first_comment(first) < first
