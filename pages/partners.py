"""Partners: projects, papers and promises, what they are meant to fix, and who takes part."""

import streamlit as st

from ui.evidence.chart_points import points_of
from ui.evidence.memory import piece
from ui.look import first_screen
from ui.look.chart_notes import write_notes
from ui.look.markup import together
from ui.map import show as route_map
from ui.sections.partners import (
    export,
    first_answer,
    minerals_part,
    organisations,
    papers,
    part_answer,
    project_card,
    project_map,
    project_timeline,
    promises,
    register_choice,
    register_table,
    trade,
    trade_chart,
    visit_timeline,
    works,
    works_pair,
)
from ui.sections.partners.parts import TITLES, choose_part
from ui.shell import downloads, page

view = page.open_page("partners")
_ = view.words.gettext

st.title(_("Partners"))
answer = st.container()
part = choose_part(view)
if part != "register":
    first = piece(view, part_answer.sentence)
    if first is not None:
        answer.html(first)
    st.header(_(TITLES[part]), anchor=False)

if part == "register":
    found = register_choice.choose(view)
    project = register_choice.choose_project(view, found)
    opened = None if project is None else register_choice.row(view, project)
    answer.html(piece(view, first_answer.sentence, found))
    with_map, beside = first_screen.halves()
    with with_map:
        scene = project_map.scene(view, found)
        route_map.show(view, scene, key="map-partners", height=460, on_pick=project_map.pick)
    beside.html(first_answer.beside(view, found, opened))
    if opened is not None:
        st.html(project_card.card(view, opened))
    st.header(_(TITLES[part]), anchor=False)
    st.subheader(_("Start and due dates"), anchor=False)
    st.html(piece(view, project_timeline.drawn, found))
    write_notes(view, *points_of(view, project_timeline.chart, found))
    st.html(together(piece(view, register_table.rule), piece(view, register_table.register_table, found)))
    frames = export.register(view, found)
elif part == "papers":
    st.html(piece(view, papers.visit_list))
    st.subheader(_("All papers"), anchor=False)
    chosen = papers.choose(view)
    st.html(piece(view, papers.papers_table, chosen, _("Treaties, agreements, memoranda, the newest first")))
    st.subheader(_("Visits and meetings"), anchor=False)
    st.html(piece(view, papers.events_line))
    frames = export.papers(view, chosen)
elif part == "promises":
    occasion, sector = st.columns([3, 1])
    with occasion:
        visit = promises.choose_visit(view)
    with sector:
        promised = promises.choose_sector(view, promises.promised(view, visit))
    st.html(
        together(
            piece(view, promises.summary, promised),
            piece(view, visit_timeline.drawn, visit, promised),
        )
    )
    write_notes(view, *points_of(view, visit_timeline.chart, visit, promised))
    st.html(piece(view, promises.promises_table, promised))
    frames = export.promises(view, visit, promised)
elif part == "mending":
    pair = works_pair.choose_pair(view)
    st.html(together(piece(view, works.lead, pair), piece(view, works.join_table, pair)))
    st.subheader(_("Bottlenecks without a project"), anchor=False)
    st.html(piece(view, works.nobody_table, pair))
    st.subheader(_("Projects without a bottleneck"), anchor=False)
    st.html(piece(view, works.loose_list))
    frames = export.mending(view, pair)
elif part == "minerals":
    frames = minerals_part.draw(view)
elif part == "trade":
    st.html(piece(view, trade_chart.drawn))
    write_notes(view, *points_of(view, trade_chart.chart))
    st.html(piece(view, trade_chart.why))
    st.html(together(piece(view, trade.not_summed), piece(view, trade.trade_table)))
    st.html(piece(view, trade.told_table))
    frames = export.trade(view)
else:
    organisation = organisations.choose(view)
    st.html(piece(view, organisations.profile, organisation))
    st.html(piece(view, organisations.overview))
    frames = export.organisations(view, organisation)

downloads.panel(view, name="partners", frames=frames)
page.close_page(view)
