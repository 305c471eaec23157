"""Connectivity: pairs of cities and countries, the index, reach, critical parts."""
