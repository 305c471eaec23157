"""All routes that are shown on one map, the chosen one in full, and what a click on it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.link import address
from ui.map.scene import Alternative, Scene
from ui.sections.routes.cards import name
from ui.sections.routes.question import freight_places
from ui.sections.routes.works import on_map

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ui.link.view import View
    from ui.sections.routes.answer import Answer, Detail

    Row = Mapping[str, Any]


def scene(view: View, found: Answer, shown: Detail, step: Row | None) -> Scene:
    """Draw the chosen route in full, the others quietly, each with its number; mark the chosen step."""
    ids = [*found.shown, *([shown.route] if shown.route not in found.shown else [])]
    ways = (
        {route_id: tuple(hop.leg_id for hop in found.found.hops[route_id]) for route_id in ids}
        if found.found
        else {}
    )
    places = [shown.hops[0].start, *(hop.end for hop in shown.hops)]
    works = [row["node_id"] for row in shown.steps if row["kind"] == "work"]
    asked = found.question
    return Scene(
        legs=ways[shown.route],
        nodes=tuple(dict.fromkeys([asked.origin, asked.destination, *works, *places])),
        selected=step["leg_id"] if step else None,
        place=step["node_id"] if step and step["kind"] == "work" else None,
        alternatives=tuple(
            Alternative(id=one, label=str(found.number(one)), title=name(view, found, one), legs=legs)
            for one, legs in ways.items()
        ),
        chosen=shown.route,
        origin=asked.origin,
        destination=asked.destination,
        around=freight_places(view),
        asks_ends=True,
        backwards=_backwards(found, shown, ids),
        marks=on_map(shown),
        preset=view.state.preset,
        title=view.words.gettext("Map of the routes found; the chosen one is drawn in full"),
    )


def _backwards(found: Answer, shown: Detail, ids: Sequence[str]) -> tuple[str, ...]:
    """Legs travelled from their To to their From ends; the chosen route decides where two routes differ."""
    others = [hop for route_id in ids for hop in found.found.hops[route_id]] if found.found else []
    ahead = {hop.leg_id for hop in shown.hops if not hop.reversed}
    return tuple(dict.fromkeys(hop.leg_id for hop in others if hop.reversed and hop.leg_id not in ahead))


def taken(found: Answer, chosen: str) -> Callable[[str, str], None]:
    """Make what a click does: a route or a leg of it is chosen, a place becomes an end of the journey."""
    routes = [chosen, *found.shown]

    def take(kind: str, id_: str) -> None:
        if kind == "route" and id_ in found.rows:
            address.write(route=id_, step=None, leg=None)
        elif kind == "leg" and found.found is not None:
            of = next(
                (route for route in routes if any(hop.leg_id == id_ for hop in found.found.hops[route])), None
            )
            if of is not None:
                address.write(route=of, step=None, leg=id_)
        elif kind in {"origin", "destination"} and id_ in address.known().nodes:
            address.write(**{kind: id_}, route=None, step=None, leg=None)

    return take
