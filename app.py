"""The server: the Streamlit app with start-up work, plain routes, compressed files, security headers."""

import streamlit as st

from ui.server import app as server
from ui.server import logs
from ui.settings import dataset

logs.set_up()
dataset.stop_unless_usable()
app = st.App(server.ENTRY, lifespan=server.lifespan, routes=server.routes(), middleware=server.middleware())
