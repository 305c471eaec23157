"""The clearly different routes as cards, and the way from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from babel.lists import format_list

from corridor.charts import figures
from ui.chain.itinerary import country
from ui.language.text import LOCALES
from ui.link.key_values import MAX_COMPARED, MIN_COMPARED
from ui.look.links import stay, way
from ui.look.markup import tag, together
from ui.look.signs import mode_sign
from ui.sections.routes import effects, obtainable, words
from ui.sections.routes.answer import practice_of, telling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.routes.answer import Answer

    Row = Mapping[str, Any]

_KEYS = ("co2e", "distance", "borders", "transhipments")


def cards(view: View, found: Answer, chosen: str) -> Markup:
    """Draw a card a route, that of the chosen one too where it is not among the clearly different ones."""
    ids = [*found.shown, *([chosen] if chosen not in found.shown else [])]
    return tag(
        "ul", *(_card(view, found, id_, is_chosen=id_ == chosen) for id_ in ids), class_="cx-cards cx-routes"
    )


def compare(view: View, found: Answer, chosen: str) -> Markup | None:
    """Lead to the page that puts the chosen route and the other clearly different ones side by side."""
    ids = tuple(dict.fromkeys((chosen, *found.shown)))[:MAX_COMPARED]
    if len(ids) < MIN_COMPARED:
        return None
    numbers = ", ".join(str(found.number(id_)) for id_ in ids)
    text = view.words.gettext("Compare routes {numbers} side by side").format(numbers=numbers)
    return tag("p", way(view, "compare", text, compared=ids), class_="cx-note")


def in_short(view: View, found: Answer) -> Markup:
    """Say which routes are the best on what, and which are shown because they take a different path."""
    _, _n = view.words.gettext, view.words.ngettext
    best = [
        _("route {number}: {leads}").format(
            number=found.number(route_id), leads=words.leads(view, found.leads[route_id])
        )
        for route_id in found.shown
        if route_id in found.leads
    ]
    others = [found.number(route_id) for route_id in found.shown if route_id not in found.leads]
    hidden = len(found.rows) - len(found.shown)
    sentences = [_("Best: {routes}.").format(routes="; ".join(best))] if best else []
    if others:
        text = _n(
            "Route {numbers} is shown because it takes a different path.",
            "Routes {numbers} are shown because they take a different path.",
            len(others),
        )
        numbers = format_list([str(other) for other in others], locale=LOCALES[view.lang])
        sentences.append(text.format(numbers=numbers))
    if hidden:
        text = _n("{count} more in the table below.", "{count} more in the table below.", hidden)
        sentences.append(text.format(count=hidden))
    if found.found is not None and not found.found.finished:
        sentences.append(_("The search was not finished: better routes may be missing."))
    return tag("p", " ".join(sentences), class_="cx-note")


def name(view: View, found: Answer, route: str) -> str:
    """Call a route by its number and by what tells it from the others."""
    return figures.route_name(view, found.number(route), telling(found, route))


def _reasons(view: View, found: Answer, route: str) -> list[str]:
    """Say why a route is shown."""
    if route in found.beaten:
        return [view.words.gettext("a different route; others are better")]
    return words.reasons(
        view,
        found.rows[route],
        found.leads.get(route, ()),
        found.rows.values(),
        found.would_lead.get(route, ()),
    )


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
    through = " – ".join(country(view, code) for code in row["countries"].split("|"))
    practice = practice_of(found, route)
    usual, likely = words.in_practice(view, practice), words.cost_in_practice(view, practice)
    facts = [
        *([("time", _("Time by timetable"))] if usual else []),
        *([("cost", _("Sum of the known costs per TEU"))] if likely else []),
        *((key, _(words.FIGURES[key][2])) for key in _KEYS),
    ]
    had = obtainable.why(view, found, route)
    more = tag(
        "details",
        tag("summary", _("More about it")),
        None if is_chosen else had,
        tag(
            "dl",
            *(tag("div", tag("dt", title), tag("dd", words.figure(view, row, key))) for key, title in facts),
            class_="cx-figures",
        ),
        tag("p", through, class_="cx-through"),
    )
    time, cost = usual or words.figure(view, row, "time"), likely or words.figure(view, row, "cost")
    return tag(
        "li",
        tag("h3", tag("span", str(found.number(route)), class_="cx-number"), link),
        tag(
            "p",
            obtainable.badge(view, found, route),
            *(tag("span", reason, class_="cx-why") for reason in why),
        ),
        had if is_chosen else None,
        effects.on_card(view, found, route),
        tag("div", tag("p", time, class_="cx-big"), tag("p", cost, class_="cx-price"), class_="cx-both"),
        words.far_round(view, row),
        tag("div", tag("p", together(*modes), class_="cx-modes"), more, class_="cx-foot"),
        class_=f"cx-card cx-route is-had-{row['availability']}{' is-chosen' if is_chosen else ''}",
    )
