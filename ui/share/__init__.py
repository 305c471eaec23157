"""Sharing a view: link, code, frame, preview."""
