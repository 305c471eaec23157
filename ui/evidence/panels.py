"""The address of what a chip or a long fold opens to: pages carry it instead of the content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote, urlencode

from ui.look.markup import tag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

FOLDER = "panels"
# Keys of every address: language, version of the data, scenario.
LANGUAGE, VERSION, SCENARIO = "lang", "d", "sc"


class PanelKey(Protocol):
    """What a panel shows, such as a figure of `ui.evidence.figure_keys`."""

    def address(self) -> tuple[Sequence[str], Mapping[str, str]]:
        """Write it as the parts of a path and the keys of an address."""


@dataclass(frozen=True)
class SourceList:
    """Sources by their ids."""

    source_ids: tuple[str, ...]

    def address(self) -> tuple[Sequence[str], Mapping[str, str]]:
        """Write it as the parts of a path and the keys of an address."""
        return ("sources", ".".join(self.source_ids)), {}


@dataclass(frozen=True)
class VolumesTable:
    """Claims on what a way carries: a corridor and its branches."""

    corridor: str
    branches: tuple[str, ...] = ()

    def address(self) -> tuple[Sequence[str], Mapping[str, str]]:
        """Write it as the parts of a path and the keys of an address."""
        return ("volumes", self.corridor), {"via": ".".join(self.branches)} if self.branches else {}


def when_opened(view: View, key: PanelKey, draw: Callable[[], Markup]) -> Markup:
    """
    Put off a panel until it is opened.

    Parameters
    ----------
    view
        The visit. With a visitor's own data the panel stands in the page: no address leads to their data.
    key
        What the panel shows.
    draw
        Draws the panel.

    Returns
    -------
    Markup
        An empty panel with its address, which ``static/own/panels.js`` fetches on opening and
        `ui.server.panel_answer` draws; or the panel itself.
    """
    if view.own:
        return draw()
    waiting = view.words.gettext("The sources could not be loaded. Reload the page.")
    return tag("div", class_="panel", data_panel=address_of(view, key), data_failed=waiting)


def address_of(view: View, key: PanelKey) -> str:
    """Address of a panel, relative to the folder of panels."""
    path, keys = key.address()
    common = {LANGUAGE: view.lang, VERSION: view.data_token, SCENARIO: view.dataset.scenario}
    named = {name: value for name, value in common.items() if value} | dict(keys)
    return f"{'/'.join(quote(part, safe='') for part in path)}?{urlencode(named)}"
