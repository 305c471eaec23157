"""What a view says in one or two sentences with figures, for a message that carries its link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import choice, nav, wording
from ui.connections import DIRECT_SERVICE
from ui.headlines import HEADLINES, estimate_of
from ui.totals import CRITERIA, sums, typical

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.shell import View

_OVERVIEW = 4


def summary(view: View) -> str:
    """
    Say what the view shows: its title, then its headline figures.

    Parameters
    ----------
    view
        The visit. Nothing of it is asked that a plain route of the server could not give.

    Returns
    -------
    str
        Such as "Corridor: Trans-Caspian by Poti. Time at least 12 d 3 h, distance 6,800 km.".
    """
    draw = _FIGURES.get(view.page)
    figures = draw(view) if draw is not None else ""
    return f"{title(view)}. {figures}".strip()


def title(view: View) -> str:
    """Title of the page of a view."""
    return view.words.gettext(nav.entry(view.page).title)


def _overview(view: View) -> str:
    """Give the first headline figures of the Overview."""
    known = [one for one in HEADLINES if view.dataset.has(wording.TABLE_OF[one.subject_type], one.subject_id)]
    found = [(one, estimate_of(view, one)) for one in known[:_OVERVIEW]]
    return _listed({view.words.gettext(one.title): wording.figure(view, two) for one, two in found})


def _corridor(view: View) -> str:
    """Give the totals of the chosen corridor."""
    _ = view.words.gettext
    way = choice.way_of(view)
    _chain, totals = sums(view.dataset, way.corridor, way.branches)
    name = wording.subject(view, "corridor", way.corridor)
    return f"{name}: " + _listed({_(CRITERIA[key][0]): typical(view, total) for key, total in totals.items()})


def _flights(view: View) -> str:
    """Give the figures of the direct flight."""
    known = [
        one
        for one in HEADLINES
        if one.subject_id == DIRECT_SERVICE and view.dataset.has("services", DIRECT_SERVICE)
    ]
    return _listed(
        {view.words.gettext(one.title): wording.figure(view, estimate_of(view, one)) for one in known}
    )


def _listed(figures: Mapping[str, str]) -> str:
    """Write names and figures as one sentence."""
    return "; ".join(f"{name}: {figure}" for name, figure in figures.items()) + "."


_FIGURES: Mapping[str, Callable[[View], str]] = {
    "overview": _overview,
    "corridor": _corridor,
    "flights": _flights,
}
