"""The map of mines and plants of raw materials, and their routes out to a place in Serbia."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.rows import by_id, rows
from ui.link import address
from ui.look.links import stay
from ui.look.markup import tag, together
from ui.map.scene import Disc, Scene
from ui.sections.partners.export_routes import WAYS, destination_of, routes_of
from ui.sections.partners.minerals import MINERALS, sites_of
from ui.sections.partners.project_map import LEVELS
from ui.sections.partners.register_table import PRECISION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[Any, Any]

# Chemical symbols, and RE for rare earths.
SYMBOLS = {
    "tungsten": "W",
    "rare-earths": "RE",
    "lithium": "Li",
    "graphite": "C",
    "titanium": "Ti",
    "gallium": "Ga",
    "beryllium": "Be",
    "tantalum": "Ta",
    "niobium": "Nb",
    "tin": "Sn",
    "copper": "Cu",
    "gold": "Au",
    "borates": "B",
}
_OPEN = WAYS["open"][1]


def scene(view: View, destination: str) -> Scene:
    """
    Show the sites with a known place, and their routes out that touch no country under wide sanctions.

    Parameters
    ----------
    view
        The visit. With a project open its route alone is drawn in full.
    destination
        The place in Serbia.
    """
    _ = view.words.gettext
    placed = [row for row in rows(sites_of(view)) if row["access_node"] is not None]
    routes = {row["project_id"]: row for row in rows(routes_of(view, _OPEN, destination))}
    opened = view.state.project if view.state.project in routes else None
    drawn = [routes[opened]] if opened else list(routes.values())
    legs = tuple(dict.fromkeys(leg for row in drawn for leg in row["legs"]))
    lines = view.dataset.legs
    land = lines.loc[lines["mode"] != "air", "leg_id"]
    return Scene(
        legs=legs,
        context=tuple(leg for leg in land if leg not in legs),
        nodes=(destination, *(row["project_id"] for row in placed)),
        place=opened,
        destination=destination,
        preset=view.state.preset,
        title=in_words(view),
        discs=tuple(_disc(view, row, routes.get(row["project_id"])) for row in placed),
        disc_keys=tuple((level, "W", _(PRECISION[name])) for name, level in LEVELS.items()),
    )


def in_words(view: View) -> str:
    """Say what the map shows."""
    words = view.words.gettext("Map of mines and plants of raw materials, and their export routes to {place}")
    return words.format(place=wording.node(view, destination_of(view)))


def pick(kind: str, id_: str) -> None:
    """Open the site that was clicked, or choose the leg."""
    if kind == "node" and id_ in address.known().ledger["pj"]:
        address.write(project=id_)
    elif id_ in address.known().legs:
        address.write(leg=id_)


def beside(view: View, destination: str) -> Markup:
    """List the sites with a known place, each with its mineral, partner and route out; then those without."""
    _ = view.words.gettext
    found = rows(sites_of(view))
    routes = {row["project_id"]: row for row in rows(routes_of(view, _OPEN, destination))}
    items = [
        _item(view, row, routes.get(row["project_id"])) for row in found if row["access_node"] is not None
    ]
    lost = [row for row in found if row["access_node"] is None]
    names = [tag("li", _name(view, row), f" · {_minerals(view, row)}") for row in lost]
    apart = tag(
        "details",
        tag("summary", _("No place published"), f": {len(names)}"),
        tag("ul", *names, class_="cx-list"),
        class_="cx-more",
    )
    words = _("Export routes to {place} without Russia, Belarus and Iran").format(
        place=wording.node(view, destination)
    )
    return together(
        tag("p", tag("b", words), class_="cx-small"),
        tag("ul", *items, class_="cx-themes"),
        apart if names else None,
    )


def symbols(view: View) -> Markup:
    """Explain the symbols that are on the map."""
    _ = view.words.gettext
    placed = [row for row in rows(sites_of(view)) if row["access_node"] is not None]
    used = dict.fromkeys(mineral for row in placed for mineral in row["minerals"])
    parts = [tag("span", tag("b", SYMBOLS[mineral]), f" {_(MINERALS[mineral])}") for mineral in used]
    return tag("p", *parts, class_="cx-note cx-keys")


def _item(view: View, row: Row, route: Row | None) -> Markup:
    """Write one site."""
    _ = view.words.gettext
    countries = by_id(view.dataset, "countries")
    partners = ", ".join(view.words.name(countries[code]) for code in row["partners"] if code in countries)
    facts = [_minerals(view, row), partners]
    return tag(
        "li", _name(view, row), _time_out(view, row, route), tag("small", " · ".join(filter(None, facts)))
    )


def _time_out(view: View, row: Row, route: Row | None) -> Markup:
    """Write how long the route out takes."""
    _ = view.words.gettext
    if route is None or route["time_h_basis"] == "missing":
        is_home = row["country"] == "RS"
        return tag("b", _("in Serbia") if is_home else _("no route"))
    time = wording.size(view, route["time_h_typical"], "h", route["time_h_basis"])
    gaps = int(route["time_h_gaps"])
    told = _("at least {value}").format(value=time) if gaps else time
    return tag("b", told, basis_mark(view, route["time_h_basis"]))


def _name(view: View, row: Row) -> Markup:
    """Name a site; a press draws its route out alone, another one all again."""
    id_ = row["project_id"]
    is_open = view.state.project == id_
    return stay(
        view,
        view.words.name(by_id(view.dataset, "projects")[id_]),
        attributes={"aria_current": "true" if is_open else None},
        project=None if is_open else id_,
    )


def _minerals(view: View, row: Row) -> str:
    """Name the minerals of a site."""
    return ", ".join(view.words.gettext(MINERALS[mineral]) for mineral in row["minerals"])


def _disc(view: View, row: Row, route: Row | None) -> Disc:
    """Draw one site: the symbol of its first mineral, its minerals and route out as its tooltip."""
    project = by_id(view.dataset, "projects")[row["project_id"]]
    told = [view.words.name(project), _minerals(view, row)]
    if route is not None and route["time_h_basis"] != "missing":
        told.append(wording.size(view, route["time_h_typical"], "h", route["time_h_basis"]))
    return Disc(
        id=row["project_id"],
        text=SYMBOLS[row["minerals"][0]],
        level=LEVELS[row["place_precision"]],
        note="; ".join(told),
    )
