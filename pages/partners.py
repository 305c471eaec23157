"""Partners: projects, papers and promises, what they are meant to mend, and who takes part."""

import streamlit as st

from ui.look.markup import together
from ui.map import show as route_map
from ui.sections.partners import (
    export,
    minerals,
    organisations,
    papers,
    project_card,
    project_map,
    promises,
    register_choice,
    register_table,
    trade,
    ways_out,
    works,
    works_pair,
)
from ui.sections.partners.parts import TITLES, choose_part
from ui.shell import downloads, page

view = page.open_page("partners")
_ = view.words.gettext

st.title(_("Partners"))
part = choose_part(view)
st.header(_(TITLES[part]), anchor=False)

if part == "register":
    found = register_choice.choose(view)
    project = register_choice.choose_project(view, found)
    scene = project_map.scene(view, found)
    route_map.show(view, scene, key="map-partners", height=460, on_pick=project_map.pick)
    if project is not None:
        st.html(project_card.card(view, register_choice.row(view, project)))
    st.html(together(register_table.rule(view), register_table.register_table(view, found)))
    frames = export.register(view, found)
elif part == "papers":
    st.html(papers.visit_list(view))
    st.subheader(_("All papers"), anchor=False)
    chosen = papers.choose(view)
    st.html(papers.papers_table(view, chosen, _("Treaties, agreements, memoranda, the newest first")))
    st.subheader(_("Visits and meetings"), anchor=False)
    st.html(papers.events_line(view))
    frames = export.papers(view, chosen)
elif part == "promises":
    occasion, sector = st.columns([3, 1])
    with occasion:
        visit = promises.choose_visit(view)
    with sector:
        promised = promises.choose_sector(view, promises.promised(view, visit))
    st.html(together(promises.summary(view, promised), promises.promises_table(view, promised)))
    frames = export.promises(view, visit, promised)
elif part == "mending":
    pair = works_pair.choose_pair(view)
    st.html(together(works.lead(view, pair), works.join_table(view, pair)))
    st.subheader(_("What nobody is fixing"), anchor=False)
    st.html(works.nobody_table(view, pair))
    st.subheader(_("Projects without a bottleneck"), anchor=False)
    st.html(works.loose_list(view))
    frames = export.mending(view, pair)
elif part == "minerals":
    st.html(together(minerals.lead(view), minerals.sites_table(view)))
    st.subheader(_("The way out"), anchor=False)
    destination = ways_out.choose_destination(view)
    st.html(ways_out.ways_table(view, destination))
    st.subheader(_("Who has agreed with whom"), anchor=False)
    st.html(minerals.partners_table(view))
    frames = export.raw_materials(view, destination)
elif part == "trade":
    st.html(together(trade.not_summed(view), trade.trade_table(view)))
    st.html(trade.told_table(view))
    frames = export.trade(view)
else:
    organisation = organisations.choose(view)
    st.html(organisations.profile(view, organisation))
    st.html(organisations.overview(view))
    frames = export.organisations(view, organisation)

downloads.panel(view, name="partners", frames=frames)
page.close_page(view)
