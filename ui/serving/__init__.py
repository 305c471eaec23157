"""Files served ready-compressed, and which of Streamlit's bundle are used."""
