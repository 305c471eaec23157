"""The ASGI app, and the one border to Streamlit's internals."""
