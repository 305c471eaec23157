"""Sections of the page Partners."""
