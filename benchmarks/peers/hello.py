"""The floor: a stock Streamlit page with one line and one select box."""

import streamlit as st

choice = st.selectbox("Choose", ["one", "two", "three"])
st.write(f"hello {choice}")
