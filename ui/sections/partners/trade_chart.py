"""Trade as both countries report it, drawn, and why the two differ."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.charts.trade import trade
from corridor.dataset.records import records
from corridor.memory.memo import Depends, remembered
from corridor.partners.trade import trade_gaps, trade_reports
from ui.evidence.chips import basis_mark, source_link
from ui.look.chart_panels import panel_chart
from ui.look.chart_twin import twin_fold
from ui.look.links import way
from ui.look.markup import tag
from ui.look.picture_menu import chart_menu

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from corridor.dataset.tables import Dataset
    from ui.link.view import View

METHOD, FREIGHT = "un-comtrade-partner-differences", "wits-2010-mirror-data"
ENERGY, OIL = "vestionline-2017-06-08-trade", "seeenergy-2022-04-oil"


def chart(view: View) -> Chart | None:
    """Give the chart of trade, or None if nothing is recorded."""
    reports, gaps = reported(view.dataset)
    return trade(view, records(reports), records(gaps)) if len(reports) else None


@remembered(depends_on=Depends.CLAIMS)
def reported(dataset: Dataset) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give what both report, and the gaps between them."""
    reports = trade_reports(dataset)
    return reports, trade_gaps(reports)


def drawn(view: View, *, is_titled: bool = False) -> Markup | None:
    """Draw the chart with its ways out."""
    found = chart(view)
    if found is None:
        return None
    drawing = panel_chart(view, found, is_titled=is_titled)
    return tag("div", drawing, chart_menu(view, found, {}), twin_fold(view, found))


def in_short(view: View) -> Markup | None:
    """Draw both directions together, with the way to the rest."""
    found = chart(view)
    if found is None:
        return None
    words = view.words.gettext("By direction, and why the figures differ")
    more = tag("p", way(view, "partners", words, part="trade"), class_="cx-small")
    both = replace(found, panels=found.panels[:1])
    menu = chart_menu(view, found, {}, is_of_view=False)
    return tag("div", panel_chart(view, both, mark=basis_mark(view, "published")), menu, more)


def why(view: View) -> Markup | None:
    """Say why two countries report different figures of the same trade, each reason with who says so."""
    _ = view.words.gettext
    if not all(view.dataset.has("sources", source) for source in (METHOD, FREIGHT, OIL, ENERGY)):
        return None
    items = [
        tag("li", words, *(part for source in sources for part in (" ", source_link(view, source))))
        for words, sources in _reasons(view)
    ]
    return tag(
        "section",
        tag("h3", _("Why the figures differ")),
        tag("ul", *items, class_="cx-list"),
        tag("p", _("No source says how much of the difference each reason explains."), class_="cx-note"),
    )


def _reasons(view: View) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the reasons with their sources."""
    _ = view.words.gettext
    yield (
        _(
            "Imports should be booked under the country of origin, exports under the final destination. "
            "It is often not known where goods end that are sold through a third country."
        ),
        (METHOD,),
    )
    yield (
        _("Imports include transport and insurance, exports do not: a difference of 10 to 20 percent."),
        (METHOD, FREIGHT),
    )
    yield (_("Goods sent in one year may arrive in the next."), (METHOD,))
    yield (
        _(
            "Energy goods led Serbia's figures (2017). A third of its imported crude oil came from Russia "
            "and Kazakhstan, most of it by the pipeline from Croatia (2022)."
        ),
        (ENERGY, OIL),
    )
