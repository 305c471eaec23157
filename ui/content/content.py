"""The content of a view: what its page says, with the question, the picture and the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from corridor.audit.known import known_until
from corridor.charts.notes import noted
from corridor.publication.content import Content
from ui.content.claim_sources import claims_of, sources_of
from ui.content.compare import compare
from ui.content.conditions import conditions
from ui.content.connectivity import connectivity
from ui.content.corridor import corridor
from ui.content.flights import by_air
from ui.content.ledger import ledger
from ui.content.method import method
from ui.content.notes import annotations, notes_on
from ui.content.overview import overview
from ui.content.own_data import own_data
from ui.content.partners import partners
from ui.content.picture import picture_of
from ui.content.routes import routes
from ui.content.scenarios import scenarios
from ui.content.summary import subject, title
from ui.evidence import wording
from ui.link import nav
from ui.link.stamp import stamped
from ui.link.state import encode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.content.page_content import PageContent
    from ui.link.view import View

_PAGES: Mapping[str, Callable[[View], PageContent]] = {
    "overview": overview,
    "routes": routes,
    "compare": compare,
    "scenarios": scenarios,
    "corridor": corridor,
    "flights": by_air,
    "connectivity": connectivity,
    "partners": partners,
    "sources": ledger,
    "method": method,
    "own-data": own_data,
}


def content_of(view: View, root: str | None = None) -> Content:
    """
    Give what a view says.

    Parameters
    ----------
    view
        The visit. Nothing of it is asked that a plain route of the server could not give.
    root
        Address of the server's root, without a slash at its end; None if it is not known.
    """
    page = _PAGES[view.page](view)
    claims = claims_of(view, page.figures, page.tables, page.charts)
    charts = tuple(noted(chart, notes_on(view, chart.id)) for chart in page.charts)
    query, until = urlencode(encode(stamped(view))), known_until(view.dataset)
    return Content(
        page=view.page,
        lang=view.lang,
        title=title(view),
        subject=subject(view),
        sentence=page.opening.sentence,
        doubt=page.opening.doubt,
        basis=page.opening.basis,
        known=page.opening.known,
        conditions=conditions(view),
        figures=page.figures,
        picture=picture_of(view) if page.map_in_words else None,
        picture_text=page.map_in_words,
        charts=charts,
        tables=page.tables,
        claims=claims,
        annotations=annotations(view) if page.map_in_words else (),
        sources=sources_of(view, claims, page.sources),
        query=query,
        link="" if root is None else link_of(view.page, query, root),
        data_version=view.dataset.version,
        data_date=view.dataset.package.created,
        known_until=wording.when(view, until) if until else "",
    )


def link_of(page: str, query: str, root: str) -> str:
    """Write the whole address of a view from its page, its canonical keys and the server's root."""
    return f"{root}/{nav.entry(page).path}?{query}"
