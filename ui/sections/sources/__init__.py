"""Sections of the page Sources and data."""
