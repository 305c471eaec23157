"""Sections of the page Routes."""
