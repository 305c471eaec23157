"""What one agency or operator does in the data: services, legs, projects, papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from corridor.partners.roles import ROLES, counts, roles
from ui.evidence import wording
from ui.evidence.chips import source_names
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.language.text import N_
from ui.link import address
from ui.link.state import moved
from ui.look.links import way
from ui.look.markup import tag, together
from ui.look.signs import status_sign
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[Any, Any]

_MAX_ROWS = 40
TITLES = {
    "runs-service": N_("Services that it runs"),
    "operates-leg": N_("Legs on which it operates"),
    "party-to-project": N_("Projects that it is party to"),
    "party-to-agreement": N_("Papers that name it as a party"),
}
_SHORT = {
    "runs-service": N_("Services"),
    "operates-leg": N_("Legs"),
    "party-to-project": N_("Projects"),
    "party-to-agreement": N_("Papers"),
}


def choose(view: View) -> str:
    """Let the visitor choose an organisation, the one with the most roles first."""
    _ = view.words.gettext
    ids = list(counts(view.dataset)["organisation_id"])
    names = by_id(view.dataset, "organisations")
    wanted = view.state.organisation
    chosen = wanted if wanted in names else ids[0]
    if chosen not in ids:
        ids = [chosen, *ids]
    st.selectbox(
        _("Organisation"),
        ids,
        format_func=lambda one: view.words.name(names[one]),
        **address.bound(moved(view.state, organisation=chosen), "organisation"),
    )
    return chosen


def profile(view: View, organisation_id: str) -> Markup:
    """Write what an organisation is and does."""
    _ = view.words.gettext
    row = by_id(view.dataset, "organisations")[organisation_id]
    country = by_id(view.dataset, "countries").get(row["country"])
    about = [view.words.term(row["kind"]), view.words.name(country) if country else None, row["code"]]
    mine = roles(view.dataset, organisation_id)
    parts = [_role(view, role, mine[mine["role"] == role].to_dict("records")) for role in ROLES]
    return together(
        tag("h3", view.words.name(row)),
        tag("p", ", ".join(text for text in about if text), class_="cx-prose"),
        tag("p", wording.data_text(view, row["note"]), class_="cx-note") if row["note"] else None,
        *parts,
        tag("p", _("No roles recorded for this organisation."), class_="none") if mine.empty else None,
    )


def overview(view: View) -> Markup:
    """Write the organisations with the most roles."""
    _ = view.words.gettext
    names = by_id(view.dataset, "organisations")
    columns = (
        Column(key="name", title=_("Organisation"), is_header=True),
        Column(key="kind", title=_("Kind")),
        *(Column(key=role, title=_(_SHORT[role]), is_count=True) for role in ROLES),
    )
    lines = [
        Line(
            cells={
                "name": way(
                    view,
                    "partners",
                    view.words.name(names[row["organisation_id"]]),
                    part="organisations",
                    organisation=row["organisation_id"],
                ),
                "kind": view.words.term(names[row["organisation_id"]]["kind"]),
                **{role: fmt.number(row[role], view.lang) if row[role] else "–" for role in ROLES},
            }
        )
        for row in counts(view.dataset).head(_MAX_ROWS).to_dict("records")
    ]
    caption = _("The organisations with the most roles; choose any other above")
    return table(view, lines, columns, caption)


def _role(view: View, role: str, found: list[Row]) -> Markup | None:
    """Write one kind of role."""
    if not found:
        return None
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("What"), is_header=True),
        Column(key="status", title=_("Status")),
        Column(key="sources", title=_("Who says so")),
    )
    lines = [
        Line(
            cells={
                "name": _named(view, row),
                "status": status_sign(view, row["status"]) if isinstance(row["status"], str) else "",
                "sources": source_names(view, "|".join(row["sources"])),
            }
        )
        for row in found
    ]
    return table(view, lines, columns, _(TITLES[role]))


def _named(view: View, row: Row) -> object:
    """Name what a role concerns, with the way to it."""
    kind = {"services": "service", "legs": "leg", "projects": "project", "agreements": "agreement"}
    name = wording.subject(view, kind[row["table"]], row["id"])
    if row["table"] == "projects":
        return way(view, "partners", name, part="register", project=row["id"])
    if row["table"] == "agreements":
        return way(view, "partners", name, part="papers", paper=row["id"])
    return name
