"""The sentence with which the Overview opens: how the two capitals are joined today."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from corridor.pairs.capital_link import CAPITALS, capital_link
from corridor.routing.obtainable import LABELS
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.look import first_screen
from ui.look.links import way
from ui.look.markup import together

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.pairs.capital_link import CapitalLink
    from ui.link.view import View


def sentence(view: View) -> Markup:
    """Say by how many flights and freight routes the capitals are joined, and in how many days."""
    _ = view.words.gettext
    link = capital_link(view.dataset)
    if link is None:
        return first_screen.answer(
            _("How people and goods travel between Kazakhstan and Serbia, by air and by freight.")
        )
    answer = " ".join(part for part in (_flights(view, link), _freight(view, link)) if part)
    doubts = []
    if link.availability not in {"", "running"}:
        doubts.append(_("The quickest: {availability}.").format(availability=_(LABELS[link.availability])))
    if link.gaps:
        doubts.append(_("Some parts of it have no published time."))
    doubt = " ".join(doubts) or None
    return first_screen.answer(
        answer, mark=basis_mark(view, "modelled"), doubt=doubt, basis=_basis(view, link)
    )


def _flights(view: View, link: CapitalLink) -> str:
    """Say how often one can fly without a stop."""
    _ = view.words.gettext
    ends = {"origin": wording.node(view, CAPITALS[0]), "destination": wording.node(view, CAPITALS[1])}
    if link.flights.is_missing:
        return _("{origin} – {destination}: no direct flight is known.").format(**ends)
    words = _("{origin} – {destination}: a direct flight, {often}.")
    return words.format(often=wording.figure(view, link.flights), **ends)


def _freight(view: View, link: CapitalLink) -> str:
    """Say how many freight routes avoid the countries under sanctions, and how long the quickest takes."""
    _, _n = view.words.gettext, view.words.ngettext
    if not link.routes:
        return _("No freight route leads around Russia, Belarus and Iran.")
    routes = _n(
        "{count} freight route around Russia, Belarus and Iran",
        "{count} freight routes around Russia, Belarus and Iran",
        link.routes,
    ).format(count=link.routes)
    if math.isnan(link.p50_h):
        return f"{routes}."
    days = _("the quickest takes {typical} in practice ({band}), {timetable} by timetable.").format(
        typical=wording.size(view, link.p50_h, "h", "modelled"),
        band=wording.size_band(view, link.p10_h, link.p90_h, "h", "modelled", beside=link.p50_h),
        timetable=wording.size(view, link.timetable_h, "h", "modelled"),
    )
    return f"{routes}; {days}"


def _basis(view: View, link: CapitalLink) -> Markup:
    """Say what the range means, and lead to the routes."""
    _ = view.words.gettext
    said = _("Modelled on published times; the range holds 8 of 10 journeys.")
    text = _("All routes")
    routes = way(
        view,
        "routes",
        text,
        origin=CAPITALS[0],
        destination=CAPITALS[1],
        avoid=("BY", "IR", "RU"),
        route=link.route_id or None,
    )
    return together(said, " ", routes)
