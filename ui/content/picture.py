"""The picture that a link unfolds to in mail and chat: a view as plain scene data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.geometry import leg_lines
from corridor.memory.memo import Depends, remembered
from corridor.partners.facets import FACETS
from corridor.picture.base_map import around
from corridor.picture.scene import GroundName, Key, Line, Note, Picture, Place
from ui.content.conditions import beside_subject
from ui.content.notes import annotations
from ui.content.scene import scene_of
from ui.content.summary import figures, subject, title
from ui.link.key_values import PRESETS
from ui.look.modes import FIDELITY, MODES
from ui.map.credits import attribution, boundary_note
from ui.map.lanes import lanes
from ui.map.look import BOUNDS
from ui.map.names import country_names, sea_names
from ui.settings import boundaries

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from corridor.dataset.tables import Dataset
    from corridor.picture.base_map import Bounds
    from ui.link.view import View
    from ui.map.scene import Scene

    Row = Mapping[str, Any]

_STRONG, _ALTERNATIVE, _CONTEXT, _SELECTED = 6.0, 3.2, 2.0, 2.0
_SCHEMATIC = "schematic"
_GAP = 1.4
# Fields of the state that the picture of each page shows beside its language; a test watches what is read.
_QUESTION = (
    "origin",
    "destination",
    "criteria",
    "wish",
    "avoid",
    "rules",
    "passing",
    "most_transhipments",
    "scenario",
    "date",
)
_SHOWN: Mapping[str, tuple[str, ...]] = {
    "corridor": ("corridor", "via", "leg"),
    "flights": ("origin", "destination", "leg", "date"),
    "routes": (*_QUESTION, "carriage", "route", "step", "leg"),
    "compare": (*_QUESTION, "compared"),
    "scenarios": (*_QUESTION, "lab", "leg", "place", "rivals", "need", "works", "grid"),
    "connectivity": ("place", "days", "weights", "normalisation", "aggregation", "avoid", "rules"),
    "partners": ("part", "destination", *FACETS, "project", "paper", "organisation", "leg"),
}
# Pages whose map and figures hold under conditions.
_CONDITIONED = frozenset({"routes", "compare", "scenarios", "flights", "connectivity"})
_SHOWN_BY_OTHERS = ("leg",)
_EDGE, _MAX_LAT = 1.5, 80.0


def picture_of(view: View, scene: Scene | None = None) -> Picture:
    """
    Lay the picture of a view out.

    Parameters
    ----------
    view
        The visit. Nothing of it is asked that a plain route of the server could not give.
    scene
        What to draw; None for the map of the page.

    Returns
    -------
    Picture
        The map of the page with what is chosen, its title, headline figures and credits.
    """
    scene = scene_of(view) if scene is None else scene
    site, page = view.words.gettext("Corridor Explorer"), title(view)
    name, lines = subject(view), tuple(_lines(view.dataset, scene))
    return Picture(
        kicker=f"{site} · {page}" if name else site,
        title=name or page,
        subtitle="; ".join(beside_subject(view)) if view.page in _CONDITIONED else "",
        bounds=_bounds(view, lines),
        lines=lines,
        places=tuple(_places(view, scene)),
        countries=tuple(_ground_names(view)),
        figures=tuple(figures(view).items()),
        keys=tuple(_keys(view, scene, lines)),
        credits=f"{boundary_note(view)} {attribution(view)}",
        boundaries=boundaries.view(),
        notes=tuple(Note(lon=note.lon, lat=note.lat, text=note.text) for note in annotations(view)),
    )


def shown_by(view: View) -> tuple[Hashable, ...]:
    """Give the values of the state on which the picture of a view depends, and no others."""
    fields = ("lang", "preset", "at", "notes", *_SHOWN.get(view.page, _SHOWN_BY_OTHERS))
    return tuple(getattr(view.state, field) for field in fields)


def _bounds(view: View, lines: Sequence[Line]) -> Bounds:
    """Give the visitor's own part of the map, the chosen one, else what is drawn in full."""
    if view.state.at is not None:
        return around(view.state.at.lat, view.state.at.lon, view.state.at.zoom)
    points = [point for line in lines if line.is_strong for point in line.points]
    if view.state.preset != PRESETS[0] or not points:
        return BOUNDS[view.state.preset]
    lons, lats = zip(*points, strict=True)
    return (
        (max(min(lats) - _EDGE, -_MAX_LAT), min(lons) - 2 * _EDGE),
        (min(max(lats) + _EDGE, _MAX_LAT), max(lons) + 2 * _EDGE),
    )


def _keys(view: View, scene: Scene, lines: Sequence[Line]) -> Iterator[Key]:
    """Say what the lines drawn in full stand for."""
    looks = [alternative for alternative in scene.alternatives if alternative.look is not None]
    for alternative in looks:
        if alternative.look is not None:
            number = view.words.gettext("Route {number}").format(number=alternative.label)
            name = alternative.key or number
            yield Key(
                name=name,
                colour=alternative.look.light,
                dash=_dash(alternative.look.dash),
                width=min(alternative.look.width, 5),
            )
    if not looks:
        drawn = {line.colour for line in lines if line.is_strong}
        for mode in MODES.values():
            if mode.light in drawn:
                yield Key(name=view.words.gettext(mode.label), colour=mode.light, dash=_dash(mode.dash))


def _lines(dataset: Dataset, scene: Scene) -> Iterator[Line]:
    """Lines of a scene, the weakest first, as the map in the browser draws them."""
    strong = set(scene.legs)
    weak = [(leg, _CONTEXT, 0.5) for leg in scene.context]
    weak += [
        (leg, _ALTERNATIVE, 0.7)
        for alternative in scene.alternatives
        if alternative.look is None
        for leg in alternative.legs
    ]
    for leg, width, opacity in weak:
        if leg not in strong:
            yield from _line(dataset, leg, width=width, opacity=opacity)
    yield from _looked(dataset, scene)
    for leg in scene.legs:
        extra = _SELECTED if leg == scene.selected else 0.0
        yield from _line(dataset, leg, width=_STRONG + extra, is_strong=True)


def _ground_names(view: View) -> Iterator[GroundName]:
    """Names of seas and countries."""
    for spots, name in sea_names(view.lang):
        yield GroundName(spots=spots, name=name, is_water=True)
    for spots, name in country_names(view.dataset, view.lang):
        yield GroundName(spots=spots, name=name)


def _looked(dataset: Dataset, scene: Scene) -> Iterator[Line]:
    """Lines of routes with a look of their own, on lanes of their own where they share a leg."""
    points, beside = _points(dataset), lanes(scene)
    for alternative in scene.alternatives:
        look = alternative.look
        if look is None:
            continue
        for leg, lane in zip(alternative.legs, beside[alternative.id], strict=True):
            if leg in points:
                yield Line(
                    points=points[leg], colour=look.light, dash=_dash(look.dash), width=look.width,
                    is_strong=True, shift=lane * (look.width + _GAP),
                )  # fmt: skip


def _line(
    dataset: Dataset, leg: str, *, width: float, opacity: float = 1.0, is_strong: bool = False
) -> Iterator[Line]:
    """One leg in the look of its mode; nothing where no line is drawn for it."""
    points = _points(dataset)
    if leg not in points:
        return
    row = dataset.record("legs", leg)
    mode, fidelity = MODES[row["mode"]], FIDELITY[row["geometry_fidelity"]]
    is_hollow = is_strong and row["geometry_fidelity"] == _SCHEMATIC
    share = fidelity.width if is_strong and not is_hollow else 1.0
    yield Line(
        points=points[leg],
        colour=mode.light,
        dash=_dash(mode.dash),
        width=width * share,
        opacity=fidelity.opacity if is_strong else opacity,
        is_strong=is_strong,
        is_hollow=is_hollow,
    )


def _places(view: View, scene: Scene) -> Iterator[Place]:
    """Places of a scene, the ends of the journey first."""
    ends = [place for place in (scene.origin, scene.destination) if place]
    for node in dict.fromkeys([*ends, *scene.nodes]):
        table = "nodes" if view.dataset.has("nodes", node) else "projects"
        row = view.dataset.record(table, node)
        is_large = node in ends or row.get("kind") == "city"
        yield Place(lon=row["lon"], lat=row["lat"], name=view.words.name(row), is_large=is_large)


@remembered(depends_on=Depends.LEGS)
def _points(dataset: Dataset) -> Mapping[str, Any]:
    """Points of the line of each leg, once; a scenario has lines of its own."""
    frame = leg_lines()
    drawn = {
        leg: tuple(line.simplify(0.01).coords)
        for leg, line in zip(frame["leg_id"], frame.geometry, strict=True)
    }
    return drawn | {leg: tuple(line) for leg, line in dataset.lines.items()}


def _dash(pattern: str) -> tuple[float, ...]:
    """Dash pattern of the style sheet as numbers."""
    return tuple(float(part) for part in pattern.split())
