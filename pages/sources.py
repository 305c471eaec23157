"""Sources and data: the rule, every claim, conflicts, ageing, coverage, sources, factors."""

import streamlit as st

from ui import (
    ageing,
    claims_table,
    coverage,
    disagreements,
    downloads,
    facets,
    factor_table,
    provenance,
    rule,
    shell,
    shown,
    source_list,
)
from ui.kept import kept
from ui.provenance import SECTIONS

view = shell.open_page("sources")
_ = view.words.gettext

st.title(_("Sources and data"))
st.html(kept(view, "lead", lambda: provenance.lead(view)))

st.header(_(SECTIONS["rule"]), anchor="rule")
st.html(kept(view, "rule", lambda: rule.in_words(view)))

st.header(_(SECTIONS["ledger"]), anchor="ledger")
if view.state.claim:
    st.html(claims_table.claim_whole(view, view.state.claim))
found = facets.choose(view)
start, end = facets.span(view, "page", len(found))
st.html(claims_table.page(view, found, start, end))
facets.choose_page(view, "page", len(found))

st.header(_(SECTIONS["conflicts"]), anchor="conflicts")
count = disagreements.count(view)
start, end = facets.span(view, "conflict_page", count)
st.html(kept(view, "conflicts-in-short", lambda: disagreements.in_short(view)))
st.html(kept(view, "conflicts", lambda: disagreements.conflicts_table(view, start, end), start, end))
facets.choose_page(view, "conflict_page", count)

st.header(_(SECTIONS["ageing"]), anchor="ageing")
st.html(kept(view, "ageing", lambda: ageing.whole(view)))

st.header(_(SECTIONS["coverage"]), anchor="coverage")
st.html(kept(view, "coverage", lambda: coverage.summary(view)))
corridor = coverage.choose_corridor(view)
st.html(kept(view, "matrices", lambda: coverage.matrices(view, corridor), corridor))

st.header(_(SECTIONS["sources"]), anchor="sources")
source_list.search_box(view)
words = view.state.source_search
count = source_list.count(view, words)
start, end = facets.span(view, "source_page", count)
st.html(source_list.sources_table(view, words, start, end))
facets.choose_page(view, "source_page", count)

st.header(_(SECTIONS["factors"]), anchor="factors")
st.html(kept(view, "factors", lambda: factor_table.factors(view)))

downloads.panel(view, name="sources", frames=shown.ledger(view, found))
shell.close_page(view)
