"""Follow-up of a visit: what was promised, what has been reported since, what is silent."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import streamlit as st

from corridor.columns.partners import PROMISES
from corridor.dataset.tables import split_ids
from corridor.partners.follow_up import FEBRUARY_2026, TOGETHER, follow_up, occasion
from ui.evidence import wording
from ui.evidence.chips import source_names
from ui.evidence.rows import by_id, rows
from ui.language import format as fmt
from ui.language.text import N_
from ui.link import address
from ui.link.state import moved
from ui.look.headings import heading_of
from ui.look.links import way
from ui.look.markup import tag, together
from ui.look.modes import STATUS
from ui.look.signs import status_sign
from ui.look.tables import Column, Line, table
from ui.sections.partners.papers import PAIR

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[Any, Any]

OUTCOMES = {
    "operating": ("operating", N_("in operation")),
    "in-force": ("operating", N_("in force")),
    "reported": ("partly", N_("reported on since")),
    "silent": ("unknown", N_("no news since")),
}


def choose_visit(view: View) -> str:
    """Let the visitor choose an occasion at which papers were signed."""
    _ = view.words.gettext
    events, ids, chosen = by_id(view.dataset, "events"), _visits(view), visit_of(view)
    st.selectbox(
        _("Visit or meeting"),
        ids,
        format_func=lambda one: f"{wording.when(view, events[one]['date'])}: {view.words.name(events[one])}",
        **address.bound(moved(view.state, visit=chosen), "visit"),
    )
    return chosen


def visit_of(view: View) -> str:
    """Give the occasion that the address names, else the talks of February 2026, without a widget."""
    ids = _visits(view)
    fallback = FEBRUARY_2026 if FEBRUARY_2026 in ids else (ids or [""])[0]
    return view.state.visit if view.state.visit in ids else fallback


def _visits(view: View) -> list[str]:
    """List the occasions at which papers were signed, the newest first."""
    events = by_id(view.dataset, "events")
    with_papers = {row["event_id"] for row in rows(view.dataset.agreements) if row["event_id"]}
    ids = [
        paper
        for paper in with_papers
        if set(split_ids(events[paper]["countries"])) >= PAIR and paper not in TOGETHER[FEBRUARY_2026][:-1]
    ]
    return sorted(ids, key=lambda one: events[one]["date"], reverse=True)


def plain_rows(view: View, found: pd.DataFrame) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Give the promises in plain words: the heads of the columns, then a line a promise."""
    _ = view.words.gettext
    outcome, status = heading_of(view, PROMISES, "outcome"), heading_of(view, PROMISES, "status")
    heads = (_("Promise"), outcome.title, status.title, _("Last report"))
    return heads, [_plain(view, row) for row in found.to_dict("records")]


def _plain(view: View, row: Row) -> tuple[str, ...]:
    """Write one promise in plain words."""
    _ = view.words.gettext
    last, status = row["last_reported_on"], row["status"]
    return (
        view.words.name(_record(view, row)),
        _(OUTCOMES[row["outcome"]][1]),
        _(STATUS[status].label) if isinstance(status, str) else "",
        wording.when(view, last) if isinstance(last, str) else "",
    )


def choose_sector(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """Let the visitor keep to one sector; give the promises that are left."""
    _ = view.words.gettext
    counts = Counter(found["sector"].dropna())
    chosen = view.state.sector if view.state.sector in counts else None
    st.selectbox(
        _("Sector"),
        [one for one, _count in counts.most_common()],
        index=None,
        format_func=lambda one: f"{view.words.term(one)} ({counts[one]})",
        placeholder=_("any"),
        **address.bound(moved(view.state, sector=chosen), "sector"),
    )
    return found if chosen is None else found[found["sector"] == chosen]


def promised(view: View, event_id: str) -> pd.DataFrame:
    """Give what was promised on an occasion."""
    return follow_up(view.dataset, occasion(view.dataset, event_id))


def summary(view: View, found: pd.DataFrame) -> Markup:
    """Say in words how much of it was reported on since."""
    _ = view.words.gettext
    counts = Counter(found["outcome"])
    _n = view.words.ngettext
    tally = [
        (_n("promise", "promises", len(found)), len(found)),
        *((_(OUTCOMES[outcome][1]), counts[outcome]) for outcome in OUTCOMES if counts[outcome]),
    ]
    parts = [tag("li", tag("strong", fmt.number(count, view.lang)), words) for words, count in tally]
    note = _(
        "Only documents published more than a week after the visit count. Our newest sources "
        "are of June 2026: “no news” means that none of them mentions it, not that nothing "
        "happened."
    )
    return together(tag("ul", *parts, class_="cx-tally"), tag("p", note, class_="cx-note"))


def promises_table(view: View, found: pd.DataFrame) -> Markup:
    """Write one row a promise, papers first."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("Promise"), is_header=True),
        heading_of(view, PROMISES, "outcome"),
        heading_of(view, PROMISES, "status"),
        heading_of(view, PROMISES, "last_reported_on", key="last", kind="date"),
        heading_of(view, PROMISES, "since"),
        Column(key="sources", title=_("Who says so")),
    )
    lines, kind = [], None
    titles = {"agreement": _("Papers signed"), "project": _("Projects spoken of")}
    for row in found.to_dict("records"):
        if row["kind"] != kind:
            kind = row["kind"]
            lines.append(Line(cells={"name": titles[kind]}, spans=True))
        lines.append(_line(view, row))
    return table(view, lines, columns, _("What was promised, and what has been reported since"))


def _line(view: View, row: Row) -> Line:
    """Write one promise."""
    record = _record(view, row)
    target = (
        {"part": "papers", "paper": row["id"]}
        if row["kind"] == "agreement"
        else {"part": "register", "project": row["id"]}
    )
    sign, words = OUTCOMES[row["outcome"]]
    last = row["last_reported_on"]
    return Line(
        cells={
            "name": way(view, "partners", view.words.name(record), **target),
            "outcome": tag("span", view.words.gettext(words), class_=f"cx-outcome is-{sign}"),
            "status": status_sign(view, row["status"]) if isinstance(row["status"], str) else "",
            "last": wording.when(view, last) if isinstance(last, str) else "",
            "since": source_names(view, "|".join(row["since"])) if row["since"] else "",
            "sources": source_names(view, "|".join(row["sources"])),
        }
    )


def _record(view: View, row: Row) -> Row:
    """Give the row of the paper or project that was promised."""
    return by_id(view.dataset, f"{row['kind']}s")[row["id"]]
