"""Sections of the page Flights."""
