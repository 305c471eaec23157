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
TOPICS = ("kz-rs", "serbian-companies-in-kz", "kazakh-companies-in-rs", "mirror-statistics")
_GROUPS = frozenset({"trade"})


def trade_table(view: View) -> Markup:
    """Write one row a figure, the newest period first; figures that differ stand below each other."""
    _ = view.words.gettext
    columns = (
        Column(key="period", title=_("Period"), is_header=True),
        Column(key="flow", title=_("Flow")),
        Column(key="figure", title=_("Figure"), is_figure=True),
        Column(key="reporter", title=_("As reported by")),
        Column(key="source", title=_("Who says so")),
    )
    lines = [_line(view, row) for row in figures_told(view)]
    caption = _("Trade between Kazakhstan and Serbia; where sources disagree, all figures are shown")
    return table(view, lines, columns, caption, class_="cx-trade")


def figures_told(view: View) -> list[Row]:
    """Give every figure of trade between the two, the newest period first."""
    told = [row for row in rows(view.dataset.trade) if {row["reporter"], row["partner"]} == {"KZ", "RS"}]
    told.sort(key=lambda row: (_FLOWS.index(row["flow"]), row["value_usd"]))
    return sorted(told, key=lambda row: str(row["period"]), reverse=True)


def topics_told(view: View) -> list[tuple[str, str]]:
    """List all else that is claimed of trade and companies: topic and quantity."""
    quantities, claims = by_id(view.dataset, "quantities"), view.dataset.claims
    told = []
    for topic in TOPICS:
        if view.dataset.has("topics", topic):
            mine = claims[(claims["subject_type"] == "topic") & (claims["subject_id"] == topic)]
            told += [(topic, quantity) for quantity in dict.fromkeys(mine["quantity"])]
    return [(topic, quantity) for topic, quantity in told if quantities[quantity]["group"] in _GROUPS]


def flow_words(view: View, row: Row) -> str:
    """Say in which direction a figure of trade goes."""
    countries = by_id(view.dataset, "countries")
    reporter_, partner = (view.words.name(countries[row[side]]) for side in ("reporter", "partner"))
    ends = {"export": (reporter_, partner), "import": (partner, reporter_)}.get(row["flow"])
    return " → ".join(ends) if ends else view.words.gettext("Turnover")


def reporter(view: View, row: Row) -> str:
    """Name the country that reports a figure of trade."""
    return view.words.name(by_id(view.dataset, "countries")[row["reporter"]])


def told_table(view: View) -> Markup:
    """Write all else that is claimed of trade and companies, each with its chip."""
    _ = view.words.gettext
    quantities = by_id(view.dataset, "quantities")
    columns = (
        Column(key="what", title=_("What"), is_header=True),
        Column(key="about", title=_("About")),
        Column(key="figure", title=_("Figure"), is_figure=True),
    )
    lines = [
        Line(
            cells={
                "what": view.words.name(quantities[quantity]),
                "about": wording.subject(view, "topic", topic),
                "figure": subject_chip(
                    view, "topic", topic, quantity, figure(view.dataset, "topic", topic, quantity)
                ),
            }
        )
        for topic, quantity in topics_told(view)
    ]
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
    return Line(
        cells={
            "period": wording.when(view, row["period"]),
            "flow": together(
                flow_words(view, row),
                tag("small", wording.data_text(view, row["note"])) if row["note"] else None,
            ),
            "figure": together(
                fmt.quantity(row["value_usd"], "USD", view.lang), basis_mark(view, "published")
            ),
            "reporter": reporter(view, row),
            "source": source_link(view, row["source_id"]),
        }
    )
