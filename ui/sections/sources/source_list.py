"""The list of sources with how much rests on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from corridor.audit.source_use import sources
from ui.evidence import wording
from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.link import address
from ui.link.key_values import MAX_WORDS
from ui.look.links import ledger_way
from ui.look.markup import link, tag, together
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View


def search_box(view: View) -> None:
    """Draw the search box of the list; the address holds the words."""
    _ = view.words.gettext
    st.text_input(
        _("Search the sources"),
        placeholder=_("words in publisher, title or address"),
        max_chars=MAX_WORDS,
        **address.bound(view.state, "source_search", clear=("source_page",)),
    )


def count(view: View, words: str) -> int:
    """Count the sources that hold all the words."""
    return len(sources(view.dataset, words=words))


def sources_table(view: View, words: str, start: int, end: int) -> Markup:
    """Write some of the sources, the most cited first."""
    _, _n = view.words.gettext, view.words.ngettext
    found = sources(view.dataset, words=words)
    columns = (
        Column(key="title", title=_("Source"), is_header=True),
        Column(key="kind", title=_("Kind")),
        Column(key="published", title=_("Published")),
        Column(key="claims", title=_("Claims"), is_count=True),
        Column(key="rows", title=_("Other uses"), is_count=True),
    )
    lines = [
        Line(
            cells={
                "title": together(
                    link(row["title"], row["url"], lang="en" if view.lang != "en" else None),
                    tag("small", row["publisher"]),
                ),
                "kind": view.words.term(row["kind"]),
                "published": wording.when(view, row["published"])
                if row["published"]
                else tag("span", _("undated"), class_="none"),
                "claims": ledger_way(
                    view, fmt.number(row["claims_count"], view.lang), source=row["source_id"]
                )
                if row["claims_count"]
                else "–",
                "rows": fmt.number(row["rows_count"], view.lang) if row["rows_count"] else "–",
            }
        )
        for row in rows(found.iloc[start:end])
    ]
    caption = _n("{count} source, the most cited first", "{count} sources, the most cited first", len(found))
    return table(
        view,
        lines,
        columns,
        caption.format(count=fmt.number(len(found), view.lang)),
        class_="cx-sources",
        empty=_("No source holds all of these words."),
        fold="never" if start or words else "always",
    )
