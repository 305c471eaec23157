"""Sections of the page Your own data."""
