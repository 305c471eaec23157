"""Agreements: what was signed, by whom, how much of it was read, what it belongs to; visits along a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from corridor.dataset.tables import split_ids
from ui.evidence import wording
from ui.evidence.chips import source_names, sources_chip
from ui.evidence.rows import by_id, rows
from ui.language.text import N_
from ui.link import address
from ui.look.charts import Moment, timeline
from ui.look.links import way
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

PAIR = frozenset({"KZ", "RS"})
_VISITS = frozenset({"visit", "meeting", "signing"})
_READ = {
    "whole": N_("read whole"),
    "partial": N_("read in part"),
    "title-only": N_("only its title was read"),
}


def choose(view: View) -> list[Row]:
    """Draw the filters of the papers; give those that they leave, the newest first."""
    _ = view.words.gettext
    papers = [dict(row) for row in rows(view.dataset.agreements)]
    countries = by_id(view.dataset, "countries")
    partners = sorted({id_ for row in papers for id_ in split_ids(row["countries"]) if id_ in countries})
    first, second = st.columns(2)
    with first:
        st.selectbox(
            _("Country"),
            partners,
            index=None,
            format_func=lambda one: view.words.name(countries[one]),
            placeholder=_("any"),
            **address.bound(view.state, "partner"),
        )
    with second:
        st.selectbox(
            _("Sector"),
            sorted({row["sector"] for row in papers if row["sector"]}),
            index=None,
            format_func=view.words.term,
            placeholder=_("any"),
            **address.bound(view.state, "sector"),
        )
    return chosen(view)


def chosen(view: View) -> list[Row]:
    """Give the papers that the filters of the address leave, the newest first, without a widget."""
    wanted = [
        row
        for row in rows(view.dataset.agreements)
        if (view.state.partner is None or view.state.partner in split_ids(row["countries"]))
        and (view.state.sector is None or row["sector"] == view.state.sector)
    ]
    return sorted(wanted, key=_place_in_list)


def listed(view: View) -> list[Row]:
    """Give the memoranda of 27 February 2026 in the order of their list."""
    papers = [row for row in rows(view.dataset.agreements) if row["number_in_list"] is not None]
    return sorted(papers, key=lambda row: row["number_in_list"])


def visits(view: View) -> list[Row]:
    """Give the visits, meetings and signings between the two countries, the oldest first."""
    told = [
        row
        for row in rows(view.dataset.events)
        if set(split_ids(row["countries"])) >= PAIR and row["kind"] in _VISITS
    ]
    return sorted(told, key=lambda row: (row["date"], row["event_id"]))


def visit_list(view: View) -> Markup:
    """List the ten memoranda of 27 February 2026 in their order, and say how much of them was read."""
    _ = view.words.gettext
    ordered = listed(view)
    read = sum(row["completeness"] != "partial" for row in ordered)
    lead = _(
        "{count} memoranda were signed on 27 February 2026. Of {read} of them title and parties were read; "
        "the published list breaks off in the last one, which is known only in part."
    ).format(count=len(ordered), read=read)
    return together(
        tag("p", lead, class_="cx-prose"),
        papers_table(view, ordered, _("The memoranda of 27 February 2026 in the order of the list")),
    )


def papers_table(view: View, papers: Sequence[Row], caption: str) -> Markup:
    """Write one row a paper."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("Paper"), is_header=True),
        Column(key="kind", title=_("Kind")),
        Column(key="parties", title=_("Parties")),
        Column(key="signed", title=_("Signed"), is_date=True),
        Column(key="projects", title=_("Projects")),
        Column(key="sources", title=_("Who says so")),
    )
    return table(view, [_line(view, row) for row in papers], columns, caption)


def events_line(view: View) -> Markup:
    """Draw the visits and meetings of the two countries along a line, the oldest first."""
    _ = view.words.gettext
    moments = [
        Moment(
            date=row["date"],
            text=together(
                tag("p", view.words.name(row)),
                tag("p", sources_chip(view, row["sources"]), class_="cx-small"),
                _papers_of(view, row["event_id"]),
            ),
            tone="done",
        )
        for row in visits(view)
    ]
    return timeline(view, moments, _("Visits, meetings and signings between Kazakhstan and Serbia"))


def _papers_of(view: View, event_id: str) -> Markup | None:
    """Count the papers that were signed at an event."""
    count = sum(row["event_id"] == event_id for row in rows(view.dataset.agreements))
    if not count:
        return None
    words = view.words.ngettext("{count} paper signed", "{count} papers signed", count).format(count=count)
    return tag("p", way(view, "partners", words, part="promises", visit=event_id), class_="cx-small")


def _line(view: View, row: Row) -> Line:
    """Write one paper."""
    _ = view.words.gettext
    projects = by_id(view.dataset, "projects")
    named = [
        way(view, "partners", view.words.name(projects[id_]), part="register", project=id_)
        for id_ in split_ids(row["projects"])
        if id_ in projects
    ]
    number = f"{row['number_in_list']}. " if row["number_in_list"] is not None else None
    return Line(
        cells={
            "name": together(
                number,
                view.words.name(row),
                tag("small", wording.data_text(view, row["summary"])) if row["summary"] else None,
                _effect(view, row),
            ),
            "kind": together(
                view.words.term(row["kind"]),
                tag("small", _(_READ[row["completeness"]])) if row["completeness"] else None,
            ),
            "parties": wording.parties(view, row["parties"]),
            "signed": together(
                wording.when(view, row["signed_on"]) if row["signed_on"] else _("undated"),
                tag("small", _("in force"), " ", wording.when(view, row["in_force_on"]))
                if row["in_force_on"]
                else None,
            ),
            "projects": tag("ul", *(tag("li", name) for name in named)) if named else "",
            "sources": source_names(view, row["sources"]),
        },
        class_="is-selected" if row["agreement_id"] == view.state.paper else "",
    )


def _effect(view: View, row: Row) -> Markup | None:
    """Say what a paper changes on the network: the legs and places that its projects touch."""
    projects = by_id(view.dataset, "projects")
    touched = [
        id_
        for project in split_ids(row["projects"])
        if project in projects
        for id_ in split_ids(projects[project]["mends"])
    ]
    names = [
        wording.subject(view, "leg" if view.dataset.has("legs", node_id) else "node", node_id)
        for node_id in dict.fromkeys(touched)
    ]
    if not names:
        return None
    words = view.words.gettext("On the network it concerns {places}.").format(places=", ".join(names))
    return tag("small", words)


def _place_in_list(row: Row) -> tuple[str, str]:
    """Order papers from the newest to the oldest, the undated last."""
    signed = row["signed_on"] or ""
    turned = "".join(chr(0x10FFFF - ord(letter)) for letter in f"{signed:<10}")
    return (turned if signed else chr(0x10FFFF), row["agreement_id"])
