"""What of the files themselves may be read by anybody, and where the rest of them stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kansrijk_cli.compute.privacy.figures import Privacy
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File, Item
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.drafts import route_with_drafts
from kansrijk_cli.workspace.entry import Entry, each
from kansrijk_cli.workspace.walk import walk
from kansrijk_cli.workspace.workspace import Workspace


@dataclass(frozen=True)
class Published:
    """All that was read (`whole`), and the part of it that may be published (`public`)."""

    whole: Workspace
    public: Workspace

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The files of which at least a part may be read."""
        return tuple(sorted(self._public))

    def in_text(self, place: Place) -> Place:
        """A place of the public part as it is in the text, where drafts count as well."""
        public, whole = self._public.get(place.file), self._whole.get(place.file)
        if public is None or whole is None or public.content is whole.content:
            return place
        return replace(place, route=route_with_drafts(whole.content, place.route))

    @cached_property
    def hidden(self) -> Mapping[str, tuple[Place, ...]]:
        """By file the places in its text that must not be read: drafts and small numbers."""
        found: dict[str, list[Place]] = {}
        for place in (*self._drafts(), *self._small_numbers()):
            found.setdefault(place.file, []).append(place)
        return {file: tuple(places) for file, places in found.items()}

    @cached_property
    def _public(self) -> dict[str, Entry[File]]:
        return _by_file(self.public)

    @cached_property
    def _whole(self) -> dict[str, Entry[File]]:
        return _by_file(self.whole)

    def _drafts(self) -> Iterator[Place]:
        for file in self.files:
            entry = self._whole[file]
            # Not `entry.visits`, which would keep all of it.
            for visit in walk(entry.content, entry.place):
                if isinstance(visit.value, Item) and visit.value.draft:
                    yield visit.place

    def _small_numbers(self) -> Iterator[Place]:
        """The figures that are hidden, with all that is said of them, and such baselines."""
        for region, year in self.public.years():
            entry = year.files.get(Results)
            privacy = Privacy(self.public, region, year)
            figures = each(entry.place.at("figures"), entry.content.figures) if entry else ()
            for place, figure in figures:
                if not privacy.is_shown(figure):
                    yield self.in_text(place)
            targets = each(entry.place.at("targets"), entry.content.targets) if entry else ()
            for place, target in targets:
                if privacy.hides_baseline(target):
                    yield self.in_text(place.at("baseline"))


def _by_file(workspace: Workspace) -> dict[str, Entry[File]]:
    """Every file; of the catalogue those of the workspace itself come first, and win."""
    found: dict[str, Entry[File]] = {}
    for _, _, entry in workspace.entries():
        found.setdefault(entry.place.file, entry)
    return found
