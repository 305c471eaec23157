"""Bottlenecks and projects: what each should change, its effect in our model, what has no project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.partners.works import join, projects_without_bottleneck
from ui.chain.leg_table import leg_name
from ui.evidence import wording
from ui.evidence import works as words
from ui.evidence.chips import basis_mark
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.look.links import way
from ui.look.markup import tag, together
from ui.look.signs import work_sign
from ui.look.tables import Column, Line, table
from ui.sections.partners.works_pair import different_routes, effects_between, unmended
from ui.sections.routes import cards

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.partners.works_pair import Pair
    from ui.sections.routes.answer import Answer

    Row = Mapping[Any, Any]

_MAX_ROWS = 20


def lead(view: View, pair: Pair) -> Markup:
    """Say what the part shows, and how effects are worked out."""
    _ = view.words.gettext
    ends = " – ".join(wording.node(view, node_id) for node_id in pair)
    return tag(
        "p",
        _(
            "Each project and each upgrade with the leg or place that it should fix. Where a "
            "source states the change, the model assumes it done and finds the route {pair} "
            "again, without Russia, Belarus and Iran; the result is modelled. Zero means that the "
            "fastest route does not pass there."
        ).format(pair=ends),
        class_="cx-prose",
    )


def join_table(view: View, pair: Pair) -> Markup:
    """Write one row an upgrade, what changes most first; what is only touched stands behind a fold."""
    _, _n = view.words.gettext, view.words.ngettext
    columns = words.columns(view, place=Column(key="where", title=_("Where")))
    worked = effects_between(view.dataset, pair).set_index("upgrade_id").to_dict("index")
    found = join(view.dataset)
    rows = sorted(found.to_dict("records"), key=lambda row: _rank(row, worked.get(row["upgrade_id"])))
    lines = {
        is_said: [
            _line(view, row, worked.get(row["upgrade_id"]))
            for row in rows
            if isinstance(row["upgrade_id"], str) == is_said
        ]
        for is_said in (True, False)
    }
    caption = _("What each project should fix, and its effect in our model")
    rest = len(lines[False])
    title = _n(
        "{count} place or leg that a project affects; no source says what changes there",
        "{count} places and legs that projects affect; no source says what changes there",
        rest,
    ).format(count=fmt.number(rest, view.lang))
    kept = [column for column in columns if column.key not in {"claim", "effect"}]
    touched = table(view, lines[False], kept, _("Affected, effect not stated"), fold="never")
    fold = tag("details", tag("summary", title), touched, class_="cx-more") if rest else None
    return together(table(view, lines[True], columns, caption), fold)


def nobody_table(view: View, pair: Pair) -> Markup:
    """Write the longest steps of the routes between two places that have no project."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("Bottleneck"), is_header=True),
        Column(key="time", title=_("Time"), is_figure=True),
        Column(key="band", title=_("Low to high"), is_figure=True),
        Column(key="ways", title=_("Routes that pass there")),
    )
    ways = different_routes(view.dataset, pair)
    found = unmended(view.dataset, pair)
    lines = [
        Line(
            cells={
                "name": _named(view, row),
                "time": words.hours(view, row["time_h_typical"], row["time_h_basis"]),
                "band": together(
                    wording.size_band(view, row["time_h_low"], row["time_h_high"], "h", row["time_h_basis"]),
                    basis_mark(view, row["time_h_basis"]),
                ),
                "ways": tag("ul", *(tag("li", _way(view, ways, route_id)) for route_id in row["ways"])),
            }
        )
        for row in found.head(_MAX_ROWS).to_dict("records")
        if not pd.isna(row["time_h_typical"])
    ]
    caption = _(
        "Legs and work on the clearly different routes {pair}, without Russia, Belarus and "
        "Iran, that no project and no upgrade covers; the longest first"
    ).format(pair=" – ".join(wording.node(view, node_id) for node_id in pair))
    empty = _("No route is left between these places, or every step has a project.")
    return table(view, lines, columns, caption, empty=empty)


def loose_list(view: View) -> Markup:
    """List the transport projects that name no leg and no place of the network."""
    _ = view.words.gettext
    projects = by_id(view.dataset, "projects")
    items = [
        tag(
            "li",
            way(view, "partners", view.words.name(projects[project_id]), part="register", project=project_id),
        )
        for project_id in projects_without_bottleneck(view.dataset)["project_id"]
    ]
    return together(
        tag("p", _("Transport and infrastructure projects that touch no leg and no place of the network:")),
        tag("ul", *items, class_="cx-list"),
    )


def _rank(row: Row, gain: Row | None) -> tuple[bool, float, float, str, str]:
    """Put what changes most first, then what changes only its own part, then what cannot be worked out."""
    if gain is None or gain["reason"]:
        return True, 0.0, 0.0, str(row["reason"]), str(row["subject_id"])
    lets_in = sum(
        max(gain[f"capacity_{unit}_after"] / gain[f"capacity_{unit}_before"] - 1, 0.0)
        for unit in ("t", "teu")
        if gain[f"capacity_{unit}_before"] and not pd.isna(gain[f"capacity_{unit}_after"])
    )
    hours = 0.0 if pd.isna(gain["time_h_gain"]) else gain["time_h_gain"]
    return False, -hours, -lets_in, "", str(row["subject_id"])


def _line(view: View, row: Row, gain: Row | None) -> Line:
    """Write one row of the join."""
    is_worked = gain is not None and not gain["reason"]
    return Line(
        cells={
            **words.cells(view, row, gain),
            "where": wording.subject(view, row["subject_type"], row["subject_id"]),
            "effect": _effect(view, gain)
            if gain is not None and not gain["reason"]
            else words.why_not(view, row["reason"]),
        },
        worded=() if is_worked else ("effect",),
    )


def _effect(view: View, gain: Row) -> Markup:
    """Write what the engine makes of an upgrade: hours, what fits in a year, what a closure would cost."""
    _ = view.words.gettext
    facts = [words.gained(view, gain, _("Hours gained"))]
    facts += [
        together(
            tag("small", _("Annual capacity")),
            words.change(
                view, gain[f"capacity_{unit}_before"], gain[f"capacity_{unit}_after"], word, "modelled"
            ),
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
                words.change(view, before, after, "h", "modelled"),
            )
        )
    return tag("ul", *(tag("li", fact) for fact in facts))


def _named(view: View, row: Row) -> Markup | str:
    """Name a leg, or node work with its place."""
    if row["kind"] == "leg":
        return leg_name(view, row)
    return together(work_sign(view, row["work"]), " · ", wording.node(view, row["id"]))


def _way(view: View, found: Answer, route: str) -> Markup:
    """Link to a way on the page Routes."""
    asked = found.question
    return way(
        view,
        "routes",
        cards.name(view, found, route),
        origin=asked.origin,
        destination=asked.destination,
        avoid=asked.avoid.words,
        rules="all",
        route=route,
    )
