"""A page with all that stands around it: menu, trail, and of which version of the data it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site import addresses
from kansrijk_cli.output.site.desk import Desk
from kansrijk_cli.output.site.drawn import drawn
from kansrijk_cli.output.site.house import House
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.output.site.softening import softened

# Without the network, whatever a page holds: 'self' is for a server, `file:` for a folder.
POLICY = (
    "default-src 'none'; style-src 'self' file: 'unsafe-inline'; script-src 'self' file:; "
    "img-src 'self' file: data:; font-src data:; base-uri 'none'; form-action 'none'"
)
LIVE_POLICY = f"{POLICY}; connect-src 'self'"
MENU = {
    "start": addresses.START,
    "regions": addresses.REGIONS,
    "municipalities": addresses.MUNICIPALITIES,
    "interventions": addresses.INTERVENTIONS,
    "about": addresses.ABOUT,
}


@dataclass(frozen=True, slots=True)
class Step:
    """A page with the name by which others lead to it."""

    title: str
    address: str


@dataclass(frozen=True)
class Page:
    """What a page tells: `template` writes it from `values`.

    `part` is the part of the menu it is in, and `trail` the pages between that and this one. `nav`
    are the pages beside it, `about` what they are all about. `is_draft`: it is of a plan that may
    still change.
    """

    desk: Desk
    title: str
    template: str
    values: Mapping[str, object]
    part: str = ""
    trail: tuple[Step, ...] = ()
    about: str = ""
    nav: tuple[Step, ...] = ()
    is_draft: bool = False

    @property
    def address(self) -> str:
        """Where it is."""
        return self.desk.address

    @property
    def way(self) -> tuple[Step, ...]:
        """The pages from the start down to this one, which is not among them."""
        above = dict.fromkeys(("start", self.part) if self.part else ("start",))
        steps = (Step(label("site-menu", part), MENU[part]) for part in above)
        return tuple(s for s in (*steps, *self.trail) if s.address != self.address)


def written(site: Site, page: Page, house: House | None = None) -> str:
    """The page as HTML; the pages of one region are in its house style."""
    live = site.material.live
    return site.templates.get_template(f"site/{page.template}.html.j2").render(
        page=page,
        house=house,
        policy=LIVE_POLICY if live else POLICY,
        live=live,
        menu=[(part, Step(label("site-menu", part), address)) for part, address in MENU.items()],
        commit=site.material.commit,
        addresses=addresses,
        to=page.desk.to,
        table=page.desk.table,
        text=page.desk.text,
        prose=page.desk.prose,
        soft=softened,
        picture=partial(drawn, site, page.desk, house.style if house else Style()),
        **page.values,
    )
