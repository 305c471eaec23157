"""The server: the Streamlit app with start-up work, plain routes, compressed files, security headers."""

import streamlit as st

from ui import server

app = st.App(server.ENTRY, lifespan=server.lifespan, routes=server.routes(), middleware=server.middleware())
