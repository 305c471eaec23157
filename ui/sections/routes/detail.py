"""The chosen route: the way through its steps, what is published of it, how sure, what it emits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts.journeys import drawn_journeys, journeys_of
from corridor.charts.journeys import told as told_of_dots
from corridor.columns.chain import EMISSIONS_TABLE
from corridor.errors import ChartError
from corridor.evidence.figures import leg_figure
from ui.chain import itinerary, stretches
from ui.chain import leg_table as journey
from ui.chain.totals import part_name
from ui.evidence import wording
from ui.evidence.chips import basis_mark, source_link, subject_chip
from ui.evidence.figure_keys import LegFigure
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.look.beside_html import dots
from ui.look.headings import heading_of
from ui.look.links import stay, way
from ui.look.markup import tag, together
from ui.look.picture_menu import chart_menu
from ui.look.signs import mode_sign, status_sign, work_sign
from ui.look.tables import Column, Line, table
from ui.sections.routes import words
from ui.sections.routes.cards import name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View
    from ui.sections.routes.answer import Answer, Detail

    Row = Mapping[str, Any]

_NAMED_PARTS = 3


def steps_bar(view: View, shown: Detail, step: Row | None) -> Markup:
    """Say which step is chosen, and offer the one before and the one after."""
    _ = view.words.gettext
    count = len(shown.steps)
    at = step["position"] if step else 0
    before = _neighbour(view, shown, at - 1, _("Previous step"), "step-before")
    after = _neighbour(view, shown, at + 1, _("Next step"), "step-after")
    if step is None:
        told: Markup | str = _("{count} steps. Go through them one by one: the map follows.").format(
            count=count
        )
    else:
        sign = mode_sign if step["kind"] == "leg" else work_sign
        told = together(
            tag("b", _("Step {position} of {count}").format(position=at, count=count)),
            " · ",
            sign(view, step["mode" if step["kind"] == "leg" else "work"], words.step_name(view, step)),
            " · ",
            words.step_time(view, step),
            basis_mark(view, step["time_h_basis"]),
        )
    return tag(
        "div",
        before,
        after,
        tag("p", told, aria_live="polite"),
        class_="cx-stepbar",
        data_steps=True,
        role="group",
        aria_label=_("Steps of the route"),
    )


def resembles(view: View, shown: Detail) -> Markup | None:
    """Name the corridor on which most of the route lies, and what limits that."""
    _ = view.words.gettext
    if shown.resembles is None:
        return None
    corridor_id, share = shown.resembles
    row = by_id(view.dataset, "corridors")[corridor_id]
    link = way(view, "corridor", view.words.name(row), corridor=corridor_id, via=(), step=None)
    part = fmt.quantity(round(100 * share), "%", view.lang)
    words = _("{share} of its length is part of the corridor").format(share=part)
    limits = row["constraint_note"]
    return tag(
        "div",
        tag("p", words, " ", link, ". ", status_sign(view, row["status"])),
        tag("p", tag("b", _("What limits it:")), " ", wording.data_text(view, limits)) if limits else None,
        class_="cx-prose cx-resembles",
    )


def written(view: View, shown: Detail, step: Row | None) -> Markup:
    """Write the chosen route as an itinerary."""
    return itinerary.in_words(view, shown.itinerary, position=step["position"] if step else None)


def leg_table(view: View, shown: Detail, step: Row | None) -> Markup:
    """Write the leg table, with the chosen step pointed out."""
    return journey.leg_table(view, shown.steps, position=step["position"] if step else None)


def published(view: View, shown: Detail) -> Markup:
    """Put what is published end to end, or of stretches, beside our sum."""
    return stretches.table_of(
        view,
        shown.stretches,
        shown.steps,
        empty=view.words.gettext("None of our sources gives a time for this route or a section of it."),
    )


def journeys_chart(view: View, shown: Detail, found: Answer) -> Chart:
    """
    Lay twenty journeys on the route out by their time.

    Raises
    ------
    ChartError
        If no part of the route has a known time.
    """
    route = journeys_of(name(view, found, shown.route), shown.likely)
    return drawn_journeys(view, {shown.route: route}, title=view.words.gettext("How sure is the time?"))


def likely(view: View, shown: Detail, found: Answer) -> Markup:
    """Say how long it is likely to take, draw twenty journeys, and say what the spread hangs on."""
    _ = view.words.gettext
    try:
        chart = journeys_chart(view, shown, found)
    except ChartError:
        told = _("No part of this route has a known time, so nothing can be said of how long it takes.")
        return tag("p", told, basis_mark(view, "missing"), class_="cx-prose")
    parts = [
        part_name(view, row["part"], shown.steps) for row in shown.spread_by[:_NAMED_PARTS] if row["share"]
    ]
    hangs = _("Most of the spread comes from: {parts}.").format(parts="; ".join(parts)) if parts else ""
    gaps = shown.likely["gaps"]
    floor = _("Minimum values: {parts}.").format(parts=words.unknown(view, gaps)) if gaps else ""
    how = _("One model for all: a delay that all parts share, and a spread by kind of work.")
    rest = " ".join(one for one in (told_of_dots(view), hangs, floor, how) if one)
    keys = {**found.question.as_keys(), "routes": shown.route}
    return together(
        dots(chart, {shown.route: basis_mark(view, "modelled")}),
        tag("p", rest, class_="cx-prose"),
        chart_menu(view, chart, keys),
    )


def emissions_table(view: View, shown: Detail) -> Markup:
    """List the transport chain elements with their emissions."""
    _ = view.words.gettext
    columns = (
        heading_of(view, EMISSIONS_TABLE, "element", kind="header"),
        heading_of(view, EMISSIONS_TABLE, "distance_km", key="distance", kind="figure"),
        Column(key="factor", title=_("Factor"), is_figure=True),
        Column(key="scope", title=_("Scope, year")),
        heading_of(view, EMISSIONS_TABLE, "co2e_kg_per_t", key="co2e", kind="figure"),
    )
    lines = [_element(view, row) for row in shown.emissions]
    caption = _(
        "Emissions by ISO 14083: transport legs, and hub operations for which no factor is in the data"
    )
    known = by_id(view.dataset, "factors")
    used = dict.fromkeys(row["factor_id"] for row in shown.emissions if row["factor_id"])
    sources = dict.fromkeys(known[one]["source_id"] for one in used)
    stated = (
        tag("ul", *(tag("li", source_link(view, one)) for one in sources), class_="cx-list")
        if sources
        else None
    )
    return together(
        table(view, lines, columns, caption),
        tag("p", _("Factors from:"), class_="cx-note") if sources else None,
        stated,
    )


def _element(view: View, row: Row) -> Line:
    """Write one element."""
    _ = view.words.gettext
    if row["element"] == "hub":
        place = wording.node(view, row["node_id"])
        name = together(_("Hub operation"), ": ", work_sign(view, row["work"]), " · ", place)
        return Line(
            cells={"element": name, "co2e": together("—", basis_mark(view, "missing"))}, class_="is-work"
        )
    factor = by_id(view.dataset, "factors").get(row["factor_id"], {})
    leg = row["leg_id"]
    distance = leg_figure(view.dataset, leg, "distance_km")
    return Line(
        cells={
            "element": mode_sign(view, row["mode"], journey.leg_name(view, row)),
            "distance": subject_chip(
                view, "leg", leg, "distance_km", distance, asked=LegFigure(leg, "distance_km")
            ),
            "factor": together(
                fmt.quantity(factor.get("value"), row["factor_unit"], view.lang) if factor else "—",
                basis_mark(view, "published" if factor else "missing"),
            ),
            "scope": ", ".join(str(one) for one in (row["scope"], row["year"]) if one),
            "co2e": together(
                "—"
                if row["co2e_kg_per_t"] is None
                else wording.size(view, row["co2e_kg_per_t"], "kg/t", "modelled"),
                basis_mark(view, row["basis"]),
            ),
        }
    )


def _neighbour(view: View, shown: Detail, position: int, text: str, id_: str) -> Markup:
    """Link to a step, or a mute text where there is none."""
    if not 1 <= position <= len(shown.steps):
        return tag("span", text, class_="cx-tab is-mute", aria_disabled="true")
    row = shown.steps[position - 1]
    return stay(view, text, attributes={"id": id_, "class_": "cx-tab"}, step=position, leg=row["leg_id"])
