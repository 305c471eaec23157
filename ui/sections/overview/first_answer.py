"""The sentence with which the Overview opens: how the two capitals are joined today."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from corridor.pairs.capital_link import CAPITALS, availability_on, capital_link
from corridor.routing.obtainable import LABELS
from ui.chain import on_day
from ui.chain.availability import meanings_in_words
from ui.evidence import wording
from ui.evidence.memory import today
from ui.evidence.openings import drawn
from ui.look.first_screen import Opening
from ui.look.links import way
from ui.look.markup import together

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.pairs.capital_link import CapitalLink
    from ui.link.view import View


def sentence(view: View) -> Markup:
    """Say how the capitals are joined, and lead to the routes."""
    link, said = capital_link(view.dataset), opening(view)
    return drawn(view, said, basis=None if link is None else _with_routes(view, said.basis, link))


def opening(view: View) -> Opening:
    """Say by how many flights and freight routes the capitals are joined, and in how many days."""
    _ = view.words.gettext
    link = capital_link(view.dataset)
    if link is None:
        words = _("How people and goods travel between Kazakhstan and Serbia, by air and by freight.")
        return Opening(sentence=words)
    answer = " ".join(part for part in (_flights(view, link), _freight(view, link)) if part)
    doubts = []
    states = [_(LABELS[link.availability])] if link.availability not in {"", "running"} else []
    today_ = availability_on(view.dataset, link, today())
    states += on_day.not_today(view, today_)
    if states:
        told = "; ".join(states).removesuffix(".")  # a date may end with a full stop
        doubts.append(_("The quickest: {availability}.").format(availability=told))
    if link.gaps:
        doubts.append(_("Some parts of it have no published time."))
    basis = _("Modelled on published times; the range holds 8 of 10 journeys.")
    if meant := meanings_in_words(view, {link.availability, today_} - {"", "running"}):
        basis = f"{basis} {meant}"
    return Opening(sentence=answer, doubt=" ".join(doubts), basis=basis, known="modelled")


def _flights(view: View, link: CapitalLink) -> str:
    """Say how often one can fly without a stop."""
    _ = view.words.gettext
    if link.flights.is_missing:
        return _("{ends} by air: no direct flight is known.").format(ends=_ends(view))
    words = _("{ends} by air: a direct flight, {often}.")
    return words.format(often=wording.figure(view, link.flights), ends=_ends(view))


def _freight(view: View, link: CapitalLink) -> str:
    """Say how many freight routes avoid the countries under sanctions, and how long the quickest takes."""
    _, _n = view.words.gettext, view.words.ngettext
    if not link.routes:
        return _("{ends} by freight: no route around Russia, Belarus and Iran.").format(ends=_ends(view))
    routes = _n(
        "{ends} by freight: {count} route around Russia, Belarus and Iran",
        "{ends} by freight: {count} routes around Russia, Belarus and Iran",
        link.routes,
    ).format(count=link.routes, ends=_ends(view))
    if math.isnan(link.p50_h):
        return f"{routes}."
    days = _("the quickest takes {typical} in practice ({band}), {timetable} by timetable.").format(
        typical=wording.size(view, link.p50_h, "h", "modelled"),
        band=wording.size_band(view, link.p10_h, link.p90_h, "h", "modelled", beside=link.p50_h),
        timetable=wording.size(view, link.timetable_h, "h", "modelled"),
    )
    return f"{routes}; {days}"


def _ends(view: View) -> str:
    """Name both capitals."""
    return " – ".join(wording.node(view, node) for node in CAPITALS)


def _with_routes(view: View, said: str, link: CapitalLink) -> Markup:
    """Put a link to the routes behind what the range means."""
    asked = {"origin": CAPITALS[0], "destination": CAPITALS[1], "avoid": ("BY", "IR", "RU"), "route": None}
    text = view.words.gettext("All routes")
    links: list[object] = [way(view, "routes", text, **(asked | {"route": link.route_id or None}))]
    if availability_on(view.dataset, link, today()):
        links += [" · ", way(view, "routes", on_day.answer_of_today(view), **asked, date=today())]
    return together(said, " ", *links)
