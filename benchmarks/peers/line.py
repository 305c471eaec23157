"""The floor of the load table: a stock Streamlit page of one line."""

import streamlit as st

st.write("hello")
