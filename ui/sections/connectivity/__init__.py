"""Sections of the page Connectivity."""
