"""What the page Corridor says: its totals, its legs, and what it carried by year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corridor.chain.itinerary import itinerary
from corridor.publication.content import Figure, Table
from ui.chain.itinerary import summary
from ui.chain.totals import CRITERIA, band_words, in_practice, sums, typical
from ui.content import cells
from ui.content.page_content import PageContent
from ui.content.route_cells import usual_cell
from ui.content.steps import steps_table
from ui.sections.corridor import first_answer, rivals, volumes
from ui.sections.corridor.choice import way_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.link.view import View
    from ui.sections.corridor.choice import Way

    Row = Mapping[str, Any]

_USUAL = {"time_h": "h", "cost_usd_per_teu": "USD"}


def corridor(view: View) -> PageContent:
    """Give what the page Corridor says."""
    _ = view.words.gettext
    chosen = way_of(view)
    chain, totals = sums(view.dataset, chosen.corridor, chosen.branches)
    steps = itinerary(view.dataset, chosen.corridor, branches=chosen.branches)
    return PageContent(
        opening=first_answer.opening(view, chosen),
        figures=_figures(view, chosen, totals),
        tables=(
            steps_table(view, chain, title=_("Every leg in order, with the work between the legs")),
            _totals(view, chosen, totals),
        ),
        charts=(*rivals.charts(view, chosen), *volumes.whole_charts(view, chosen)),
        map_in_words=f"{_('Map of the chosen corridor')}. {summary(view, steps)}",
    )


def _figures(view: View, chosen: Way, totals: Mapping[str, Row]) -> tuple[Figure, ...]:
    """Give time and cost in practice, then the sums that stand beside them."""
    _ = view.words.gettext
    usual = in_practice(view.dataset, chosen.corridor, chosen.branches)._asdict()
    titles = {"time_h": _("Time in practice"), "cost_usd_per_teu": _("Cost per TEU in practice")}
    return (
        *(
            replace(cells.in_practice(view, titles[name], usual, name, unit), id=f"{name}_in_practice")
            for name, unit in _USUAL.items()
        ),
        *(replace(_sum(view, _(title), totals[name]), id=name) for name, title in first_answer.SUMS.items()),
    )


def _sum(view: View, name: str, total: Row) -> Figure:
    """Give one total of the chain."""
    return Figure(
        name=name, text=typical(view, total), range_text=band_words(view, total), basis=total["basis"]
    )


def _totals(view: View, chosen: Way, totals: Mapping[str, Row]) -> Table:
    """Write one row a criterion: the sum, and what happens in practice."""
    _ = view.words.gettext
    usual = in_practice(view.dataset, chosen.corridor, chosen.branches)._asdict()
    lines = []
    for name, (title, unit) in CRITERIA.items():
        lines.append(
            (
                cells.words(_(title)),
                cells.total(view, totals[name]),
                usual_cell(view, usual, name, unit),
                cells.count(view, len(totals[name]["missing"])),
            )
        )
    heads = (_("Total"), _("Typical"), _("In practice, 8 of 10"), _("What is missing in it"))
    note = _("Sums of the known parts; a total with gaps is marked as such")
    return Table(id="totals", title=_("Totals"), heads=heads, rows=tuple(lines), note=note)
