"""The clearly different routes as cards, and the way from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts import figures
from ui.chain.itinerary import country
from ui.link.key_values import MAX_COMPARED, MIN_COMPARED
from ui.look.links import stay, way
from ui.look.markup import tag, together
from ui.look.signs import mode_sign
from ui.sections.routes import words
from ui.sections.routes.answer import telling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.routes.answer import Answer

    Row = Mapping[str, Any]

_KEYS = ("cost", "co2e", "distance", "borders", "transhipments")


def cards(view: View, found: Answer, chosen: str) -> Markup:
    """Draw a card a route, that of the chosen one too where it is not among the clearly different ones."""
    ids = [*found.shown, *([chosen] if chosen not in found.shown else [])]
    return tag(
        "ul", *(_card(view, found, one, is_chosen=one == chosen) for one in ids), class_="cx-cards cx-routes"
    )


def compare(view: View, found: Answer, chosen: str) -> Markup | None:
    """Lead to the page that puts the chosen route and the other clearly different ones beside each other."""
    ids = tuple(dict.fromkeys((chosen, *found.shown)))[:MAX_COMPARED]
    if len(ids) < MIN_COMPARED:
        return None
    numbers = ", ".join(str(found.number(one)) for one in ids)
    text = view.words.gettext("Compare routes {numbers} side by side").format(numbers=numbers)
    return tag("p", way(view, "compare", text, compared=ids), class_="cx-note")


def in_short(view: View, found: Answer) -> Markup:
    """Say how many routes there are, how many are shown, and how they were judged."""
    _, _n = view.words.gettext, view.words.ngettext
    count, beaten = len(found.rows) - len(found.beaten), len(found.beaten)
    sentences = [
        _n(
            "{count} best route: none is better on every criterion.",
            "{count} best routes: none is better on every criterion.",
            count,
        ).format(count=count),
        _n(
            "{count} clearly different one is shown.",
            "{count} clearly different ones are shown.",
            len(found.shown),
        ).format(count=len(found.shown)),
        _n(
            "{count} of the routes shown is worse on every criterion, but takes a different path.",
            "{count} of the routes shown are worse on every criterion, but take a different path.",
            beaten,
        ).format(count=beaten)
        if beaten
        else "",
        _("Choose a route to see it on the map and step by step."),
    ]
    if found.found is not None and not found.found.finished:
        sentences.append(_("The search was not finished: better routes may be missing."))
    return tag("p", " ".join(one for one in sentences if one), class_="cx-note")


def name(view: View, found: Answer, route: str) -> str:
    """Call a route by its number and by what tells it from the others."""
    return figures.route_name(view, found.number(route), telling(found, route))


def _reasons(view: View, found: Answer, route: str) -> list[str]:
    """Say why a route is shown."""
    if route in found.beaten:
        return [view.words.gettext("a different route; others are better")]
    return words.reasons(view, found.rows[route], found.leads.get(route, ()), found.rows.values())


def _card(view: View, found: Answer, route: str, *, is_chosen: bool) -> Markup:
    """Draw one card; all of it is one link."""
    _ = view.words.gettext
    row = found.rows[route]
    link = stay(
        view,
        words.title(view, telling(found, route)),
        attributes={
            "id": f"card-{route}",
            "aria_current": "true" if is_chosen else None,
            "class_": "cx-route-link",
        },
        route=route,
        step=None,
        leg=None,
    )
    why = _reasons(view, found, route) if route in found.shown else [_("your choice")]
    modes = [mode_sign(view, mode) for mode in row["modes"].split("|")]
    facts = [
        tag("div", tag("dt", _(words.FIGURES[key][2])), tag("dd", words.figure(view, row, key)))
        for key in _KEYS
    ]
    through = " – ".join(country(view, code) for code in row["countries"].split("|"))
    return tag(
        "li",
        tag("h3", tag("span", str(found.number(route)), class_="cx-number"), link),
        tag("p", *(tag("span", one, class_="cx-why") for one in why)),
        tag("p", words.figure(view, row, "time"), class_="cx-big"),
        words.far_round(view, row),
        tag("dl", *facts, class_="cx-figures"),
        tag("p", together(*modes), class_="cx-modes"),
        tag("p", through, class_="cx-through"),
        class_=f"cx-card cx-route{' is-chosen' if is_chosen else ''}",
    )
