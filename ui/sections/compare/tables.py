"""Routes side by side as tables: totals with differences, which is likely faster, part by part."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.practice.quantiles import JOURNEYS, of_journeys
from ui.chain.totals import usual_figure
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.markup import tag, together
from ui.look.signs import mode_sign, work_sign
from ui.look.tables import Column, Line, table
from ui.sections.compare.choice import by_route, numbered
from ui.sections.routes import words
from ui.sections.routes.answer import practice_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.compare.choice import Beside
    from ui.sections.routes.answer import Answer

    Row = Mapping[str, Any]


_IN_PRACTICE = {"time_h": N_("Time in practice"), "cost_usd_per_teu": N_("Cost per TEU in practice")}


def totals_table(view: View, found: Answer, shown: Beside) -> Markup:
    """Write one row a criterion, one column a route, with the difference to the first."""
    _ = view.words.gettext
    cells = by_route(shown.totals, "criterion")
    lines = [
        Line(
            cells={
                "what": _(title),
                **{id_: usual_figure(view, _usual(found, id_), criterion) for id_ in shown.ids},
            }
        )
        for criterion, title in _IN_PRACTICE.items()
    ]
    for word, (criterion, _unit, title) in words.FIGURES.items():
        of = cells[criterion]
        figures = {
            route: together(
                words.figure(view, found.rows[route], word),
                tag("small", _difference(view, of[route], word), class_="cx-difference")
                if route != shown.ids[0]
                else None,
            )
            for route in shown.ids
        }
        lines.append(Line(cells={"what": _(title), **figures}))
    first = found.number(shown.ids[0])
    caption = _("Totals; differences are to route {number}").format(number=first)
    return table(view, lines, _columns(view, found, shown, _("Total")), caption, class_="cx-beside")


def _usual(found: Answer, route: str) -> SimpleNamespace:
    """Give time and cost of a route in practice by attribute; what is not known is not there."""
    return SimpleNamespace(
        **{name: value for name, value in (practice_of(found, route) or {}).items() if value is not None}
    )


def likely_table(view: View, found: Answer, shown: Beside) -> Markup:
    """Say in how many of twenty journeys each route is faster than each other."""
    _ = view.words.gettext
    beats = shown.likely.beats
    lines = [
        Line(
            cells={
                "what": numbered(view, found, shown, id_),
                **{
                    other: tag("span", "–", class_="none")
                    if id_ == other
                    else _beats(view, beats.loc[id_, other])
                    for other in shown.ids
                },
            }
        )
        for id_ in shown.ids
    ]
    caption = _(
        "In how many of {count} journeys the route of the row is faster than that of the column"
    ).format(count=JOURNEYS)
    return table(view, lines, _columns(view, found, shown, _("Faster")), caption, class_="cx-beside")


def _beats(view: View, share: float) -> Markup:
    """Write the share of draws; where nothing is known of one of the two routes there is none."""
    if pd.isna(share):
        return together(view.words.gettext("not known"), basis_mark(view, "missing"))
    return together(fmt.number(of_journeys(share), view.lang), basis_mark(view, "modelled"))


def likely_words(view: View, found: Answer, shown: Beside) -> Markup:
    """Say how the draws are made, and what they cannot say."""
    _ = view.words.gettext
    gaps = {row["route_id"]: row["gaps"] for row in rows(shown.likely.table)}
    told = [
        _("Route {number}: {parts}").format(number=found.number(id_), parts=words.unknown(view, gaps[id_]))
        for id_ in shown.ids
        if gaps[id_]
    ]
    how = _(
        "The model of practice is drawn {count} times: all parts of a journey share a delay, each varies by "
        "its kind of work; a part that several routes share is drawn once for all of them."
    ).format(count=fmt.number(shown.likely.samples, view.lang))
    floor = _("Unknown parts count as zero time in the draws: {told}.").format(told="; ".join(told))
    return tag("p", together(how, " ", floor if told else None), class_="cx-prose")


def parts_table(view: View, found: Answer, shown: Beside) -> Markup:
    """Write the parts that only some routes have one by one, those of all of them as one sum."""
    _, _n = view.words.gettext, view.words.ngettext
    parts = rows(shown.parts)
    own = [row for row in parts if not row["is_shared"]]
    shared = [row for row in parts if row["is_shared"]]
    lines = [_part(view, shown, row) for row in own]
    if shared:
        hours = sum(row["typical"] or 0.0 for row in shared)
        gaps = sum(row["basis"] == "missing" for row in shared)
        count = _n("{count} part of all routes", "{count} parts of all routes", len(shared))
        is_known = gaps < len(shared)
        sum_ = together(
            wording.size(view, hours, "h", "modelled") if is_known else view.words.gettext("not known"),
            basis_mark(view, "modelled" if is_known else "missing"),
            tag("small", words.unknown(view, gaps), class_="gaps") if gaps else None,
        )
        what = together(
            tag("b", count.format(count=len(shared))),
            tag("small", "; ".join(words.step_name(view, row) for row in shared)),
        )
        lines.append(Line(cells={"what": what, **dict.fromkeys(shown.ids, sum_)}, class_="is-work"))
    caption = _("Hours of each leg and piece of work that not all routes have, in the order of travel")
    return table(
        view, lines, _columns(view, found, shown, _("Leg or work at a place")), caption, class_="cx-beside"
    )


def _columns(view: View, found: Answer, shown: Beside, first: str) -> list[Column]:
    """Give a column to what is compared and to each route."""
    _ = view.words.gettext
    titles = {id_: _("Route {number}").format(number=found.number(id_)) for id_ in shown.ids}
    return [
        Column(key="what", title=first, is_header=True),
        *(Column(key=one, title=title, is_count=True) for one, title in titles.items()),
    ]


def _part(view: View, shown: Beside, row: Row) -> Line:
    """Write one part: its hours under each route that has it."""
    is_leg = row["kind"] == "leg"
    name = words.step_name(view, row)
    sign = mode_sign(view, row["mode"], name) if is_leg else work_sign(view, row["work"], name)
    is_known = row["basis"] != "missing" and row["typical"] is not None
    text = (
        wording.size(view, row["typical"], "h", row["basis"]) if is_known else view.words.gettext("not known")
    )
    figure = together(tag("span", text), basis_mark(view, row["basis"]))
    having = row["routes"].split("|")
    cells = {id_: figure if id_ in having else tag("span", "–", class_="none") for id_ in shown.ids}
    return Line(cells={"what": sign, **cells}, class_="" if is_leg else "is-work")


def _difference(view: View, row: Row, word: str) -> str:
    """Write what a route has more or less than the first."""
    _ = view.words.gettext
    _name, unit, _title = words.FIGURES[word]
    value = row["difference"]
    if value is None or row["basis"] == "missing":
        return _("difference not known")
    if not value:
        return _("the same")
    if word in words.COUNTED:
        size = fmt.number(abs(value), view.lang)
    else:
        size = wording.size(view, abs(value), unit, "modelled")
    signed = f"{'+' if value > 0 else '−'}{size}"
    return signed if row["is_like"] else _("{difference} of what is known").format(difference=signed)
