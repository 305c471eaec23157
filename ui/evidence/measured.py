"""How well the model of practice foretells what was published: each statement with its band and hit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from corridor.corridors.through_times import summary, through_times
from corridor.practice.shape import SHAPES
from ui.evidence import wording
from ui.evidence.chips import basis_mark, source_link
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.folds import folded_on_phones
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View

_UNITS = {"time_h": "h", "cost_usd_per_teu": "USD/TEU"}
_TITLES = {
    "time_h": N_("Published times of journeys beside the model"),
    "cost_usd_per_teu": N_("Published prices of journeys beside the model"),
}
_OF = {"timetable": N_("timetable"), "practice": N_("practice")}
_OF_FIGURES = {
    ("time_h", "timetable"): N_(
        "Times by timetable: {hits} of {items} published ones lie between P10 and P90 when their page is "
        "left out of the fit; P90 is {sharpness} times P10."
    ),
    ("time_h", "practice"): N_("Times in practice: {hits} of {items}; P90 is {sharpness} times P10."),
    ("cost_usd_per_teu", "timetable"): N_(
        "Prices by tariff: {hits} of {items}; P90 is {sharpness} times P10."
    ),
    ("cost_usd_per_teu", "practice"): N_(
        "Prices on the market: {hits} of {items}; P90 is {sharpness} times P10."
    ),
}


def in_words(view: View) -> Markup:
    """Say how often the bands hold what was published, and how wide they are."""
    _ = view.words.gettext
    counts = summary(through_times(view.dataset)).to_dict("records")
    by_kind = {(row["quantity"], row["speaks_of"]): row for row in counts}
    told = [
        _(words).format(
            hits=by_kind[kind]["left_out_hits"],
            items=by_kind[kind]["items"],
            sharpness=fmt.number(round(by_kind[kind]["left_out_sharpness"], 1), view.lang),
        )
        for kind, words in _OF_FIGURES.items()
        if kind in by_kind and by_kind[kind]["items"]
    ]
    lead = _(
        "Announced and scheduled times speak of the timetable, measured and market ones of practice; one "
        "model with few parameters is fitted on all of them. A hit is the published number itself between "
        "P10 and P90, never an overlap."
    )
    not_in_it = _(
        "A cost holds carriage and the charges of ports and borders. Not in it: empty return, storage, "
        "delivery to the door, insurance, customs duties."
    )
    return folded_on_phones(
        _("How often the model holds what was published"),
        tag("p", lead, class_="cx-prose"),
        tag("ul", *(tag("li", words) for words in told), class_="cx-prose"),
        tag("p", not_in_it, class_="cx-prose"),
    )


def tables(view: View) -> Markup:
    """Write every statement that counts: figure, our sum, the band with its page left out, and hit."""
    whole = through_times(view.dataset)
    counted = whole[whole["apart"] == ""]
    return together(
        *(
            _folded(view, quantity, counted[counted["quantity"] == quantity].to_dict("records"))
            for quantity in SHAPES
        )
    )


def _folded(view: View, quantity: str, found: list[dict[Any, Any]]) -> Markup:
    """Write the statements of a quantity as a table that opens."""
    _ = view.words.gettext
    columns = (
        Column(key="what", title=_("Statement"), is_header=True),
        Column(key="of", title=_("Speaks of")),
        Column(key="published", title=_("Published"), is_figure=True),
        Column(key="ours", title=_("Our sum"), is_figure=True),
        Column(key="band", title=_("P10 to P90"), is_figure=True),
        Column(key="hit", title=_("Hit")),
        Column(key="source", title=_("Source")),
    )
    lines = [Line(cells=_cells(view, row, _UNITS[quantity])) for row in found]
    title = _(_TITLES[quantity])
    head = f"{title}: {fmt.number(len(lines), view.lang)}"
    return tag("details", tag("summary", head), table(view, lines, columns, title), class_="cx-more")


def _cells(view: View, row: dict[Any, Any], unit: str) -> dict[str, Any]:
    """Write the cells of one statement."""
    _ = view.words.gettext
    is_known = all(view.dataset.has("nodes", row[end]) for end in ("from_node", "to_node"))
    ends = " – ".join(wording.node(view, row[end]) for end in ("from_node", "to_node")) if is_known else ""
    low, high = row["left_out_p10"], row["left_out_p90"]
    return {
        "what": together(
            ends, tag("small", wording.data_text(view, row["reading"]), basis_mark(view, "published"))
        ),
        "of": _(_OF[row["speaks_of"]]),
        "published": _figure(view, row["published"], unit, "published"),
        "ours": _figure(view, row["ours"], unit, "modelled"),
        "band": together(
            wording.size_band(view, low, high, unit, "modelled", beside=row["published"]),
            basis_mark(view, "modelled"),
        ),
        "hit": _("yes") if row["is_left_out_hit"] else _("no"),
        "source": source_link(view, row["source_ids"][0]) if row["source_ids"] else "",
    }


def _figure(view: View, value: float, unit: str, basis: str) -> Markup | str:
    """Write a figure with what it rests on."""
    if math.isnan(value):
        return ""
    return together(wording.size(view, value, unit, "modelled"), basis_mark(view, basis))
