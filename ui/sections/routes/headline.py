"""The answer of the page Routes in one sentence, and which routes it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.lists import format_list

from corridor.freight.availability import worst
from corridor.routing.obtainable import LABELS
from corridor.routing.on_day import less_sure_on
from corridor.routing.sanctioned import ruled_out
from ui.chain import on_day
from ui.chain.itinerary import country
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.memory import piece, today
from ui.evidence.openings import drawn
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.language.text import LOCALES
from ui.look.first_screen import Opening
from ui.look.links import stay
from ui.look.markup import tag, together
from ui.sections.routes import effects, obtainable, words
from ui.sections.routes.answer import answer
from ui.sections.routes.question import ends as question_ends
from ui.sections.routes.question import left_out, question

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from typing import Any

    from markupsafe import Markup

    from corridor.routing.summary import Summary
    from ui.link.view import View
    from ui.sections.routes.answer import Answer

    Row = Mapping[str, Any]

_MAX_STRETCHES = 2
_JOINER = "\u2060"  # keeps a range on one line


def headline(view: View) -> Markup:
    """Write the sentence with what is behind it, and the choice between EU rules and all routes."""
    return piece(view, _headline)


def _headline(view: View) -> Markup:
    """Draw the headline."""
    found = answer(view.dataset, question(view))
    said = opening(view, found)
    if said is None or found.summary is None:
        return tag("div", rules(view), class_="cx-headline")
    basis = None
    if said.basis:
        mark = basis_mark(view, found.rows[found.summary.route_id]["time_h_basis"])
        basis = together(said.basis, mark, _today(view, found, found.summary))
    return tag(
        "div",
        drawn(view, said, basis=basis),
        rules(view),
        obtainable.meanings(view),
        effects.line(view, found),
        class_="cx-headline",
    )


def opening(view: View, found: Answer) -> Opening | None:
    """Say what the best route takes, and what is unsure of it; None without a route."""
    if not found.summary:
        return None
    said, doubt = _sentence(view, found, found.summary)
    basis = ""
    if found.summary.time_is_in_practice:
        text = view.words.gettext("8 of 10 journeys lie between the two ends. {timetable}.")
        row = found.rows[found.summary.route_id]
        basis = text.format(timetable=words.by_timetable(view, row))
    return Opening(sentence=said, doubt=doubt, basis=basis, known="modelled")


def not_today(found: Answer, route: str) -> str:
    """Say how unsure a route is today where the answer, which names no day, has it as surer; else ""."""
    if found.found is None:
        return ""
    hops = found.found.hops[route]
    less_sure = less_sure_on(found.found.dataset, hops, found.question, today())
    return worst(less_sure) if less_sure else ""


def _today(view: View, found: Answer, short: Summary) -> Markup | None:
    """Lead to the answer for today where the best route is less sure then."""
    if not not_today(found, short.route_id):
        return None
    link = stay(view, on_day.answer_of_today(view), date=today(), route=None, step=None, leg=None)
    return together(" ", link)


def rules(view: View) -> Markup:
    """Say which routes are asked for, with one link to the others."""
    asked = question(view)
    hidden = left_out(view, asked.origin, asked.destination)
    if not hidden and view.state.rules == "eu":  # nothing is restricted then, or the ends lie there
        text = view.words.gettext("On this day no rules restrict a country on these routes.")
        return tag("p", text, class_="cx-rules")
    return switch(view, hidden)


def switch(view: View, hidden: Collection[str]) -> Markup:
    """Say which countries are left out, or that none is, with a link to the other choice."""
    _ = view.words.gettext
    if hidden:
        text = _("EU rules: without {countries}").format(countries=_names(view, hidden))
        other, changes = _("Show all routes"), "all"
    else:
        text = _("All routes, those under sanctions too")
        other, changes = _("Only what EU rules allow"), "eu"
    attributes = {"id": "routes-rules", "class_": "cx-tab"}
    gone = {"route": None, "step": None, "leg": None, "compared": ()}
    link = stay(view, other, attributes=attributes, rules=changes, **gone)
    return tag("p", tag("span", text, class_="cx-chip is-fixed"), " ", link, class_="cx-rules")


def made_before(view: View, *, has_key: bool) -> Markup | None:
    """Tell a visitor whose link is older than the choice that it shows all routes, as it did then."""
    if has_key or view.state.rules != "all":
        return None
    _ = view.words.gettext
    hidden = _names(view, ruled_out(view.dataset, view.state.date))
    text = _(
        "This link was made before the page left out {countries} by default. "
        "It shows all routes, as it did then."
    )
    return tag("p", text.format(countries=hidden), class_="cx-note cx-told", role="status")


def _sentence(view: View, found: Answer, short: Summary) -> tuple[str, str]:
    """Write what the best route takes, and what is unsure of it."""
    _ = view.words.gettext
    ends = question_ends(view, found.question)
    without = _("{ends} without {countries}") if short.without else "{ends}"
    asked = [without.format(ends=ends, countries=_names(view, short.without)), on_day.day_in_words(view)]
    text = f"{', '.join(filter(None, asked))}: {figures(view, short)}"
    doubts = (doubt_of(view, found, short), *on_day.not_today(view, not_today(found, short.route_id)))
    doubt = "; ".join(filter(None, doubts))
    return f"{text};" if doubt else f"{text}.", doubt


def figures(view: View, short: Summary) -> str:
    """Write time and cost with their ranges."""
    _ = view.words.gettext
    time, cost = _("time not known"), _("cost not known")
    if short.time_h:
        low, typical, high = (words.days(view, value) for value in short.time_h)
        pattern = (
            _("{typical} days in practice ({low}–{high})")
            if short.time_is_in_practice
            else _("{typical} days ({low}–{high})")
        )
        time = pattern.format(typical=typical, low=low, high=f"{_JOINER}{high}")
        time = _("at least {value}").format(value=time) if short.time_gaps else time
    if short.cost_usd_per_teu:
        typical = fmt.number(short.cost_usd_per_teu[1], view.lang, digits=2)
        cost = _("USD {cost} per TEU").format(cost=typical)
        cost = _("at least {value}").format(value=cost) if short.cost_gaps else cost
    return f"{time}, {cost}"


def doubt_of(view: View, found: Answer, short: Summary) -> str:
    """Say what is unsure of the best route, and where."""
    if short.availability == "running":
        return ""
    legs = [f"{wording.node(view, start)} – {wording.node(view, end)}" for start, end in short.unconfirmed]
    reasons = found.reasons[short.route_id]
    restrictions = [
        _subject(view, by_id(view.dataset, "restrictions")[reason.restriction_id])
        for reason in reasons
        if reason.restriction_id and reason.availability == short.availability
    ]
    seasonal = [
        wording.leg(view, leg)
        for reason, of in reasons.items()
        for leg in of
        if reason.code == "season" and reason.availability == short.availability
    ]
    places = list(dict.fromkeys((*legs, *restrictions, *seasonal)))[:_MAX_STRETCHES]
    label = view.words.gettext(LABELS[short.availability])
    return f"{label}: {format_list(places, locale=LOCALES[view.lang])}" if places else label


def _subject(view: View, row: Row) -> str:
    """Name what a restriction speaks of."""
    kind, id_ = row["subject_type"], row["subject_id"]
    if kind == "country":
        return country(view, id_)
    if kind == "border":
        return " – ".join(country(view, code) for code in id_.split("-"))
    return wording.node(view, id_) if kind == "node" else wording.leg(view, id_)


def _names(view: View, codes: Iterable[str]) -> str:
    """Name countries in a list."""
    names = sorted(country(view, code) for code in codes)
    return format_list(names, locale=LOCALES[view.lang]) if names else ""
