"""Corridors compared on the same task: ranges drawn, a table, what limits each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts.rivals import ENDS, TITLES, rival_ranges
from corridor.corridors.rivals import rivals
from ui.chain.connections import family_name
from ui.chain.totals import sums
from ui.evidence import wording
from ui.evidence.chips import basis_mark, basis_marks, sources_chip
from ui.evidence.rows import by_id, rows
from ui.language.text import N_
from ui.look.beside_html import ranges
from ui.look.folds import folded_on_phones
from ui.look.links import way as link_to
from ui.look.markup import tag, together
from ui.look.picture_menu import chart_menu
from ui.look.signs import status_sign
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View
    from ui.sections.corridor.choice import Way

    Row = Mapping[str, Any]

ROUTES = "routes"
# What is compared: title, unit, ends of the range (in practice, or of the sum; a sum alone has none).
_PRACTICE, _SUM = ("p10", "p50", "p90"), ("low", "typical", "high")
_FIGURES = {
    "time": ("time_h", N_("Time in practice"), "h", _PRACTICE),
    "timetable": ("time_h", N_("Time by timetable"), "h", ("typical",) * 3),
    "cost": ("cost_usd_per_teu", N_("Cost per TEU in practice"), "USD", _PRACTICE),
    "co2e": ("co2e_kg_per_t", N_("CO₂e per tonne"), "kg/t", _SUM),
    "distance": ("distance_km", N_("Distance"), "km", ("typical",) * 3),
}
_COUNTS = {"borders": N_("Borders"), "transhipments": N_("Transhipments")}


def ends_of(view: View, way: Way) -> tuple[str, str]:
    """Give the places where the chosen corridor starts and ends."""
    chain = [row for row in sums(view.dataset, way.corridor, way.branches)[0] if row["kind"] == "leg"]
    return chain[0]["from_node"], chain[-1]["to_node"]


def rivals_of(view: View, way: Way) -> Sequence[Row]:
    """Give every corridor that does the same work as the chosen one, itself among them."""
    return rows(rivals(view.dataset, *ends_of(view, way)))


def rivals_chart(view: View, found: Sequence[Row], figure: str, corridor: str) -> Chart:
    """Lay the middle and the range of each corridor out on one axis."""
    title = view.words.gettext(TITLES[figure])
    return rival_ranges(view, found, figure, chosen=corridor, title=title)


def charts(view: View, way: Way) -> tuple[Chart, ...]:
    """Lay every figure of the corridor and of its rivals out, each with its range."""
    found = rivals_of(view, way)
    return tuple(rivals_chart(view, found, figure, way.corridor) for figure in ENDS)


def section(view: View, way: Way) -> Markup:
    """Compare every corridor from where the chosen way starts to where it ends."""
    _ = view.words.gettext
    (start, end), found = ends_of(view, way), rivals_of(view, way)
    words = _(
        "The same work for each: from {start} to {end}, by its own legs. Where parts have no figure, the "
        "sum is “at least” and says how many are missing; such a sum does not win over a complete one. "
        "Ranges that overlap leave the order open."
    ).format(start=wording.node(view, start), end=wording.node(view, end))
    charts = tag("div", *(_ranges(view, found, figure_name, way) for figure_name in ENDS), class_="rv-row")
    title = _("Charts of time, cost and CO₂e")
    return together(
        tag("p", words, class_="cx-prose"),
        folded_on_phones(title, charts),
        _table(view, found, way.corridor),
        _limits(view, found),
    )


def _ranges(view: View, found: Sequence[Row], figure: str, way: Way) -> Markup:
    """Draw the middle and the range of each corridor on one axis."""
    chart = rivals_chart(view, found, figure, way.corridor)
    keys = {"corridor": way.corridor, "figure": figure}
    if way.branches:
        keys["via"] = ",".join(way.branches)
    return tag(
        "div", ranges(view, chart, way.corridor, basis_marks(view, chart)), chart_menu(view, chart, keys)
    )


def _table(view: View, found: Sequence[Row], chosen: str) -> Markup:
    """Write the same as a table, with gaps, borders, transhipments and the way to the page Routes."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("Corridor"), is_header=True),
        *(
            Column(key=one, title=_(title), is_figure=True)
            for one, (_name, title, *_rest) in _FIGURES.items()
        ),
        *(Column(key=one, title=_(title), is_count=True) for one, title in _COUNTS.items()),
    )
    lines, family = [], None
    for row in found:
        if row["family"] != family:
            family = row["family"]
            lines.append(Line(cells={"name": family_name(view, row)}, spans=True))
        lines.append(_line(view, row, is_chosen=row["corridor_id"] == chosen))
    return table(
        view,
        lines,
        columns,
        _("Corridors on the same work; in practice 8 of 10 journeys lie in the range"),
        fold="always",
    )


def _line(view: View, row: Row, *, is_chosen: bool) -> Line:
    """Write one corridor."""
    _ = view.words.gettext
    corridor = by_id(view.dataset, "corridors")[row["corridor_id"]]
    name = link_to(view, "corridor", view.words.name(corridor), corridor=row["corridor_id"], via=(), leg=None)
    ends = None
    if not row["is_same_work"]:
        ends = tag(
            "small",
            _("not the same work: from {start} to {end}, for no leg of the data joins the two starts").format(
                start=wording.node(view, row["from_node"]), end=wording.node(view, row["to_node"])
            ),
            class_="rv-apart",
        )
    return Line(
        cells={
            "name": together(
                name, tag("small", status_sign(view, row["status"])), ends, _to_routes(view, row)
            ),
            **{figure_name: _figure(view, row, figure_name) for figure_name in _FIGURES},
            **{count_name: _count(row, count_name) for count_name in _COUNTS},
        },
        class_="is-own" if is_chosen else "",
    )


def _to_routes(view: View, row: Row) -> Markup | None:
    """Link to the page Routes for the same two places, past the place that only this way passes."""
    if row["route_id"] is None:
        return None
    changes = {
        "origin": row["from_node"],
        "destination": row["to_node"],
        "passing": (row["own_node"],) if row["own_node"] else (),
        "route": row["route_id"],
        "step": None,
    }
    return tag("small", link_to(view, ROUTES, view.words.gettext("on the page Routes"), **changes))


def _figure(view: View, row: Row, figure: str) -> Markup:
    """Write one figure with its range, its basis and its gaps."""
    _, _n = view.words.gettext, view.words.ngettext
    name, _title, unit, ends = _FIGURES[figure]
    low, middle, high = (row[f"{name}_{end}"] for end in ends)
    basis = "modelled" if ends == _PRACTICE else row[f"{name}_basis"]
    if middle is None:
        return together("—", basis_mark(view, "missing"))
    gaps = row[f"{name}_gaps"]
    text = wording.size(view, middle, unit, basis)
    words = _n("{count} part without a figure", "{count} parts without a figure", gaps).format(count=gaps)
    band = wording.size_band(view, low, high, unit, basis, beside=middle) if low != high else None
    return together(
        _("at least {value}").format(value=text) if gaps else text,
        basis_mark(view, basis),
        tag("small", band) if band else None,
        tag("small", words) if gaps else None,
    )


def _count(row: Row, criterion: str) -> str:
    """Write a number of borders or transhipments."""
    value = row[f"{criterion}_typical"]
    return "—" if value is None else str(int(value))


def _short_name(view: View, row: Row) -> str:
    """Name a corridor for a narrow space: its family where that has one member, else itself."""
    return view.words.name(by_id(view.dataset, "corridors")[row["corridor_id"]])


def _limits(view: View, found: Sequence[Row]) -> Markup:
    """Write what limits each corridor, with who says so."""
    _ = view.words.gettext
    items = [
        tag(
            "details",
            tag(
                "summary",
                f"{family_name(view, row)}: {_short_name(view, row)} ",
                status_sign(view, row["status"]),
            ),
            tag("p", wording.data_text(view, row["constraint_note"]), class_="cx-prose"),
            tag("p", sources_chip(view, row["sources"])),
            class_="cx-more",
        )
        for row in found
        if row["constraint_note"]
    ]
    title = _("What limits each: sanctions, closures, works, seasons")
    return together(tag("h3", title, class_="cx-sub"), folded_on_phones(_("What limits each"), *items))
