"""The route map: a base that never changes, and scenes that restyle its legs in place."""

from __future__ import annotations

import hashlib
import json
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import folium
import streamlit as st
from branca.element import MacroElement
from jinja2 import Template

from corridor.memory.caches import Cache
from corridor.publication.parts import MAP
from ui.link import address
from ui.look.markup import tag
from ui.look.picture_menu import part_menu
from ui.map.lanes import lanes
from ui.map.layers import layers
from ui.map.legend import legend
from ui.map.notes import in_words, placed, write_notes
from ui.map.own_places import own_places
from ui.map.scene import Alternative, Scene
from ui.serving import map_frame, map_page
from ui.serving.assets import versioned
from ui.settings.dataset import dataset as served

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.link.view import View

_LABEL_ORDER = {"city": 0, "seaport": 1, "airport": 2, "border-crossing": 3}
# Fetched when one zooms in, not before.
_WHEN_NEAR = ("ground-near", "railways")
_LAYERS = ("ground", "ground-near", "railways", "legs", "places", "look")

# Five kilobytes each.
_legends: Cache[str] = Cache("legends of maps", most=1024)


def show(
    view: View,
    scene: Scene,
    *,
    key: str,
    height: int = 560,
    on_pick: Callable[[str, str], None] | None = None,
    credits_: bool = True,
    part: str = MAP,
) -> str | None:
    """
    Draw a map with its legend, attribution and boundary note.

    A click on a leg writes it to the address as the selected leg, unless the page does otherwise; moving the
    map writes the view, without a run of the page.

    Parameters
    ----------
    view
        The visit.
    scene
        What to show.
    key
        Name of the map on its page, with hyphens and no underscore.
    height
        Height in pixels; on narrow screens the style sheet lowers it.
    on_pick
        Called instead with what was clicked: "leg", "node", "route" (the id of an alternative), "origin" or
        "destination" (of a node), and its id, which the browser sent: check it.
    credits_
        Whether the credits follow; the second map of a page leaves them out.
    part
        Name of the map among the parts of its view (`corridor.publication.parts`).

    Returns
    -------
    str or None
        Id of what the visitor has just clicked.
    """
    urls, drawn = _urls(view.data_token), _scene(view, scene)
    after = f"after-{key}"
    st.html(tag("a", view.words.gettext("Skip the map"), class_="cx-skip", href=f"#{after}", lang=view.lang))
    map_frame.draw(
        partial(_made, urls, drawn), key=key, height=height, parts=(urls, drawn),
        on_change=partial(_select, key, on_pick), is_own=bool(view.own),
    )  # fmt: skip
    st.html(_legend(view, scene, drawn, after=after, credits_=credits_))
    listed = in_words(view)
    if listed is not None:
        st.html(str(listed))
    if not view.embed:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            menu = part_menu(view, part, view.words.gettext("Map"))
            if menu is not None:
                st.html(menu, width="content")
            if part == MAP:
                write_notes(view, scene, key=key)
    clicked: str | None = st.session_state.pop(_clicked(key), None)
    return clicked


def _made(urls: str, scene: str) -> tuple[folium.Map, folium.FeatureGroup]:
    """Build the base, which never changes, and what is shown on it."""
    _set_assets()
    base = folium.Map(
        location=(46, 50), zoom_start=4, min_zoom=2, max_zoom=12, zoom_snap=0.25, zoom_delta=0.5,
        wheel_px_per_zoom_level=120, tiles=None, attribution_control=False,
    )  # fmt: skip
    base.add_child(_Script(f"corridorMap.start({base.get_name()}, {urls});"))
    dynamic = folium.FeatureGroup(name="scene", control=False)
    dynamic.add_child(_Script(f"corridorMap.show({scene});"))
    return base, dynamic


def _legend(view: View, scene: Scene, drawn: str, *, after: str, credits_: bool) -> str:
    """Give the legend of a scene, once for all who see the same; of a visitor's own data none is kept."""
    draw = partial(legend, view, scene, after=after, credits_=credits_)
    if view.own:
        return draw()
    keys = scene.disc_keys, tuple(alternative.key for alternative in scene.alternatives)
    seen = view.data_token, view.lang, view.state.scenario, view.dark, after, credits_, keys
    return _legends.get((seen, hashlib.sha256(drawn.encode()).digest()), draw)


def whole_network(view: View) -> Scene:
    """Give the scene of all Trans-Caspian chains before the other land and sea legs."""
    chains = view.dataset.corridors
    chosen = chains.loc[(chains["kind"] == "chain") & (chains["family"] == "trans-caspian"), "corridor_id"]
    parts = view.dataset.corridor_legs
    legs = tuple(dict.fromkeys(parts.loc[parts["corridor_id"].isin(chosen), "leg_id"]))
    others = view.dataset.legs
    rest = tuple(others.loc[(others["mode"] != "air") & ~others["leg_id"].isin(legs), "leg_id"])
    return Scene(
        legs=legs, context=rest, nodes=ends(view, legs), selected=view.state.leg, preset=view.state.preset
    )


def ends(view: View, legs: tuple[str, ...]) -> tuple[str, ...]:
    """Give the nodes that legs touch: cities first, then in the order of the legs."""
    rows = [view.dataset.row("legs", leg) for leg in legs]
    nodes = list(dict.fromkeys(node for row in rows for node in (row["from_node"], row["to_node"])))
    kinds = {node: view.dataset.row("nodes", node)["kind"] for node in nodes}
    return tuple(sorted(nodes, key=lambda node: _LABEL_ORDER.get(kinds[node], len(_LABEL_ORDER))))


def _select(key: str, on_pick: Callable[[str, str], None] | None) -> None:
    """Write a clicked leg to the address, or let the page do; the map sends ids, never places."""
    sent = st.session_state.get(key) or {}
    clicked, kind = (str(sent.get(name) or "") for name in ("id", "kind"))
    st.session_state[_clicked(key)] = clicked
    if on_pick is not None:
        on_pick(kind, clicked)
    elif clicked in address.known().legs:
        address.write(leg=clicked)


def _clicked(key: str) -> str:
    """Name under which the visit remembers a click until the page has seen it."""
    return f"{key}-clicked"


class _Script(MacroElement):
    """A line of script inside a folium map."""

    _template = Template("{% macro script(this, kwargs) %}{{ this.script }}{% endmacro %}")

    def __init__(self, script: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.script = script


def frame_files() -> list[str]:
    """Addresses of all that a map's frame will ask for, relative to the server's root."""
    found = layers()
    return [versioned(file) for file in (*map_page.SCRIPTS, *map_page.STYLES)] + [
        found[name].path for name in _LAYERS if name in found and name not in _WHEN_NEAR
    ]


@cache
def _set_assets() -> None:
    """Have folium load our own files and no others; none at all where the frame has them already."""
    for name, files in (("default_js", map_page.SCRIPTS), ("default_css", map_page.STYLES)):
        named = [] if map_page.is_known() else [(file, map_page.ROOT + versioned(file)) for file in files]
        setattr(folium.Map, name, named)


def _urls(token: str) -> str:
    """Addresses of the layers of a dataset, as a script's object."""
    found = layers(token)
    return json.dumps({name: map_page.ROOT + found[name].path for name in _LAYERS if name in found})


def _alternative(view: View, alternative: Alternative, lanes_: Sequence[float]) -> dict[str, Any]:
    """Write one route of several as a script's object."""
    content: dict[str, Any] = {
        "id": alternative.id,
        "label": alternative.label,
        "title": alternative.title,
        "legs": alternative.legs,
    }
    if alternative.look is not None:
        colour = alternative.look.colour(dark=view.dark)
        content["look"] = {
            "color": colour,
            "dashArray": alternative.look.dash or None,
            "weight": alternative.look.width,
        }
        content["lanes"] = lanes_
    return content


def _scene(view: View, scene: Scene) -> str:
    """Write a scene as a script's object: ids and nothing heavy."""
    _ = view.words.gettext
    beside = lanes(scene)
    content: dict[str, Any] = {
        "lang": view.lang,
        "dark": view.dark,
        "title": scene.title or _("Map of the routes between Kazakhstan and Serbia"),
        "preset": scene.preset,
        "selected": scene.selected,
        "legs": scene.legs,
        "context": scene.context,
        "nodes": scene.nodes,
        "alternatives": [
            _alternative(view, alternative, beside.get(alternative.id, ()))
            for alternative in scene.alternatives
        ],
        "chosen": scene.chosen,
        "place": scene.place,
        "origin": scene.origin,
        "destination": scene.destination,
        "around": scene.around,
        "askEnds": scene.asks_ends,
    }
    if scene.backwards:
        content["backwards"] = scene.backwards
    if scene.marks:
        content["marks"] = dict(scene.marks)
    if scene.discs:
        content["discs"] = [(disc.id, disc.text, disc.level, disc.note, disc.members) for disc in scene.discs]
    if view.state.notes:
        content["notes"] = placed(view)
    if view.own or view.dataset is not served():
        content["own"] = own_places(view.dataset, scene)
    # A name could hold "</script>"; streamlit-folium passes "_word" over when it compares two maps.
    return json.dumps(content, separators=(",", ":")).replace("<", "\\u003c").replace("_", "\\u005f")
