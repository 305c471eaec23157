"""Scenarios: what if, beside today; how sure, how much, what to fix first, what hurts most, many at once."""

import streamlit as st

from ui.sections.routes import style as routes_style
from ui.sections.scenarios import compare_part, decisions, style, sweep_part
from ui.sections.scenarios.parts import choose_part
from ui.shell import downloads, page

view = page.open_page("scenarios")
_ = view.words.gettext

routes_style.dress()
style.dress()
st.title(_("Scenarios"))
answer = st.container()
part = choose_part(view)
if part in decisions.DECISIONS:
    frames = decisions.draw(view, answer)
elif part == "sweep":
    frames = sweep_part.draw(view, answer)
else:
    frames = compare_part.draw(view, answer)

downloads.panel(view, name="scenarios", frames=frames)
page.close_page(view)
