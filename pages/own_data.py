"""Your own data: bring tables, see everything that is wrong with them, explore with them."""

import streamlit as st

from ui.look import first_screen
from ui.sections.own_data import report, upload
from ui.shell import page

view = page.open_page("own-data")
_ = view.words.gettext

st.title(_("Your own data"))
st.html(first_screen.answer(upload.lead_words(view)))

st.header(_("What you can bring"), anchor=False)
st.html(upload.what_to_bring(view))
upload.template(view)

st.header(_("Bring your files"), anchor=False)
intake = upload.choose_files(view)
if intake is not None:
    st.header(_("What was found"), anchor=False)
    st.html(report.outcome(view, intake))
    upload.offer(view, intake)
    if len(intake.findings):
        st.html(report.findings_table(view, intake))
        report.download(view, intake)
    if intake.notes:
        st.html(report.notes_list(view, intake))

st.header(_("What happens to your files"), anchor=False)
st.html(upload.promise(view))

page.close_page(view)
