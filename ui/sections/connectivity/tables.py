"""How pairs of countries and of cities are joined: a matrix of one measure, a table of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from corridor.freight.arrays import network
from corridor.pairs import country_pairs
from ui.chain.itinerary import country
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.language.text import N_
from ui.link import address
from ui.link.key_values import MEASURES
from ui.link.state import State
from ui.look.links import fresh
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table
from ui.sections.connectivity import frames
from ui.sections.routes.words import COUNTED, FIGURES, unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

WAYS = N_("Clearly different routes")
# What the page Routes is asked to care about, by the measure from which one comes.
_WISHES = {"cost": "cheapest", "co2e": "cleanest", "borders": "fewest", "transhipments": "fewest"}
_MAX_ROWS = 10


def choose_measure(view: View) -> str:
    """Let the visitor choose what the matrices show; the address holds the choice."""
    _ = view.words.gettext
    st.segmented_control(
        _("What the tables show"),
        list(MEASURES),
        format_func=lambda one: _(title(one)),
        required=True,
        **address.bound(view.state, "measure"),
    )
    return view.state.measure


def title(measure: str) -> str:
    """Name a measure, as a msgid."""
    return WAYS if measure == "ways" else FIGURES[measure][2]


def country_matrix(view: View, measure: str) -> Markup:
    """Write the best of one measure, countries of the east by countries of the west."""
    _ = view.words.gettext
    found = {row["pair"]: row for row in rows(frames.countries(view.dataset))}
    east = [code for code in country_pairs.EAST if any(pair.startswith(f"{code}-") for pair in found)]
    west = [code for code in country_pairs.WEST if any(pair.endswith(f"-{code}") for pair in found)]
    columns = [Column(key="name", title=_("From"), is_header=True)]
    columns += [_column(measure, code, country(view, code)) for code in west]
    lines = [
        Line(
            cells={
                "name": country(view, start),
                **{end: _of_countries(view, found[f"{start}-{end}"], measure) for end in west},
            }
        )
        for start in east
    ]
    caption = _("{measure}: the best between any two places of the two countries; a figure opens its routes")
    return table(view, lines, columns, caption.format(measure=_(title(measure))), class_="cx-joined")


def city_matrix(view: View, measure: str) -> Markup:
    """Write one measure, cities of Kazakhstan by cities of Serbia."""
    _ = view.words.gettext
    found = rows(frames.cities(view.dataset))
    pairs = {(row["origin"], row["destination"]): row for row in found}
    starts, ends = (list(dict.fromkeys(row[end] for row in found)) for end in ("origin", "destination"))
    columns = [Column(key="name", title=_("From"), is_header=True)]
    columns += [_column(measure, node_id, wording.node(view, node_id)) for node_id in ends]
    lines = [
        Line(
            cells={
                "name": wording.node(view, start),
                **{end: _of_places(view, pairs[start, end], measure) for end in ends},
            }
        )
        for start in starts
    ]
    caption = _("{measure}: cities of Kazakhstan by cities of Serbia; a figure opens its routes")
    return table(view, lines, columns, caption.format(measure=_(title(measure))), class_="cx-joined")


def country_table(view: View) -> Markup:
    """Write every measure of every pair of countries."""
    _ = view.words.gettext
    lines = [
        Line(
            cells={
                "name": together(
                    pair_name(view, row["pair"]),
                    tag("small", _joined(view, row)),
                ),
                **{measure: _of_countries(view, row, measure, with_places=True) for measure in MEASURES},
            },
            class_="is-selected" if row["pair"] == frames.OURS else "",
        )
        for row in rows(frames.countries(view.dataset))
    ]
    caption = _("Every pair of countries; under each figure the two places it was found between")
    return table(view, lines, _all_columns(view, _("Countries")), caption, class_="cx-pairs", fold="never")


def city_table(view: View) -> Markup:
    """Write every measure of every pair of cities."""
    _ = view.words.gettext
    lines = [
        Line(
            cells={
                "name": f"{wording.node(view, row['origin'])} – {wording.node(view, row['destination'])}",
                **{measure: _of_places(view, row, measure) for measure in MEASURES},
            }
        )
        for row in rows(frames.cities(view.dataset))
    ]
    caption = _(
        "Every pair of cities. Each figure is the best on its own; the figures may belong to "
        "different routes."
    )
    return table(view, lines, _all_columns(view, _("Cities")), caption, class_="cx-pairs", fold="never")


def all_figures(view: View) -> Markup:
    """Fold away the tables of every measure, and which places they are between."""
    _ = view.words.gettext
    return together(
        tag(
            "details",
            tag("summary", _("All figures of every pair of countries")),
            country_table(view),
            class_="cx-more",
        ),
        tag(
            "details",
            tag("summary", _("All figures of every pair of cities")),
            city_table(view),
            class_="cx-more",
        ),
        places_told(view),
    )


def pair_name(view: View, pair: str) -> str:
    """Name a pair of countries by its id."""
    return " – ".join(country(view, code) for code in pair.split("-"))


def places_told(view: View) -> Markup:
    """Say which places stand for each country."""
    _ = view.words.gettext
    net = network(view.dataset)
    known = [
        (code, country_pairs.places_of(net, code)) for code in (*country_pairs.EAST, *country_pairs.WEST)
    ]
    items = [
        tag(
            "li",
            tag("b", country(view, code)),
            ": ",
            ", ".join(wording.node(view, place) for place in places),
        )
        for code, places in known
        if places
    ]
    return tag(
        "details",
        tag("summary", _("Which places stand for each country")),
        tag(
            "p",
            _(
                "Capitals, industrial towns, terminals and gateway ports of our network, where freight "
                "starts or ends; junctions and border stations are left out. With more places a country has "
                "more chances to be best, so that the lists are short."
            ),
            class_="cx-note",
        ),
        tag("ul", *items, class_="cx-list"),
        class_="cx-more",
    )


def _all_columns(view: View, heading: str) -> list[Column]:
    """Columns of a table of all measures."""
    _ = view.words.gettext
    return [
        Column(key="name", title=heading, is_header=True),
        *(_column(measure, measure, _(title(measure))) for measure in MEASURES),
    ]


def _column(measure: str, key: str, heading: str) -> Column:
    """Column of one measure."""
    is_count = measure == "ways" or measure in COUNTED
    return Column(key=key, title=heading, is_figure=not is_count, is_count=is_count)


def _of_countries(view: View, row: Row, measure: str, *, with_places: bool = False) -> Markup:
    """Write one measure of a pair of countries, with the way to the routes of the places it is of."""
    column = "different" if measure == "ways" else FIGURES[measure][0]
    ends = row[f"{column}_origin"], row[f"{column}_destination"]
    named = (
        tag("small", f"{wording.node(view, ends[0])} – {wording.node(view, ends[1])}")
        if with_places and ends[0]
        else None
    )
    figure = together(_figure(view, row, measure, ends), named)
    is_ours = row["pair"] == frames.OURS and not with_places
    return tag("div", figure, class_="cx-ours") if is_ours else figure


def _of_places(view: View, row: Row, measure: str) -> Markup:
    """Write one measure of a pair of places."""
    return _figure(view, row, measure, (row["origin"], row["destination"]))


def _figure(view: View, row: Row, measure: str, ends: tuple[str | None, str | None]) -> Markup:
    """Write a figure with its basis and gaps; it links to its routes."""
    _ = view.words.gettext
    if measure == "ways":
        text = fmt.number(row["different"], view.lang)
        if row["different"] >= _MAX_ROWS:
            text = _("{count} or more").format(count=text)
        return together(_to_routes(view, text, ends, {}))
    column, unit, _label = FIGURES[measure]
    value, basis, gaps = (row[f"{column}_{part}"] for part in ("least", "basis", "gaps"))
    if value is None or not basis:
        words = _("not known") if row.get("joined", row.get("routes")) else _("no route")
        return together(tag("span", words, class_="none"), basis_mark(view, "missing"))
    chosen = {"wish": _WISHES[measure]} if measure in _WISHES else {"route": row[f"{column}_route"]}
    if measure in COUNTED:
        return together(_to_routes(view, fmt.number(value, view.lang), ends, chosen))
    words = wording.size(view, value, unit, basis)
    text = _("at least {value}").format(value=words) if gaps else words
    return together(
        _to_routes(view, text, ends, chosen),
        basis_mark(view, basis),
        tag("small", unknown(view, gaps), class_="gaps") if gaps else None,
    )


def _to_routes(
    view: View, text: str, ends: tuple[str | None, str | None], fields: Mapping[str, Any]
) -> Markup:
    """Link to the routes between two places."""
    held = {"avoid": view.state.avoid, "rules": view.state.rules or "all"}
    state = State(lang=view.lang, origin=ends[0], destination=ends[1], **held, **fields)
    return fresh("routes", text, state)


def _joined(view: View, row: Row) -> str:
    """Say how many pairs of places were looked at and how many of them have a route."""
    _, _n = view.words.gettext, view.words.ngettext
    count = row["city_pairs"]
    looked = _n("{count} pair of places", "{count} pairs of places", count).format(count=count)
    if row["joined"] == count:
        return looked
    return _("{looked}, {count} connected").format(looked=looked, count=row["joined"])
