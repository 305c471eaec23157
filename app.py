"""The server: the Streamlit app with start-up work, plain routes, compressed files, security headers."""

import logging

import streamlit as st

from ui.server import app as server
from ui.server import logs
from ui.settings import dataset

logs.set_up()
fault = dataset.stop_unless_usable()
if fault:
    logging.getLogger("ui.settings.dataset").error("The server starts with the last good data: %s", fault)
app = st.App(server.ENTRY, lifespan=server.lifespan, routes=server.routes(), middleware=server.middleware())
