"""Files served ready-compressed, and which of Streamlit's own files are used."""
