"""What the page Method says: each paragraph as a row, and what the tool must not be used for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.publication.content import Table
from ui.content import cells
from ui.content.page_content import PageContent
from ui.evidence.rows import rows
from ui.sections.method import page
from ui.sections.method.paragraphs import MUST_NOT, PARAGRAPHS

if TYPE_CHECKING:
    from ui.link.view import View


def method(view: View) -> PageContent:
    """Give what the page Method says."""
    return PageContent(
        opening=page.opening(view),
        tables=(_paragraphs(view), _must_not(view)),
        sources=tuple(
            dict.fromkeys(row["source_id"] for row in rows(view.dataset.factors) if row["role"] == "default")
        ),
    )


def _paragraphs(view: View) -> Table:
    """Write one row a paragraph: what, by which formula, how, with which limits."""
    _ = view.words.gettext
    lines = tuple(
        (
            cells.words(_(paragraph.title)),
            cells.words(_(paragraph.formula) if paragraph.formula else ""),
            cells.words(" ".join(_(words) for words in paragraph.text)),
            cells.words(" ".join(_(words) for words in paragraph.limits)),
        )
        for paragraph in PARAGRAPHS
    )
    heads = (_("What"), _("Formula"), _("How"), _("Limits"))
    return Table(id="method", title=_("How figures are worked out"), heads=heads, rows=lines)


def _must_not(view: View) -> Table:
    """Write what the tool must not be used for."""
    _ = view.words.gettext
    lines = tuple((cells.words(_(words)),) for words in MUST_NOT)
    return Table(id="not-for", title=_(page.NOT_FOR), heads=(_(page.NOT_FOR),), rows=lines)
