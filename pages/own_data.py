"""Your own data: bring tables, see everything that is wrong with them, explore with them."""

import streamlit as st

from ui import own_report, own_upload, shell

view = shell.open_page("own-data")
_ = view.words.gettext

st.title(_("Your own data"))
st.html(own_upload.lead(view))

st.header(_("What you can bring"), anchor=False)
st.html(own_upload.what_to_bring(view))
own_upload.template(view)

st.header(_("Bring your files"), anchor=False)
intake = own_upload.choose_files(view)
if intake is not None:
    st.header(_("What was found"), anchor=False)
    st.html(own_report.outcome(view, intake))
    own_upload.offer(view, intake)
    if len(intake.findings):
        st.html(own_report.findings_table(view, intake))
        own_report.download(view, intake)
    if intake.notes:
        st.html(own_report.notes_list(view, intake))

st.header(_("What happens to your files"), anchor=False)
st.html(own_upload.promise(view))

shell.close_page(view)
