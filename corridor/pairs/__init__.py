"""Pairs of places and of countries: parts, index, rank stability."""
