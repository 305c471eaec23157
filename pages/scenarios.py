"""Scenarios: what if, beside today; how sure, how much, what to fix first, what hurts most, many at once."""

import streamlit as st

from ui.sections.routes import style as routes_style
from ui.sections.scenarios import compare_part, decisions, style
from ui.sections.scenarios.parts import choose_part
from ui.shell import downloads, page

view = page.open_page("scenarios")
_ = view.words.gettext

routes_style.dress()
style.dress()
st.title(_("Scenarios"))
answer = st.container()
part = choose_part(view)
frames = decisions.draw(view, answer) if part in decisions.DECISIONS else compare_part.draw(view, answer)

downloads.panel(view, name="scenarios", frames=frames)
page.close_page(view)
