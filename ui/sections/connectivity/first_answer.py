"""The first screen of the page Connectivity: the place of our pair, and it beside another pair."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import streamlit as st

from ui.evidence.chips import basis_mark
from ui.evidence.openings import drawn
from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.link import address
from ui.link.keys import OTHER_PAIRS
from ui.link.state import moved
from ui.look.first_screen import Opening
from ui.look.markup import tag
from ui.sections.connectivity import frames, index_parts
from ui.sections.connectivity.frames import OURS
from ui.sections.connectivity.tables import pair_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]


def sentence(view: View) -> Markup:
    """Draw the answer."""
    return drawn(view, opening(view))


def opening(view: View) -> Opening:
    """Say at which place our pair stands, and between which places under other weights."""
    _ = view.words.gettext
    found = rows(frames.ranked(view.dataset, view.state))
    ours = next(row for row in found if row["pair"] == OURS)
    pair = pair_name(view, OURS)
    if ours["rank"] is None:
        words = _("{pair} cannot be ranked: too few of the parts that have a weight are known.")
        return Opening(sentence=words.format(pair=pair))
    ranked = sum(row["rank"] is not None for row in found)
    spread = next(row for row in rows(frames.shares(view.dataset, view.state)) if row["pair"] == OURS)
    answer = _("{pair} is number {rank} of {count} pairs of countries.").format(
        pair=pair, rank=fmt.number(ours["rank"], view.lang), count=fmt.number(ranked, view.lang)
    )
    doubt = (
        _("Under other weights it is number {low} to {high}.").format(
            low=fmt.number(spread["low"], view.lang), high=fmt.number(spread["high"], view.lang)
        )
        if spread["low"] != spread["high"]
        else ""
    )
    basis = _("Index {index} of 100, over time, cost, CO₂e, routes, borders and flights; modelled.").format(
        index=fmt.number(ours["index"], view.lang, digits=2)
    )
    return Opening(sentence=answer, doubt=doubt, basis=basis, known="derived")


def choose(view: View) -> str:
    """Let the visitor choose the pair that stands beside ours; the address holds it."""
    _ = view.words.gettext
    known = [
        row["pair"] for row in rows(frames.ranked(view.dataset, view.state)) if row["pair"] in OTHER_PAIRS
    ]
    chosen = other(view)
    st.selectbox(
        _("{pair} beside").format(pair=pair_name(view, OURS)),
        known,
        format_func=lambda pair: pair_name(view, pair),
        **address.bound(moved(view.state, beside=chosen), "beside"),
    )
    return chosen


def other(view: View) -> str:
    """Give the pair that stands beside ours: that of the address, else the best of those offered."""
    known = [
        row["pair"] for row in rows(frames.ranked(view.dataset, view.state)) if row["pair"] in OTHER_PAIRS
    ]
    return view.state.beside if view.state.beside in known else known[0]


def beside(view: View, second: str) -> Markup:
    """Write the two pairs side by side: one row a part, the better value in bold."""
    _ = view.words.gettext
    by_part = {(row["pair"], row["part"]): row for row in rows(frames.parts(view.dataset))}
    scores = frames.scored(view.dataset, view.state)
    ranked = {row["pair"]: row for row in rows(frames.ranked(view.dataset, view.state))}
    head = tag(
        "tr",
        tag("th", _("Measure"), scope="col"),
        *(tag("th", pair_name(view, pair), scope="col", class_="is-figure") for pair in (OURS, second)),
    )
    lines = [_index_row(view, [ranked[pair] for pair in (OURS, second)])]
    for part in index_parts.PARTS:
        cells = [by_part[pair, part] for pair in (OURS, second)]
        better = _better([scores.loc[pair, part] for pair in (OURS, second)])
        lines.append(
            tag(
                "tr",
                tag(
                    "th",
                    index_parts.title(view, part),
                    tag("small", index_parts.unit(view, part)),
                    scope="row",
                ),
                *(
                    tag(
                        "td",
                        index_parts.short(view, row),
                        class_="is-figure is-better" if at == better else "is-figure",
                    )
                    for at, row in enumerate(cells)
                ),
            )
        )
    caption = tag("caption", _("The better value is bold"))
    return tag(
        "div",
        tag("table", caption, tag("thead", head), tag("tbody", *lines), class_="cx-table cx-versus"),
        class_="cx-table-frame",
    )


def _index_row(view: View, pairs: list[Row]) -> Markup:
    """Write the index of the two pairs."""
    _ = view.words.gettext
    cells = [
        tag("td", _("cannot be ranked"), class_="is-figure none")
        if row["rank"] is None
        else tag(
            "td",
            fmt.number(row["index"], view.lang, digits=2),
            basis_mark(view, "derived"),
            class_="is-figure",
        )
        for row in pairs
    ]
    return tag(
        "tr", tag("th", _("Index"), tag("small", _("0 to 100")), scope="row"), *cells, class_="is-total"
    )


def _better(scores: list[float]) -> int | None:
    """Which of two scores is the higher; none where one is not known or both are equal."""
    first, second = scores
    if math.isnan(first) or math.isnan(second) or first == second:
        return None
    return 0 if first > second else 1
