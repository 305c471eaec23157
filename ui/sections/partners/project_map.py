"""The map of partner projects: one disc a place with the number of its projects, and the legs they touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.evidence.rows import by_id
from ui.link import address
from ui.map.scene import Disc, Scene
from ui.sections.partners.register_table import PRECISION

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from ui.link.view import View

    Row = Mapping[Any, Any]

# How strong a disc is, by how well the place is known.
LEVELS = {"site": 1, "city": 2, "area-proxy": 3}
_NAMED = 3


def scene(view: View, found: pd.DataFrame) -> Scene:
    """
    Show projects that have a place of their own, and legs that they touch: all, or the chosen one's.

    A project without a place and without legs stands in the table alone.

    Parameters
    ----------
    view
        The visit.
    found
        Rows of the register.
    """
    _ = view.words.gettext
    places = grouped(view, found)
    selected = next((first for first, ids in places.items() if view.state.project in ids), None)
    own = found.loc[(found["project_id"] == view.state.project) & found["legs"].map(bool), "legs"]
    touched = tuple(dict.fromkeys(leg for legs in (own if len(own) else found["legs"]) for leg in legs))
    lines = view.dataset.legs
    land = lines.loc[lines["mode"] != "air", "leg_id"]
    return Scene(
        legs=touched,
        context=tuple(leg_id for leg_id in land if leg_id not in touched),
        nodes=tuple(places),
        place=selected,
        preset=view.state.preset,
        title=_("Map of the projects that have a known place, and of the legs that they touch"),
        discs=tuple(_disc(view, ids) for ids in places.values()),
        disc_keys=tuple((level, "n", _(PRECISION[name])) for name, level in LEVELS.items()),
    )


def grouped(view: View, found: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Put the projects that have a place of their own together by place, under the first of each."""
    projects = by_id(view.dataset, "projects")
    places: dict[tuple[float, float], list[str]] = {}
    for project_id in found.loc[found["is_mapped"], "project_id"]:
        project = projects[project_id]
        places.setdefault((project["lat"], project["lon"]), []).append(project_id)
    return {ids[0]: tuple(ids) for ids in places.values()}


def pick(kind: str, id_: str) -> None:
    """Open the project whose place was clicked, or choose the leg."""
    if kind == "node" and id_ in address.known().ledger["pj"]:
        address.write(project=id_)
    elif id_ in address.known().legs:
        address.write(leg=id_)


def _disc(view: View, ids: tuple[str, ...]) -> Disc:
    """Draw one place."""
    projects = by_id(view.dataset, "projects")
    names = [view.words.name(projects[id_]) for id_ in ids[:_NAMED]]
    more = "" if len(ids) <= _NAMED else ", …"
    level = min(LEVELS[projects[id_]["place_precision"]] for id_ in ids)
    return Disc(id=ids[0], text=str(len(ids)), level=level, note="; ".join(names) + more, members=ids)
