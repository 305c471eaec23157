"""Method: each formula, factor, default and limit in plain words, and what the tool must not be used for."""

import streamlit as st

from ui.evidence import measured
from ui.evidence.memory import kept, piece
from ui.evidence.openings import drawn
from ui.look.contents import contents
from ui.sections.method import page as method
from ui.sections.sources import export
from ui.shell import downloads, page

view = page.open_page("method")
_ = view.words.gettext

st.title(_("Method"))
st.html(drawn(view, method.opening(view)))
st.html(contents(view, method.SECTIONS))
for anchor, title in method.SECTIONS.items():
    st.header(_(title), anchor=anchor)
    st.html(piece(view, method.must_not) if anchor == "not-for" else piece(view, method.paragraph, anchor))
    if anchor == "practice":
        st.html(kept(view, "measured-words", lambda: measured.in_words(view)))

downloads.panel(view, name="method", frames=export.factors(view))
page.close_page(view)
