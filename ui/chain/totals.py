"""Totals of a chain: low, typical, high, what they rest on, what is missing in them."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

from corridor import practice
from corridor.chain.steps import steps, totals
from corridor.columns.chain import TOTALS
from corridor.memory.memo import Depends, remembered
from ui.chain.leg_table import leg_name
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.rows import rows
from ui.language.text import N_
from ui.look.headings import heading_of
from ui.look.markup import tag, together
from ui.look.modes import BASIS, WORK
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from corridor.dataset.tables import Dataset
    from ui.link.view import View

    Row = Mapping[str, Any]

CRITERIA = {
    "time_h": (N_("Time"), "h"),
    "distance_km": (N_("Distance"), "km"),
    "cost_usd_per_teu": (N_("Cost per TEU"), "USD/TEU"),
}
# Of these the range shown is P10 to P90 in practice; sums have none of their own.
USUAL = ("time_h", "cost_usd_per_teu")
_NAMED_GAPS = 8


def sums(
    dataset: Dataset, corridor_id: str, branches: Sequence[str] = ()
) -> tuple[list[Row], dict[str, Row]]:
    """Give the steps of a chain and its totals by criterion, worked out once for the server."""
    return _sums(dataset, corridor_id, tuple(branches))


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def _sums(dataset: Dataset, corridor_id: str, branches: tuple[str, ...]) -> tuple[list[Row], dict[str, Row]]:
    """Work out the steps of a chain and its totals."""
    chain = steps(dataset, corridor_id, branches=branches)
    return list(rows(chain)), {row["criterion"]: row for row in rows(totals(chain))}


def in_practice(dataset: Dataset, corridor_id: str, branches: Sequence[str] = ()) -> Any:
    """Give time and cost of a chain in practice: a row of `corridor.practice.in_practice`, by attribute."""
    return _in_practice(dataset, corridor_id, tuple(branches))


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def _in_practice(dataset: Dataset, corridor_id: str, branches: tuple[str, ...]) -> Any:
    """Work out time and cost of a chain in practice."""
    chain = steps(dataset, corridor_id, branches=branches)
    return next(practice.in_practice(dataset, {corridor_id: chain}).itertuples(index=False))


def totals_table(view: View, corridor_id: str, branches: Sequence[str] = ()) -> Markup:
    """Write one row a criterion: low, typical, high, basis, what is missing."""
    _ = view.words.gettext
    columns = (
        Column(key="criterion", title=_("Total"), is_header=True),
        heading_of(view, TOTALS, "low", kind="figure"),
        heading_of(view, TOTALS, "typical", kind="figure"),
        heading_of(view, TOTALS, "high", kind="figure"),
        Column(key="practice", title=_("In practice, 8 of 10"), is_figure=True),
        Column(key="missing", title=_("What is missing in it")),
    )
    parts, totals_ = sums(view.dataset, corridor_id, branches)
    usual = in_practice(view.dataset, corridor_id, branches)
    lines = [
        Line(
            cells={
                "criterion": _(CRITERIA[row["criterion"]][0]),
                **{end: _end(view, row, end) for end in ("low", "high")},
                "typical": total_chip(view, parts, row),
                "practice": _usual(view, usual, row["criterion"]),
                "missing": gaps(view, row["missing"], parts),
            }
        )
        for row in totals_.values()
    ]
    return table(view, lines, columns, _("Sums of the known parts; a total with gaps is marked as such"))


def _usual(view: View, usual: Any, criterion: str) -> Markup | str:
    """Write P10 to P90 of a total in practice with its median; empty where there is none."""
    low, half, high = (getattr(usual, f"{criterion}_{end}", math.nan) for end in ("p10", "p50", "p90"))
    if math.isnan(half):
        return ""
    unit = CRITERIA[criterion][1]
    ends = wording.size_band(view, low, high, unit, "modelled", beside=half)
    median = wording.size(view, half, unit, "modelled")
    words = view.words.gettext("half within {value}").format(value=median)
    return together(ends, basis_mark(view, "modelled"), tag("small", words))


def usual_figure(view: View, usual: Any, criterion: str) -> Markup:
    """Write the middle of a total in practice with its range, P10 to P90."""
    low, middle, high = (getattr(usual, f"{criterion}_{end}", math.nan) for end in ("p10", "p50", "p90"))
    if math.isnan(middle):
        return together(view.words.gettext("not known"), basis_mark(view, "missing"))
    unit = CRITERIA[criterion][1]
    band = wording.size_band(view, low, high, unit, "modelled", beside=middle)
    return together(
        tag("span", wording.size(view, middle, unit, "modelled"), class_="figure"),
        basis_mark(view, "modelled"),
        tag("small", band),
    )


def cost_note(view: View) -> Markup:
    """Be plain about what is known of cost."""
    words = view.words.gettext(
        "Few operators publish prices per leg. Where no tariff is known, a factor gives only "
        "an order of magnitude: for one laden 20-foot container, marked as modelled, with a "
        "wide range. Storage, insurance and forwarding fees are not included."
    )
    return tag("p", words, class_="cx-note")


def total_chip(view: View, steps_: Sequence[Row], total: Row) -> Markup:
    """Draw one total as a disclosure that opens to what it is made of."""
    _ = view.words.gettext
    words = typical(view, total)
    parts = [row for row in steps_ if row[f"{total['criterion']}_basis"]]
    bases = Counter(row[f"{total['criterion']}_basis"] for row in parts)
    made_of = [
        tag("li", _(BASIS[basis].label), basis_mark(view, basis), f" × {bases[basis]}")
        for basis in BASIS
        if bases[basis]
    ]
    name = _(CRITERIA[total["criterion"]][0])
    whole = (
        _("Every part has a figure.")
        if total["total_complete"]
        else _("Parts without a figure are not in the sum.")
    )
    return tag(
        "details",
        tag("summary", tag("span", words, class_="figure"), basis_mark(view, total["basis"])),
        tag(
            "div",
            tag("p", _("Total of the chain"), " · ", name, class_="what"),
            tag("p", tag("strong", words), basis_mark(view, total["basis"]), class_="value"),
            tag(
                "p",
                _("Our sum over legs and node work. It is only as reliable as its weakest part."),
                " ",
                whole,
                class_="why",
            ),
            tag("h4", _("Made of")),
            tag("ul", *made_of, class_="claims"),
            tag("h4", _("Missing")) if total["missing"] else None,
            gaps(view, total["missing"], steps_, most=None) if total["missing"] else None,
            class_="panel",
            role="group",
            aria_label=_("What this total is made of"),
        ),
        class_=f"claim basis-of-{total['basis']}",
        name="claim",
    )


def total_band(view: View, total: Row) -> Markup | str:
    """Write low to high of a total with its basis mark; empty if nothing is known."""
    words = band_words(view, total)
    return tag("span", words, basis_mark(view, total["basis"]), class_="cx-whole") if words else ""


def band_words(view: View, total: Row) -> str:
    """Write low to high of a total; empty of time and cost, whose range is that in practice."""
    if total["low"] is None or total["low"] == total["high"] or total["criterion"] in USUAL:
        return ""
    unit = CRITERIA[total["criterion"]][1]
    ends = total["low"], total["high"]
    words = wording.size_band(view, *ends, unit, total["basis"], beside=total["typical"])
    # Ends that are written like the total say nothing more.
    return "" if words == wording.size(view, total["typical"], unit, total["basis"]) else words


def gaps(
    view: View, missing: Sequence[str], steps_: Sequence[Row] = (), *, most: int | None = _NAMED_GAPS
) -> Markup:
    """Name the parts of some steps that have no figure."""
    _, _n = view.words.gettext, view.words.ngettext
    if not missing:
        return tag("span", _("nothing"), class_="none")
    named = [part_name(view, part, steps_) for part in missing[:most]]
    rest = len(missing) - len(named)
    if rest:
        named.append(_n("and {count} more", "and {count} more", rest).format(count=rest))
    count = _n("{count} part", "{count} parts", len(missing)).format(count=len(missing))
    return together(tag("b", count), tag("small", "; ".join(named)))


def part_name(view: View, part: str, steps_: Sequence[Row]) -> str:
    """Name a leg by its ends as the steps travel it, node work by its kind and place."""
    work, separator, node = part.partition(":")
    if not separator:
        leg = next((row for row in steps_ if row["leg_id"] == part), None)
        return wording.subject(view, "leg", part) if leg is None else leg_name(view, leg)
    return f"{view.words.gettext(WORK[work].label)}: {wording.node(view, node)}"


def _end(view: View, total: Row, end: str) -> Markup | str:
    """Write the low or high end of a total with its basis mark."""
    if total[end] is None:
        return together("—", basis_mark(view, "missing"))
    unit = CRITERIA[total["criterion"]][1]
    return together(wording.size(view, total[end], unit, total["basis"]), basis_mark(view, total["basis"]))


def typical(view: View, total: Row) -> str:
    """Write the typical value of a total; with gaps it is at least that."""
    _ = view.words.gettext
    if total["typical"] is None:
        return _("not known")
    unit = CRITERIA[total["criterion"]][1]
    words = wording.size(view, total["typical"], unit, total["basis"])
    return words if total["total_complete"] else _("at least {value}").format(value=words)
