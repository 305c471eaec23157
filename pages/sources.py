"""Sources and data: the rule, every claim, conflicts, ageing, coverage, sources, factors."""

import streamlit as st

from ui.evidence import ageing, claims_table, measured
from ui.evidence.memory import kept
from ui.look.contents import contents
from ui.sections.sources import (
    coverage,
    disagreements,
    export,
    facets,
    factor_table,
    provenance,
    rule,
    source_list,
)
from ui.sections.sources.provenance import SECTIONS
from ui.shell import downloads, page

view = page.open_page("sources")
_ = view.words.gettext

headings = {}

st.title(_("Sources and data"))
st.html(kept(view, "lead", lambda: provenance.lead(view)))
st.html(contents(view, SECTIONS))

headings["ledger"] = st.container()
if view.state.claim:
    st.html(claims_table.claim_whole(view, view.state.claim))
found = facets.choose(view)
start, end = facets.span(view, "page", len(found))
st.html(claims_table.page(view, found, start, end))
facets.choose_page(view, "page", len(found))

headings["conflicts"] = st.container()
count = disagreements.count(view)
start, end = facets.span(view, "conflict_page", count)
st.html(kept(view, "conflicts-in-short", lambda: disagreements.in_short(view)))
st.html(kept(view, "conflicts", lambda: disagreements.conflicts_table(view, start, end), start, end))
facets.choose_page(view, "conflict_page", count)

headings["ageing"] = st.container()
st.html(kept(view, "ageing", lambda: ageing.whole(view)))

headings["coverage"] = st.container()
st.html(kept(view, "coverage", lambda: coverage.summary(view)))
st.html(kept(view, "measured-words", lambda: measured.in_words(view)))
st.html(kept(view, "measured", lambda: measured.tables(view)))
corridor = coverage.choose_corridor(view)
st.html(kept(view, "matrices", lambda: coverage.matrices(view, corridor), corridor))

headings["sources"] = st.container()
source_list.search_box(view)
words = view.state.source_search
count = source_list.count(view, words)
start, end = facets.span(view, "source_page", count)
st.html(source_list.sources_table(view, words, start, end))
facets.choose_page(view, "source_page", count)

headings["rule"] = st.container()
st.html(kept(view, "rule", lambda: rule.in_words(view)))

headings["factors"] = st.container()
st.html(kept(view, "factors", lambda: factor_table.factors(view)))

# The browser scrolls to the heading that the address names as soon as it is there: all else comes first.
for section, place in headings.items():
    place.header(_(SECTIONS[section]), anchor=section)

downloads.panel(view, name="sources", frames=export.ledger(view, found))
page.close_page(view)
