"""The first screen of the page Corridor: its time in practice and by timetable, its totals beside the map."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ui.chain.totals import CRITERIA, in_practice, sums, total_band, total_chip
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.openings import drawn
from ui.evidence.rows import by_id
from ui.language.text import N_
from ui.look import first_screen
from ui.look.first_screen import Opening
from ui.look.markup import tag, together
from ui.look.modes import STATUS
from ui.look.signs import status_sign

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.corridor.choice import Way

    Row = Mapping[str, Any]

# Sums beside what happens in practice.
SUMS = {"time_h": N_("Time by timetable"), "distance_km": N_("Distance")}


def sentence(view: View, way: Way) -> Markup:
    """Say how long the corridor takes, with the sign of its status in the small line."""
    said = opening(view, way)
    status = status_sign(view, by_id(view.dataset, "corridors")[way.corridor]["status"])
    return drawn(view, said, basis=together(*_basis(view, status)) if said.basis else None)


def opening(view: View, way: Way) -> Opening:
    """Say how long the corridor takes, in practice and by timetable, and what is not known of it."""
    _, _n = view.words.gettext, view.words.ngettext
    row = by_id(view.dataset, "corridors")[way.corridor]
    found = in_practice(view.dataset, way.corridor, way.branches)
    total = sums(view.dataset, way.corridor, way.branches)[1]["time_h"]
    name = view.words.name(row)
    if math.isnan(found.time_h_p50):
        return Opening(sentence=_("{corridor}: the time is not known.").format(corridor=name))
    answer = _("{corridor}: {typical} in practice ({band}), {timetable} by timetable.").format(
        corridor=name,
        typical=wording.size(view, found.time_h_p50, "h", "modelled"),
        band=_band(view, found.time_h_p10, found.time_h_p90, "h", found.time_h_p50),
        timetable=wording.size(view, total["typical"], "h", "modelled"),
    )
    missing = len(total["missing"])
    doubt = (
        _n(
            "{count} part has no time and is not in it.",
            "{count} parts have no time and are not in it.",
            missing,
        )
        if missing
        else ""
    )
    status = _(STATUS[row["status"] or "unknown"].label)
    return Opening(
        sentence=answer,
        doubt=doubt.format(count=missing),
        basis="".join(_basis(view, status)),
        known="modelled",
    )


def _basis(view: View, status: str) -> tuple[str, ...]:
    """Say the status, in words or as a sign, and what the range means."""
    _ = view.words.gettext
    meaning = _("the range holds 8 of 10 journeys; modelled on published times")
    return _("Status:"), " ", status, " · ", meaning


def beside(view: View, way: Way) -> Markup:
    """Draw the totals of the corridor: time and cost in practice with the sum by timetable, distance."""
    _ = view.words.gettext
    parts, totals = sums(view.dataset, way.corridor, way.branches)
    found = in_practice(view.dataset, way.corridor, way.branches)
    cards = [
        _practice_card(
            view, _("Time in practice"), (found.time_h_p10, found.time_h_p50, found.time_h_p90), "time_h"
        ),
        _practice_card(
            view,
            _("Cost per TEU in practice"),
            (found.cost_usd_per_teu_p10, found.cost_usd_per_teu_p50, found.cost_usd_per_teu_p90),
            "cost_usd_per_teu",
        ),
        *(
            tag(
                "li",
                tag("h3", _(title)),
                total_chip(view, parts, totals[criterion]),
                tag("p", total_band(view, totals[criterion])),
                class_="cx-card",
            )
            for criterion, title in SUMS.items()
        ),
    ]
    return first_screen.key_cards(*cards)


def _practice_card(view: View, title: str, band: tuple[float, float, float], criterion: str) -> Markup:
    """Draw the median in practice with the range that holds 8 of 10 journeys."""
    _ = view.words.gettext
    low, middle, high = band
    unit = CRITERIA[criterion][1]
    if math.isnan(middle):
        known: object = tag("p", _("not known"), basis_mark(view, "missing"), class_="cx-days none")
        return tag("li", tag("h3", title), known, class_="cx-card")
    return tag(
        "li",
        tag("h3", title),
        tag(
            "p", wording.size(view, middle, unit, "modelled"), basis_mark(view, "modelled"), class_="cx-days"
        ),
        tag(
            "p",
            _("{band}, 8 of 10").format(band=_band(view, low, high, unit, middle)),
            basis_mark(view, "modelled"),
        ),
        class_="cx-card",
    )


def _band(view: View, low: float, high: float, unit: str, beside: float) -> str:
    """Write a range in the unit of the figure beside it."""
    return wording.size_band(view, low, high, unit, "modelled", beside=beside)
