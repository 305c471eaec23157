"""How this server draws the line between Serbia and Kosovo: dashed, solid or not at all."""

from __future__ import annotations

import json
import os

from ui.settings.environment import BOUNDARIES

VIEWS = ("dashed", "solid", "none")

_LINE = "RS-XK"


class UnknownViewError(ValueError):
    """The setting names a view that there is not."""

    def __init__(self, given: str) -> None:
        super().__init__(f"{BOUNDARIES} is {given!r}; it can be {', '.join(VIEWS)}.")


def view() -> str:
    """
    Read the view that this server draws, dashed unless the setting names another.

    Raises
    ------
    UnknownViewError
        If the setting names none of the views.
    """
    given = os.environ.get(BOUNDARIES, VIEWS[0])
    if given not in VIEWS:
        raise UnknownViewError(given)
    return given


def in_view(layers: dict[str, bytes], chosen: str) -> dict[str, bytes]:
    """
    Give the layers as the view wants them: the line dashed, among the solid borders, or left out.

    Parameters
    ----------
    layers
        GeoJSON by layer name, with `borders` and `disputed` among them.
    chosen
        One of `VIEWS`.
    """
    if chosen == "dashed":
        return layers
    borders, disputed = json.loads(layers["borders"]), json.loads(layers["disputed"])
    line = [feature for feature in disputed["features"] if feature["properties"]["name"] == _LINE]
    disputed["features"] = [feature for feature in disputed["features"] if feature not in line]
    if chosen == "solid":
        borders["features"] += [{**feature, "properties": {"a": "RS", "b": "XK"}} for feature in line]
    return {**layers, "borders": _written(borders), "disputed": _written(disputed)}


def _written(value: object) -> bytes:
    """Write GeoJSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
