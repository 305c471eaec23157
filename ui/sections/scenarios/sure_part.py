"""The part "How sure": how often one route is quicker than another, and which hour matters most."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import streamlit as st
from babel.lists import format_list

from corridor.charts.journeys import drawn_journeys, journeys_of
from corridor.charts.tornado import tornado
from corridor.errors import ChartError, CorridorError
from corridor.freight.arrays import MODES
from corridor.publication.content import Cell, Figure, Table
from ui.evidence import wording
from ui.language import format as fmt
from ui.language.text import LOCALES
from ui.link import address
from ui.look.first_screen import Opening
from ui.look.modes import LOOKS
from ui.map.scene import Alternative, Scene
from ui.sections.routes.question import freight_places, option, question
from ui.sections.routes.table import passed_ports
from ui.sections.scenarios import decision
from ui.sections.scenarios.decision import Decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corridor.charts.chart import Chart
    from corridor.questions.tables import Answer
    from ui.link.view import View

    Row = Mapping[str, Any]

VERB = "how-sure"
_PER_CENT = 100
_SURE, _MAX_PARTS = 0.9, 15
_MAX_RIVALS, _MAX_NAMED = 2, 2


def choose(view: View) -> None:
    """Let the visitor name a place of each of the two routes; the address holds both."""
    _ = view.words.gettext
    places = freight_places(view)
    key = "bound-rivals"
    st.session_state[key] = [place for place in view.state.rivals if place in places]
    st.multiselect(
        _("Compare the routes by these two places"),
        places,
        format_func=lambda place: option(view, place),
        max_selections=_MAX_RIVALS,
        placeholder=_("without a choice: the first two different routes, or today and the scenario"),
        select_all=False,
        key=key,
        on_change=_take,
        args=(key,),
    )


def decide(view: View) -> Decision:
    """Say how sure it is that one route is quicker than the other."""
    _ = view.words.gettext
    keys = decision.asked_keys(view, VERB)
    keys |= dict(zip(("first", "second"), view.state.rivals, strict=False))
    if view.state.scenario and len(view.state.rivals) < _MAX_RIVALS:
        keys["compare"] = "scenario"
    answer = decision.ask(view, VERB, keys)
    if isinstance(answer, CorridorError):
        return decision.failed(view, answer, _scene(view, ()))
    sides = decision.lines_of(answer, "how_sure")
    order = decision.lines_of(answer, "order")[0]
    is_scenario = keys.get("compare") == "scenario"
    names = [_("Today"), _("Under the scenario")] if is_scenario else _names(view, sides)
    return Decision(
        opening=_opening(view, names, sides, order),
        figures=_figures(view, names, sides, order),
        scene=_scene(view, sides, names),
        map_in_words="; ".join(names),
        tables=(_sides(view, names, sides), _tornado(view, names, answer)),
        charts=tuple(_charts(view, names, sides, answer)),
        shown=decision.shown_of(VERB, keys, answer),
        sources=decision.sources_of_legs(
            view, (leg for row in sides for leg in row["legs"].split("|") if view.dataset.has("legs", leg))
        ),
        note=_("{count} draws, seed {seed}. What both routes share is drawn once for both.").format(
            count=fmt.number(order["samples"], view.lang), seed=order["seed"]
        ),
    )


def _names(view: View, sides: Sequence[Row]) -> list[str]:
    """Call both routes by the place that the address names, or by ports that only one of them passes."""
    passed = [passed_ports(view, row) for row in sides]
    told = []
    for at, ports in enumerate(passed):
        own = [port for port in ports if port not in passed[1 - at]][:_MAX_NAMED]
        told.append(_named(view, at, list(view.state.rivals[at : at + 1]) or own))
    return told


def _named(view: View, at: int, places: Sequence[str]) -> str:
    """Call a route by places, or by its number where nothing tells it from the other."""
    _ = view.words.gettext
    if not places:
        return _("Route {number}").format(number=at + 1)
    listed = format_list([wording.node(view, place) for place in places], locale=LOCALES[view.lang])
    return _("by {places}").format(places=listed)


def share_words(view: View, share: float | None) -> str:
    """Write a probability as so many of a hundred journeys."""
    _ = view.words.gettext
    if share is None:
        return _("not known")
    return _("{share} of 100").format(share=fmt.number(round(share * _PER_CENT), view.lang))


def _opening(view: View, names: Sequence[str], sides: Sequence[Row], order: Row) -> Opening:
    """Say in how many of a hundred journeys the likelier route is quicker."""
    _ = view.words.gettext
    share = order["share"]
    if share is None:
        return Opening(sentence=_("How sure it is cannot be said: no time is known of one of the routes."))
    is_first = share >= 1 - share
    quicker, other = names if is_first else names[::-1]
    likely = share if is_first else 1 - share
    text = _(
        "The route {quicker} is quicker than the route {other} in {share} journeys: {time} against {second}"
    )
    numbered = {_named(view, at, ()) for at in range(_MAX_RIVALS)}
    if {quicker, other} & {_("Today"), _("Under the scenario"), *numbered}:
        text = _("{quicker}: quicker in {share} journeys, {time} against {second} ({other})")
    times = [decision.size_in_words(view, row["p50"]) if row["p50"] is not None else "" for row in sides]
    time, second = times if is_first else times[::-1]
    said = text.format(
        quicker=quicker, other=other, share=share_words(view, likely), time=time, second=second
    )
    observed = order["observed_share"]
    doubt = ""
    if observed is not None:
        seen = observed if is_first else 1 - observed
        doubt = _("by observed claims only: {share}.").format(share=share_words(view, seen))
    if likely < _SURE:
        doubt = f"{_('that is not sure')}; {doubt}" if doubt else f"{_('that is not sure')}."
    basis = _("Times in practice, drawn from the model; error of the draws ± {error} of 100.").format(
        error=fmt.number(order["error"] * _PER_CENT, view.lang, digits=1)
    )
    text = _("Of {count} legs and works of both routes, {observed} have an observed time.")
    seen_in_words = text.format(
        count=fmt.number(sum(row["parts"] for row in sides), view.lang),
        observed=fmt.number(sum(row["observed"] for row in sides), view.lang),
    )
    basis = f"{basis} {seen_in_words}"
    return Opening(sentence=f"{said};" if doubt else f"{said}.", doubt=doubt, basis=basis, known="modelled")


def _figures(view: View, names: Sequence[str], sides: Sequence[Row], order: Row) -> tuple[Figure, ...]:
    """Give the probability, and the time of each route with its range."""
    _ = view.words.gettext
    known = [
        Figure(
            id=f"time-{row['side']}",
            name=name,
            text=decision.size_in_words(view, row["p50"]),
            range_text=_("{band}, 8 of 10").format(band=_band(view, row)),
            basis="modelled",
        )
        for name, row in zip(names, sides, strict=True)
        if row["p50"] is not None
    ]
    share = Figure(
        id="share",
        name=_("{first} is quicker").format(first=names[0]),
        text=share_words(view, order["share"]),
        range_text=_("{share} by observed claims only").format(
            share=share_words(view, order["observed_share"])
        ),
        basis="modelled" if order["share"] is not None else "missing",
    )
    return (share, *known)


def _band(view: View, row: Row) -> str:
    """Write the range of a time in practice."""
    return f"{decision.size_in_words(view, row['p10'])} – {decision.size_in_words(view, row['p90'])}"


def _sides(view: View, names: Sequence[str], sides: Sequence[Row]) -> Table:
    """Write both routes: by timetable, in practice, and how many of their parts were observed."""
    _ = view.words.gettext
    of = _("{count} of {pairs}")
    lines = tuple(
        (
            decision.words_cell(name),
            decision.hours_cell(view, row["timetable"]),
            decision.hours_cell(view, row["p50"], band=_band(view, row) if row["p50"] is not None else ""),
            decision.hours_cell(view, row["observed_p50"]),
            decision.words_cell(of.format(count=row["observed"], pairs=row["parts"])),
            decision.count_cell(view, row["gaps"]),
        )
        for name, row in zip(names, sides, strict=True)
    )
    heads = (
        _("Route"),
        _("Time by timetable"),
        _("Time in practice"),
        _("By observed claims only"),
        _("Parts observed"),
        _("Parts not known"),
    )
    return Table(
        id="how_sure", title=_("Both routes"), heads=heads, rows=lines, units=("", "h", "h", "h", "", "")
    )


def _tornado(view: View, names: Sequence[str], answer: Answer) -> Table:
    """Write which part moves the result most."""
    _ = view.words.gettext
    of_side = dict(zip(("first", "second"), names, strict=True))
    found = sorted(decision.lines_of(answer, "tornado"), key=lambda row: -row["swing"])[:_MAX_PARTS]
    lines = tuple(
        (
            decision.words_cell(decision.part_words(view, row)),
            decision.words_cell(of_side[row["side"]]),
            decision.hours_cell(view, row["swing"]),
            decision.words_cell(_("yes") if row["is_shared"] else _("no")),
            _share_cell(view, row["share_if_quick"]),
            _share_cell(view, row["share_if_slow"]),
        )
        for row in found
    )
    heads = (
        _("Part"),
        _("Route"),
        _("Quick to slow, difference"),
        _("On both routes"),
        _("{first} is quicker, if this is quick").format(first=names[0]),
        _("{first} is quicker, if this is slow").format(first=names[0]),
    )
    title = _("Which hour matters most")
    return Table(id="tornado", title=title, heads=heads, rows=lines, units=("", "", "h", "", "", ""))


def _share_cell(view: View, share: float | None) -> Cell:
    """Write a probability; nothing where it does not apply."""
    if share is None:
        return Cell(text="")
    return Cell(text=share_words(view, share), number=share, basis="modelled")


def _charts(view: View, names: Sequence[str], sides: Sequence[Row], answer: Answer) -> Iterator[Chart]:
    """Draw twenty journeys of each route, then which hour matters most on the first."""
    _ = view.words.gettext
    drawn = {row["side"]: journeys_of(name, row) for name, row in zip(names, sides, strict=True)}
    first = [row for row in decision.lines_of(answer, "tornado") if row["side"] == "first"]
    with suppress(ChartError):
        yield drawn_journeys(view, drawn, title=_("How long the journeys take"))
    with suppress(ChartError):
        yield tornado(view, first, title=f"{_('Which hour matters most')}: {names[0]}")


def _scene(view: View, sides: Sequence[Row], names: Sequence[str] = ()) -> Scene:
    """Draw both routes side by side."""
    _ = view.words.gettext
    asked, every = question(view), view.dataset.legs
    drawn = tuple(
        Alternative(
            id=row["side"],
            label=str(at + 1),
            title=name,
            legs=tuple(leg for leg in row["legs"].split("|") if leg),
            look=LOOKS[at],
            key=name,
        )
        for at, (name, row) in enumerate(zip(names, sides, strict=False))
    )
    legs = {leg for alternative in drawn for leg in alternative.legs}
    places = [node for row in sides for node in row["nodes"].split("|")]
    return Scene(
        context=tuple(every.loc[every["mode"].isin(MODES) & ~every["leg_id"].isin(legs), "leg_id"]),
        nodes=tuple(dict.fromkeys([asked.origin, asked.destination, *places])),
        alternatives=drawn,
        origin=asked.origin,
        destination=asked.destination,
        preset=view.state.preset,
        title=_("Map of the two routes"),
    )


def _take(key: str) -> None:
    """Write the places of both routes to the address."""
    address.write(rivals=tuple(st.session_state[key]))
