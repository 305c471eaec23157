"""Which routes stand side by side, and the choice of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from corridor.memory.memo import MAX_RECENT, Depends, remembered
from corridor.routing.comparison import hours_by_kind, parts_beside, totals_beside
from corridor.routing.risk import risk
from ui.evidence.rows import rows
from ui.link import address
from ui.link.key_values import MAX_COMPARED, MIN_COMPARED
from ui.look.links import stay
from ui.look.markup import tag, together
from ui.look.modes import LOOKS
from ui.sections.routes import words as route_words
from ui.sections.routes.answer import detail, telling
from ui.sections.routes.cards import name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from markupsafe import Markup

    from corridor.dataset.tables import Dataset
    from corridor.routing.risk import Risk
    from ui.link.view import View
    from ui.look.modes import Look
    from ui.sections.routes.answer import Answer, Detail
    from ui.sections.routes.question import Question

    Row = Mapping[str, Any]

_USUAL = 3
_WIDTH = 460
_OTHER = "compare-another"


@dataclass(frozen=True, eq=False, kw_only=True)
class Beside:
    """
    Routes side by side.

    Attributes
    ----------
    ids
        Route ids in their order; the first is the one that the others are measured against.
    details
        All about each, by id.
    totals, hours, parts
        As of `corridor.routing.comparison`.
    likely
        Of their times.
    """

    ids: tuple[str, ...]
    details: Mapping[str, Detail]
    totals: pd.DataFrame
    hours: pd.DataFrame
    parts: pd.DataFrame
    likely: Risk

    def look(self, route: str) -> Look:
        """Give the look of a route: in the charts and on the map."""
        return LOOKS[self.ids.index(route)]


def beside(dataset: Dataset, found: Answer, ids: tuple[str, ...]) -> Beside:
    """Put routes of an answer side by side; kept for whoever asks next."""
    return _worked_out(dataset, ids, found.question, found)


def chosen(view: View, found: Answer) -> tuple[str, ...]:
    """Routes to compare: those of the address that are among the answers, else the first shown."""
    known = tuple(route_id for route_id in view.state.compared if route_id in found.rows)
    if len(known) >= MIN_COMPARED:
        return known
    usual = dict.fromkeys((*known, *found.shown, *found.rows))
    return tuple(usual)[:_USUAL]


def switches(view: View, found: Answer, ids: Sequence[str]) -> None:
    """Draw a switch for each clearly different route."""
    _ = view.words.gettext
    offered = sorted(_offered(found, ids), key=found.number)
    lead = _("Compare {fewest} to {most}:").format(fewest=MIN_COMPARED, most=MAX_COMPARED)
    st.html(
        tag(
            "div",
            tag("span", lead, class_="cx-lead-in"),
            *(_switch(view, found, ids, route_id) for route_id in offered),
            class_="cx-tabs",
            role="group",
            aria_label=_("Routes to compare"),
        )
    )


def choose_another(view: View, found: Answer, ids: Sequence[str]) -> None:
    """Draw a choice of the routes that have no switch."""
    _ = view.words.gettext
    offered = _offered(found, ids)
    others = [route_id for route_id in found.rows if route_id not in offered]
    if others and len(ids) < MAX_COMPARED:
        st.session_state[_OTHER] = None
        st.selectbox(
            _("Another route"),
            others,
            format_func=lambda one: name(view, found, one),
            placeholder=_("one that is not shown above"),
            width=_WIDTH,
            key=_OTHER,
            on_change=_add,
            args=(tuple(ids),),
        )


def missing(view: View, found: Answer) -> Markup | None:
    """Say which routes of the link are not among the answers."""
    _n = view.words.ngettext
    count = sum(route_id not in found.rows for route_id in view.state.compared)
    if not count:
        return None
    words = _n(
        "{count} route of the link is not among the results.",
        "{count} routes of the link are not among the results.",
        count,
    )
    return tag("p", words.format(count=count), class_="cx-note cx-told", role="status")


def numbered(view: View, found: Answer, beside_: Beside, route: str) -> Markup:
    """Write the sign of a route: its line and its number, then what tells it from the others."""
    look = beside_.look(route)
    words = route_words.title(view, telling(found, route))
    line = f"--line:{look.colour(dark=view.dark)};--width:{look.width:g}px"
    classes = f"cx-line{' is-dashed' if look.dash else ''}"
    return together(
        tag("span", class_=classes, style=line),
        tag("span", str(found.number(route)), class_="cx-number"),
        words,
    )


def _offered(found: Answer, ids: Sequence[str]) -> list[str]:
    """Routes that have a switch: those compared and those that are clearly different."""
    return [*ids, *(route_id for route_id in found.shown if route_id not in ids)]


def _switch(view: View, found: Answer, ids: Sequence[str], route: str) -> Markup:
    """Draw one switch; one that would leave too few or too many is mute."""
    is_in = route in ids
    after = tuple(id_ for id_ in ids if id_ != route) if is_in else (*ids, route)
    words = together(tag("span", "✓ " if is_in else "+ ", aria_hidden="true"), name(view, found, route))
    attributes = {
        "id": f"compare-{route}",
        "class_": "cx-tab",
        "role": "button",
        "aria_pressed": "true" if is_in else "false",
    }
    if not MIN_COMPARED <= len(after) <= MAX_COMPARED:
        muted = {**attributes, "class_": "cx-tab is-mute", "aria_disabled": "true"}
        return tag("span", words, **muted)
    return stay(view, words, attributes=attributes, compared=after)


def _add(ids: tuple[str, ...]) -> None:
    """Write a further route to the address."""
    further = st.session_state[_OTHER]
    if further is not None:
        address.write(compared=(*ids, further))


@remembered(depends_on=Depends.EVERYTHING, most=MAX_RECENT, beside=1)
def _worked_out(dataset: Dataset, ids: tuple[str, ...], _question: Question, found: Answer) -> Beside:
    """Work out the comparison."""
    details = {id_: detail(dataset, found, id_) for id_ in ids}
    frames = {id_: details[id_].frame for id_ in ids}
    table = found.found.table if found.found is not None else None
    return Beside(
        ids=ids,
        details=details,
        totals=totals_beside(table, ids),
        hours=hours_by_kind(frames),
        parts=parts_beside(frames),
        likely=risk(frames),
    )


def by_route(frame: pd.DataFrame, key: str) -> dict[str, dict[str, Row]]:
    """Rows of a frame by one of its columns, then by route."""
    found: dict[str, dict[str, Row]] = {}
    for row in rows(frame):
        found.setdefault(row[key], {})[row["route_id"]] = row
    return found
