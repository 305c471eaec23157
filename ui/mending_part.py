"""Bottlenecks and projects: what each should move, what the engine makes of it, what nobody mends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.mending import NO_UPGRADE, join, mends_nothing, nobody_mends
from corridor.upgrade_gains import PAIR, gains
from ui import format as fmt
from ui import wording
from ui.chips import basis_mark, source_names
from ui.ledger import by_id
from ui.markup import tag, together
from ui.signs import status_sign, work_sign
from ui.tables import Column, Line, table
from ui.text import N_
from ui.ways import way

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from corridor.dataset import Dataset
    from ui.shell import View

    Row = Mapping[Any, Any]

_MOST = 20
# The sentences of `corridor.upgrade_effects.WHY`, for the catalogues.
REASONS = {
    "corridor-wide": N_("It speaks of a whole corridor, not of a leg or a place on it."),
    "passenger-only": N_("It speaks of passenger trains; nothing is published for freight."),
    "no-such-quantity": N_("It is none of what is counted: hours, costs, kilometres, yearly capacity."),
    "effect-not-published": N_(
        "What it was before is not published, so how much better it gets is not known."
    ),
    "base-not-known": N_("There is no figure of today for it to act on."),
    "exceeds-part": N_("It promises to save more hours than are counted there at all."),
    "already-counted": N_("The figure of today has it already."),
    "called-off": N_("It was shelved or cancelled."),
    NO_UPGRADE: N_("No source says what it moves there."),
}


def lead(view: View) -> Markup:
    """Say what the part shows, and how effects are worked out."""
    _ = view.words.gettext
    ends = " – ".join(wording.node(view, one) for one in PAIR if view.dataset.has("nodes", one))
    return tag(
        "p",
        _(
            "Each project and each upgrade with the leg or place that it should mend. Where a source says "
            "from what to what, the engine takes it as done and asks anew for the way {pair}, without "
            "Russia, Belarus and Iran; what comes of it is modelled. A nought means that the "
            "quickest way does not pass there, or that hours are not what it changes."
        ).format(pair=ends),
        class_="cx-prose",
    )


def join_table(view: View) -> Markup:
    """Write one row an upgrade or touched place, those that the engine can work with first."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("Project"), is_header=True),
        Column(key="where", title=_("Where")),
        Column(key="claim", title=_("From what to what, as said"), is_figure=True),
        Column(key="status", title=_("Status")),
        Column(key="effect", title=_("What the engine makes of it"), is_figure=True),
        Column(key="sources", title=_("Who says so")),
    )
    worked = _kept(view.dataset, "upgrade gains").set_index("upgrade_id").to_dict("index")
    found = _kept(view.dataset, "mending")
    rows = found.assign(is_open=found["reason"] != "").sort_values(
        ["is_open", "reason", "subject_id"], kind="stable"
    )
    lines = [_line(view, row, worked.get(row["upgrade_id"])) for row in rows.to_dict("records")]
    return table(view, lines, columns, _("What each project should mend, and what the engine makes of it"))


def nobody_table(view: View) -> Markup:
    """Write the steps of the chains that take the most hours and that nobody is named to mend."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("Bottleneck"), is_header=True),
        Column(key="time", title=_("Time"), is_figure=True),
        Column(key="band", title=_("Low to high"), is_figure=True),
        Column(key="corridors", title=_("Corridors")),
    )
    corridors = by_id(view.dataset, "corridors")
    lines = [
        Line(
            cells={
                "name": _named(view, row),
                "time": _hours(view, row["time_h_typical"], row["time_h_basis"]),
                "band": together(
                    wording.size_band(view, row["time_h_low"], row["time_h_high"], "h", row["time_h_basis"]),
                    basis_mark(view, row["time_h_basis"]),
                ),
                "corridors": ", ".join(view.words.name(corridors[one]) for one in row["corridors"]),
            }
        )
        for row in _kept(view.dataset, "nobody mends").head(_MOST).to_dict("records")
        if not pd.isna(row["time_h_typical"])
    ]
    caption = _("Bottlenecks that no project and no upgrade names, the most hours first")
    return table(view, lines, columns, caption)


def loose_list(view: View) -> Markup:
    """List the transport projects that name no leg and no place of the network."""
    _ = view.words.gettext
    projects = by_id(view.dataset, "projects")
    items = [
        tag("li", way(view, "partners", view.words.name(projects[one]), part="register", project=one))
        for one in mends_nothing(view.dataset)
    ]
    return together(
        tag("p", _("Transport and infrastructure projects that touch no leg and no place of the network:")),
        tag("ul", *items, class_="cx-list"),
    )


def prepare(dataset: Dataset) -> None:
    """Work out the join and the gains before the first visitor."""
    for name in _WORKED:
        _kept(dataset, name)


def _line(view: View, row: Row, gain: Row | None) -> Line:
    """Write one row of the join."""
    _ = view.words.gettext
    reason = REASONS.get(row["reason"])
    return Line(
        cells={
            "name": _project(view, row),
            "where": wording.subject(view, row["subject_type"], row["subject_id"]),
            "claim": _claim(view, row),
            "status": together(
                status_sign(view, row["status"]),
                tag("small", wording.when(view, row["expected_on"]))
                if isinstance(row["expected_on"], str)
                else None,
            ),
            "effect": _effect(view, gain)
            if gain is not None and not gain["reason"]
            else (tag("small", _(reason)) if reason else ""),
            "sources": source_names(view, "|".join(row["sources"])),
        }
    )


def _effect(view: View, gain: Row) -> Markup:
    """Write what the engine makes of an upgrade: hours, what fits in a year, what a closure would cost."""
    _ = view.words.gettext
    facts = [together(tag("small", _("Hours gained")), _hours(view, gain["time_h_gain"], "modelled"))]
    facts += [
        together(
            tag("small", _("Fits in a year")),
            fmt.quantity(gain[f"capacity_{unit}_before"], word, view.lang),
            " → ",
            fmt.quantity(gain[f"capacity_{unit}_after"], word, view.lang),
            basis_mark(view, "modelled"),
        )
        for unit, word in (("t", "t"), ("teu", "TEU"))
        if gain[f"capacity_{unit}_before"] != gain[f"capacity_{unit}_after"]
        and not pd.isna(gain[f"capacity_{unit}_after"])
    ]
    before, after = gain["loss_h_before"], gain["loss_h_after"]
    if not pd.isna(before) and not pd.isna(after) and (before or after):
        facts.append(
            together(
                tag("small", _("Hours lost if it closed")),
                fmt.quantity(before, "h", view.lang),
                " → ",
                _hours(view, after, "modelled"),
            )
        )
    return tag("ul", *(tag("li", one) for one in facts))


def _claim(view: View, row: Row) -> Markup | str:
    """Write from what to what, as the source says."""
    if not isinstance(row["quantity"], str):
        return ""
    unit = row["unit"] if isinstance(row["unit"], str) else ""
    ends = [
        "?" if pd.isna(row[end]) else fmt.quantity(row[end], unit, view.lang)
        for end in ("from_value", "to_value")
    ]
    known = by_id(view.dataset, "quantities").get(row["quantity"])
    name = view.words.name(known) if known else view.words.term(row["quantity"].replace("_", "-"))
    return together(" → ".join(ends), basis_mark(view, "published"), tag("small", name))


def _project(view: View, row: Row) -> Markup | str:
    """Name the project and its upgrade."""
    projects, upgrades = by_id(view.dataset, "projects"), by_id(view.dataset, "upgrades")
    upgrade = upgrades.get(row["upgrade_id"])
    small = tag("small", view.words.name(upgrade)) if upgrade else None
    if row["project_id"] not in projects:
        return together(view.words.name(upgrade) if upgrade else "")
    name = view.words.name(projects[row["project_id"]])
    return together(way(view, "partners", name, part="register", project=row["project_id"]), small)


def _named(view: View, row: Row) -> Markup | str:
    """Name a leg, or node work with its place."""
    if row["kind"] == "leg":
        return wording.subject(view, "leg", row["id"])
    return together(work_sign(view, row["work"]), " · ", wording.node(view, row["id"]))


def _hours(view: View, hours: float, basis: str) -> Markup | str:
    """Write hours with the mark of their basis."""
    return "" if pd.isna(hours) else together(fmt.quantity(hours, "h", view.lang), basis_mark(view, basis))


def _kept(dataset: Dataset, name: str) -> pd.DataFrame:
    """Give a frame, worked out once for a dataset."""
    known = dataset.remembered
    if name not in known:
        known[name] = _WORKED[name](dataset)
    frame: pd.DataFrame = known[name]
    return frame


_WORKED = {"upgrade gains": gains, "mending": join, "nobody mends": nobody_mends}
