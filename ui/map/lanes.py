"""Lanes of routes that are drawn side by side: where they share a leg, each has a lane of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.map.scene import Scene


def lanes(scene: Scene) -> dict[str, tuple[float, ...]]:
    """
    Give for each route with a look of its own the lane on each of its legs.

    Parameters
    ----------
    scene
        The scene.

    Returns
    -------
    dict
        By id of the alternative: for each leg how many lines it lies right of the leg's middle, seen from
        the leg's From to its To; below zero on the left. Legs travelled backwards are turned, so that a
        route stays on the same side of the others along its whole course.
    """
    routes = [alternative for alternative in scene.alternatives if alternative.look is not None]
    backwards = set(scene.backwards)
    users: dict[str, list[str]] = {}
    for route in routes:
        for leg in dict.fromkeys(route.legs):
            users.setdefault(leg, []).append(route.id)

    def lane(route: str, leg: str) -> float:
        beside = users[leg]
        place = beside.index(route) - (len(beside) - 1) / 2
        return -place if leg in backwards and place else place

    return {route.id: tuple(lane(route.id, leg) for leg in route.legs) for route in routes}
