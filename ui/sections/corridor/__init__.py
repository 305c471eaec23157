"""Sections of the page Corridor."""
