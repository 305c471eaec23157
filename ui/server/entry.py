"""What Streamlit runs for every visit: it opens the page that the address names.

This script stands in ``ui/`` and not beside ``pages/`` on purpose. Streamlit takes a folder ``pages/`` beside
its entry script for the old kind of multipage app until the first ``st.navigation`` of the process: the first
deep link after a start would run the page without this script. ``tests/browser`` opens one on a fresh server.
"""

import streamlit as st

from ui.link import nav, own
from ui.server import unheard
from ui.server.garbage import collector
from ui.server.run_log import logged_run
from ui.serving.pages_first import pages
from ui.shell import own_banner

with collector.run(), pages.run():
    page = st.navigation(nav.streamlit_pages(), position="hidden")
    messages = unheard.sent()
    with logged_run(page.url_path) as run:
        try:
            page.run()
        except Exception:
            # What the server's own data bring about is a fault of ours; a visitor's own may lack anything.
            if own.current() is None:
                raise
            run.fail()
            own_banner.sorry()
    unheard.replay(messages)
