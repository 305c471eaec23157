"""
A chain of legs and what happens on it.

Node work between the legs, steps, totals, staircase, emissions, itinerary.
"""
