"""Corridors beside each other on the same work: ranges drawn, a table, what limits each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts.axis import ceiling
from corridor.corridors.rivals import rivals
from ui.chain.connections import family_name
from ui.chain.totals import sums
from ui.evidence import wording
from ui.evidence.chips import basis_mark, sources_chip
from ui.evidence.rows import by_id, rows
from ui.language.text import N_
from ui.look.links import way as link_to
from ui.look.markup import tag, together
from ui.look.signs import status_sign
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.corridor.choice import Way

    Row = Mapping[str, Any]

ROUTES = "routes"
_HOURS_IN_DAY = 24
# Title and unit of what is compared as a range.
_RANGES = {
    "time_h": (N_("Time"), "h"),
    "cost_usd_per_teu": (N_("Cost per TEU"), "USD/TEU"),
    "co2e_kg_per_t": (N_("CO₂e per tonne"), "kg/t"),
}
_FIGURES = _RANGES | {"distance_km": (N_("Distance"), "km")}
_COUNTS = {"borders": N_("Borders"), "transhipments": N_("Transhipments")}


def section(view: View, way: Way) -> Markup:
    """Compare every corridor from where the chosen way starts to where it ends."""
    _ = view.words.gettext
    chain = [row for row in sums(view.dataset, way.corridor, way.branches)[0] if row["kind"] == "leg"]
    start, end = chain[0]["from_node"], chain[-1]["to_node"]
    found = rows(rivals(view.dataset, start, end))
    words = _(
        "The same work for each: from {start} to {end}, by its own legs. Where parts have no figure, the "
        "sum is “at least” and says how many are missing; such a sum does not win over a complete one. "
        "Ranges that overlap leave the order open."
    ).format(start=wording.node(view, start), end=wording.node(view, end))
    charts = tag("div", *(_ranges(view, found, one, way.corridor) for one in _RANGES), class_="rv-row")
    return together(
        tag("p", words, class_="cx-prose"), charts, _table(view, found, way.corridor), _limits(view, found)
    )


def _ranges(view: View, found: Sequence[Row], criterion: str, chosen: str) -> Markup:
    """Draw low, typical and high of each corridor on one axis; a sum with gaps is open to the right."""
    _ = view.words.gettext
    title, unit = _RANGES[criterion]
    known = [row for row in found if row[f"{criterion}_typical"] is not None]
    part = _HOURS_IN_DAY if unit == "h" else 1
    top = part * ceiling(max((row[f"{criterion}_high"] for row in known), default=part) / part)
    items = [
        tag(
            "li",
            tag("span", _short_name(view, row), class_="rv-name"),
            _range(view, row, criterion, top),
            class_="is-own" if row["corridor_id"] == chosen else None,
        )
        for row in found
    ]
    axis = tag(
        "div",
        tag("span", "0"),
        tag("span", wording.amount(view, top, unit)),
        class_="rv-axis",
        aria_hidden="true",
    )
    return tag("figure", tag("figcaption", _(title)), tag("ul", *items), axis, class_="rv")


def _range(view: View, row: Row, criterion: str, top: float) -> Markup:
    """Draw one corridor's range."""
    _ = view.words.gettext
    if row[f"{criterion}_typical"] is None:
        return tag("span", _("not known"), class_="rv-none")
    low, typical, high = (100 * row[f"{criterion}_{part}"] / top for part in ("low", "typical", "high"))
    is_open = bool(row[f"{criterion}_gaps"])
    return tag(
        "span",
        tag("span", class_="rv-band", style=f"left:{low:.2f}%;width:{max(high - low, 0.6):.2f}%"),
        tag("span", class_="rv-open", style=f"left:{high:.2f}%") if is_open else None,
        tag("span", class_="rv-dot", style=f"left:{typical:.2f}%"),
        class_="rv-line is-open" if is_open else "rv-line",
        role="img",
        aria_label=f"{_short_name(view, row)}: {_words(view, row, criterion)}",
        title=_words(view, row, criterion),
    )


def _table(view: View, found: Sequence[Row], chosen: str) -> Markup:
    """Write the same as a table, with gaps, borders, transhipments and the way to the page Routes."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("Corridor"), is_header=True),
        *(Column(key=one, title=_(title), is_figure=True) for one, (title, _unit) in _FIGURES.items()),
        *(Column(key=one, title=_(title), is_count=True) for one, title in _COUNTS.items()),
    )
    lines, family = [], None
    for row in found:
        if row["family"] != family:
            family = row["family"]
            lines.append(Line(cells={"name": family_name(view, row)}, spans=True))
        lines.append(_line(view, row, is_chosen=row["corridor_id"] == chosen))
    return table(
        view, lines, columns, _("Corridors on the same work: sums of the known parts, typical and range")
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
            **{one: _figure(view, row, one) for one in _FIGURES},
            **{one: _count(row, one) for one in _COUNTS},
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


def _figure(view: View, row: Row, criterion: str) -> Markup:
    """Write one sum with its range, its basis and its gaps."""
    _n = view.words.ngettext
    mark = basis_mark(view, row[f"{criterion}_basis"] or "missing")
    if row[f"{criterion}_typical"] is None:
        return together("—", mark)
    gaps = row[f"{criterion}_gaps"]
    words = _n("{count} part without a figure", "{count} parts without a figure", gaps).format(count=gaps)
    return together(
        _headline(view, row, criterion),
        mark,
        tag("small", _band(view, row, criterion)),
        tag("small", words) if gaps else None,
    )


def _headline(view: View, row: Row, criterion: str) -> str:
    """Write the typical sum; with gaps it is at least that."""
    unit = _FIGURES[criterion][1]
    words = wording.size(view, row[f"{criterion}_typical"], unit, row[f"{criterion}_basis"])
    return view.words.gettext("at least {value}").format(value=words) if row[f"{criterion}_gaps"] else words


def _band(view: View, row: Row, criterion: str) -> str:
    """Write the range of a sum."""
    low, typical, high = (row[f"{criterion}_{part}"] for part in ("low", "typical", "high"))
    if low == high:
        return ""
    unit, basis = _FIGURES[criterion][1], row[f"{criterion}_basis"]
    return wording.size_band(view, low, high, unit, basis, beside=typical)


def _words(view: View, row: Row, criterion: str) -> str:
    """Write a sum with its range in one line."""
    band = _band(view, row, criterion)
    return f"{_headline(view, row, criterion)} ({band})" if band else _headline(view, row, criterion)


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
            tag("p", wording.note(view, row["constraint_note"]), class_="cx-prose"),
            tag("p", sources_chip(view, row["sources"])),
            class_="cx-more",
        )
        for row in found
        if row["constraint_note"]
    ]
    return together(
        tag("h3", _("What limits each: sanctions, closures, works, seasons"), class_="cx-sub"), *items
    )
