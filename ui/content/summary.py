"""What a view says in one or two sentences with figures, for a message that carries its link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.routing.circuity import is_far_round
from ui.chain.connections import DIRECT_SERVICE
from ui.chain.totals import CRITERIA, sums, typical
from ui.content.conditions import beside_subject
from ui.content.scenarios import scenarios
from ui.evidence import wording
from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.link import nav
from ui.link.key_values import MIN_COMPARED
from ui.sections.compare import choice as compared
from ui.sections.connectivity import frames, reach_map
from ui.sections.connectivity.tables import pair_name
from ui.sections.corridor import choice
from ui.sections.flights import options
from ui.sections.overview.headlines import HEADLINES, estimate_of
from ui.sections.routes import answer, question
from ui.sections.routes.words import FIGURES, amount, days
from ui.sections.scenarios import decision

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.link.view import View
    from ui.sections.routes.answer import Answer

_MAX_FIGURES = 4
_SHOWN = ("time", "cost", "co2e")


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
        Such as "Corridor. Trans-Caspian by Poti (by timetable): Time: at least 12 d 3 h; Distance: 6,800
        km.". What stands in brackets are the conditions of `ui.content.conditions`.
    """
    name, known = subject(view), figures(view)
    told = "; ".join(beside_subject(view))
    parts = (title(view), name)
    head = f"{'. '.join(part for part in parts if part)}{f' ({told})' if told else ''}"
    listed = "; ".join(f"{one}: {figure}" for one, figure in known.items())
    return f"{head}: {listed}." if listed else f"{head}."


def title(view: View) -> str:
    """Title of the page of a view."""
    return view.words.gettext(nav.entry(view.page).title)


def subject(view: View) -> str:
    """Name what the view is about beside its page: a corridor, two ends; empty if nothing is chosen."""
    name = _SUBJECTS.get(view.page)
    return name(view) if name is not None else ""


def figures(view: View) -> Mapping[str, str]:
    """Give the headline figures of a view by their names, four at most."""
    draw = _FIGURES.get(view.page)
    return dict(list(draw(view).items())[:_MAX_FIGURES]) if draw is not None else {}


def _overview(view: View) -> dict[str, str]:
    """Give the first headline figures of the Overview."""
    known = [
        headline
        for headline in HEADLINES
        if view.dataset.has(wording.TABLE_OF[headline.subject_type], headline.subject_id)
    ]
    found = [(headline, estimate_of(view, headline)) for headline in known[:_MAX_FIGURES]]
    return {
        view.words.gettext(headline.title): wording.figure(view, estimate) for headline, estimate in found
    }


def _corridor_name(view: View) -> str:
    """Name the chosen corridor."""
    return wording.subject(view, "corridor", choice.way_of(view).corridor)


def _corridor(view: View) -> dict[str, str]:
    """Give the totals of the chosen corridor."""
    way = choice.way_of(view)
    _chain, totals = sums(view.dataset, way.corridor, way.branches)
    return {view.words.gettext(CRITERIA[key][0]): typical(view, total) for key, total in totals.items()}


def _flights_name(view: View) -> str:
    """Name the two airports."""
    ends = flight_ends(view)
    return " – ".join(wording.node(view, node) for node in ends)


def _flights(view: View) -> dict[str, str]:
    """Give the figures of the direct flight where the view is of it, else how many ways there are."""
    _, _n = view.words.gettext, view.words.ngettext
    ends = flight_ends(view)
    if ends == (options.ORIGIN, options.DESTINATION):
        known = [
            headline
            for headline in HEADLINES
            if headline.subject_id == DIRECT_SERVICE and view.dataset.has("services", DIRECT_SERVICE)
        ]
        return {
            view.words.gettext(headline.title): wording.figure(view, estimate_of(view, headline))
            for headline in known
        }
    kinds = options.connections_between(view, *ends)["kind"].tolist()
    return {
        _("Direct flights"): str(kinds.count("direct")),
        _("Connections with one stop"): str(kinds.count("one-stop")),
    }


def flight_ends(view: View) -> tuple[str, str]:
    """Give the airports of a view, the usual ones where it names none."""
    return (
        options.airport_for(view, view.state.origin, options.ORIGIN),
        options.airport_for(view, view.state.destination, options.DESTINATION),
    )


def _routes_name(view: View) -> str:
    """Name both ends of the question."""
    if view.state.carriage == "air":
        return _flights_name(view)
    return question.ends(view, question.question(view))


def _routes(view: View) -> dict[str, str]:
    """Give the sums of the chosen route, and how many there are."""
    _ = view.words.gettext
    if view.state.carriage == "air":
        return _flights(view)
    found = answer.answer(view.dataset, question.question(view))
    chosen = answer.chosen_route(found, view.state)
    if chosen is None:
        return {}
    row = found.rows[chosen]
    sums_of = {_(FIGURES[word][2]): _amount(view, found, chosen, word) for word in _SHOWN}
    if is_far_round(row["circuity"]):
        sums_of[_("Length by the straight line")] = f"× {fmt.number(row['circuity'], view.lang, digits=2)}"
    return {
        **sums_of,
        _("Best routes"): fmt.number(len(found.rows) - len(found.beaten), view.lang),
    }


def _compare(view: View) -> dict[str, str]:
    """Give the time of each route beside the others."""
    _ = view.words.gettext
    found = answer.answer(view.dataset, question.question(view))
    if len(found.rows) < MIN_COMPARED:
        return {}
    return {
        _("Route {number}").format(number=found.number(route)): _amount(view, found, route, "time")
        for route in compared.chosen(view, found)
    }


def _amount(view: View, found: Answer, route: str, word: str) -> str:
    """Write time or cost of a route in practice with its range, as its page does, else the sum."""
    row = answer.practice_of(found, route)
    name = FIGURES[word][0]
    low, typical, high = (row.get(f"{name}_{end}") if row else None for end in ("p10", "p50", "p90"))
    if low is None or typical is None or high is None:
        return _in_words(view, amount(view, found.rows[route], word))
    if word == "time":
        ends = {"typical": days(view, typical), "low": days(view, low), "high": days(view, high)}
        return view.words.gettext("{typical} days in practice ({low}–{high})").format(**ends)
    ends_ = (fmt.number(value, view.lang, digits=2) for value in (low, high))
    return f"{fmt.quantity(typical, 'USD', view.lang, digits=2)} ({'–'.join(ends_)})"


def _in_words(view: View, text: str) -> str:
    """Say that a sum is a floor in words: the sign for it is not in every font."""
    sign = "≥ "
    words = view.words.gettext("at least {value}")
    return words.format(value=text.removeprefix(sign)) if text.startswith(sign) else text


def _scenarios_name(view: View) -> str:
    """Name the ends, the cities of both countries, or nothing for many questions at once."""
    if view.state.lab in {"fix", "lost"} and not decision.is_pair(view):
        return decision.pair_words(view)
    return "" if view.state.lab == "sweep" else question.ends(view, question.question(view))


def _scenarios(view: View) -> dict[str, str]:
    """Give the figures of the part of the page Scenarios that the address names."""
    return {figure.name: figure.text for figure in scenarios(view).figures}


def _connectivity(view: View) -> dict[str, str]:
    """Give the rank of our pair of countries, and how many places are within reach."""
    _ = view.words.gettext
    view, told = frames.as_asked(view), {}
    if frames.is_ranked(view.dataset):
        found = rows(frames.ranked(view.dataset, view.state))
        ours = next(row for row in found if row["pair"] == frames.OURS)
        if ours["rank"] is not None:
            count = sum(row["rank"] is not None for row in found)
            told[_("Rank among pairs of countries")] = _("{rank} of {count}").format(
                rank=ours["rank"], count=count
            )
    place = reach_map.place_of(view)
    within = frames.within(view.dataset, place, view.state.days)
    reach = _("Places within {days} days of {place}")
    told[reach.format(days=view.state.days, place=wording.node(view, place))] = fmt.number(
        len(within), view.lang
    )
    return told


def _partners_name(view: View) -> str:
    """Name what is selected of the register."""
    state = view.state
    chosen = {"projects": state.project, "agreements": state.paper, "organisations": state.organisation}
    table, id_ = next(((table, one) for table, one in chosen.items() if one), ("", ""))
    return view.words.name(view.dataset.record(table, id_)) if id_ else ""


def _partners(view: View) -> dict[str, str]:
    """Count the register, unless one of its entries is selected."""
    _ = view.words.gettext
    if _partners_name(view):
        return {}
    tables = {"projects": _("Projects"), "agreements": _("Agreements"), "organisations": _("Organisations")}
    return {name: fmt.number(len(view.dataset.table(one)), view.lang) for one, name in tables.items()}


def _sources(view: View) -> dict[str, str]:
    """Count claims and sources."""
    _ = view.words.gettext
    tables = {"claims": _("Claims"), "sources": _("Sources"), "factors": _("Modelling factors")}
    return {name: fmt.number(len(view.dataset.table(one)), view.lang) for one, name in tables.items()}


_SUBJECTS: Mapping[str, Callable[[View], str]] = {
    "corridor": _corridor_name,
    "flights": _flights_name,
    "routes": _routes_name,
    "connectivity": lambda view: pair_name(view, frames.OURS),
    "partners": _partners_name,
    "compare": lambda view: question.ends(view, question.question(view)),
    "scenarios": _scenarios_name,
}
_FIGURES: Mapping[str, Callable[[View], dict[str, str]]] = {
    "overview": _overview,
    "corridor": _corridor,
    "flights": _flights,
    "routes": _routes,
    "compare": _compare,
    "connectivity": _connectivity,
    "scenarios": _scenarios,
    "partners": _partners,
    "sources": _sources,
}
