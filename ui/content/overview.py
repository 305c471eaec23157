"""What the Overview says: the headline figures, and every corridor on one line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corridor.chain.crossings import crossings
from corridor.publication.content import Cell, Table
from ui.chain.connections import chains
from ui.chain.totals import in_practice, sums
from ui.content import cells
from ui.content.page_content import PageContent
from ui.content.route_cells import usual_cell
from ui.evidence import wording
from ui.look.modes import STATUS
from ui.sections.overview import first_answer
from ui.sections.overview.headlines import BESIDE, HEADLINES, estimate_of, known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.publication.content import Figure
    from ui.link.view import View

    Row = Mapping[str, Any]


def overview(view: View) -> PageContent:
    """Give what the Overview says."""
    _ = view.words.gettext
    return PageContent(
        opening=first_answer.opening(view),
        figures=tuple(_figure(view, headline) for headline in known(view, HEADLINES[:BESIDE])),
        tables=(_corridors(view), _other_figures(view)),
        map_in_words=_("Map of the link: the direct flight and every Trans-Caspian route"),
    )


def _figure(view: View, headline: Any) -> Figure:
    """Give one headline figure."""
    told = cells.headline(view, view.words.gettext(headline.title), estimate_of(view, headline))
    return replace(told, id=f"{headline.subject_id}-{headline.quantity}")


def _corridors(view: View) -> Table:
    """Write one row a corridor."""
    _ = view.words.gettext
    heads = (
        _("Corridor"),
        _("Distance"),
        _("Time in practice"),
        _("Time by timetable"),
        _("Cost per TEU in practice"),
        _("Borders"),
        _("Transhipments"),
        _("Status"),
    )
    return Table(
        id="corridors",
        title=_("Connections"),
        heads=heads,
        rows=tuple(_corridor(view, row) for row in chains(view)),
        units=("", "km", "h", "h", "USD", "", "", ""),
    )


def _corridor(view: View, row: Row) -> tuple[Cell, ...]:
    """Write one corridor."""
    chain, totals = sums(view.dataset, row["corridor_id"])
    found = crossings(step["work"] for step in chain)
    usual = in_practice(view.dataset, row["corridor_id"])._asdict()
    ends = f"{wording.node(view, row['from_node'])} – {wording.node(view, row['to_node'])}"
    return (
        cells.words(f"{view.words.name(row)} ({ends})"),
        cells.total(view, totals["distance_km"]),
        usual_cell(view, usual, "time_h", "h"),
        cells.total(view, totals["time_h"]),
        usual_cell(view, usual, "cost_usd_per_teu", "USD"),
        *(cells.count(view, count) for count in (found.borders, found.transhipments)),
        cells.words(view.words.gettext(STATUS[row["status"] or "unknown"].label)),
    )


def _other_figures(view: View) -> Table:
    """Write the headline figures that stand below the first screen."""
    _ = view.words.gettext
    return Table(
        id="figures",
        title=_("In figures"),
        heads=(_("What"), _("Figure")),
        rows=tuple(
            (cells.words(_(headline.title)), cells.estimated(view, estimate_of(view, headline)))
            for headline in known(view, HEADLINES[BESIDE:])
        ),
    )
