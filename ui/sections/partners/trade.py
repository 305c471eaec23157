"""Trade by period and direction with every conflicting figure, and who counts companies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.evidence.claims import figure
from ui.evidence import wording
from ui.evidence.chips import basis_mark, source_link, subject_chip
from ui.evidence.rows import by_id, rows
from ui.language import format as fmt
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

_FLOWS = ("turnover", "export", "import")
TOPICS = ("kz-rs", "serbian-companies-in-kz", "kazakh-companies-in-rs")
_GROUPS = frozenset({"trade"})


def trade_table(view: View) -> Markup:
    """Write one row a figure, the newest period first; figures that differ stand below each other."""
    _ = view.words.gettext
    told = [row for row in rows(view.dataset.trade) if {row["reporter"], row["partner"]} == {"KZ", "RS"}]
    columns = (
        Column(key="period", title=_("Period"), is_header=True),
        Column(key="flow", title=_("Flow")),
        Column(key="figure", title=_("Figure"), is_figure=True),
        Column(key="reporter", title=_("As reported by")),
        Column(key="source", title=_("Who says so")),
    )
    told.sort(key=lambda row: (_FLOWS.index(row["flow"]), row["value_usd"]))
    told.sort(key=lambda row: str(row["period"]), reverse=True)
    lines = [_line(view, row) for row in told]
    caption = _("Trade between Kazakhstan and Serbia; where sources disagree, all figures are shown")
    return table(view, lines, columns, caption, class_="cx-trade")


def told_table(view: View) -> Markup:
    """Write all else that is claimed of trade and companies, each with its chip."""
    _ = view.words.gettext
    quantities = by_id(view.dataset, "quantities")
    claims = view.dataset.claims
    columns = (
        Column(key="what", title=_("What"), is_header=True),
        Column(key="about", title=_("About")),
        Column(key="figure", title=_("Figure"), is_figure=True),
    )
    lines = []
    for topic in TOPICS:
        if not view.dataset.has("topics", topic):
            continue
        mine = claims[(claims["subject_type"] == "topic") & (claims["subject_id"] == topic)]
        for quantity in dict.fromkeys(mine["quantity"]):
            if quantities[quantity]["group"] not in _GROUPS:
                continue
            estimate = figure(view.dataset, "topic", topic, quantity)
            lines.append(
                Line(
                    cells={
                        "what": view.words.name(quantities[quantity]),
                        "about": wording.subject(view, "topic", topic),
                        "figure": subject_chip(view, "topic", topic, quantity, estimate),
                    }
                )
            )
    return table(view, lines, columns, _("Claims about trade and companies"))


def not_summed(view: View) -> Markup:
    """Say what is not added up, and why."""
    _ = view.words.gettext
    count = int(view.dataset.projects["do_not_sum"].sum())
    words = _(
        "Nothing is added up here. {count} projects carry the mark “do not sum”: pledges, values of whole "
        "projects and umbrella programmes are no flows between the two countries."
    )
    return tag("p", words.format(count=fmt.number(count, view.lang)), class_="cx-note")


def _line(view: View, row: Row) -> Line:
    """Write one figure of trade with its direction, reporter and source."""
    countries = by_id(view.dataset, "countries")
    reporter, partner = (view.words.name(countries[row[side]]) for side in ("reporter", "partner"))
    ends = {"export": (reporter, partner), "import": (partner, reporter)}.get(row["flow"])
    return Line(
        cells={
            "period": wording.when(view, row["period"]),
            "flow": together(
                " → ".join(ends) if ends else view.words.gettext("Turnover"),
                tag("small", wording.english(view, row["note"])) if row["note"] else None,
            ),
            "figure": together(
                fmt.quantity(row["value_usd"], "USD", view.lang), basis_mark(view, "published")
            ),
            "reporter": reporter,
            "source": source_link(view, row["source_id"]),
        }
    )
