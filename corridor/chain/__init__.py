"""A chain of legs: node work, steps, totals, staircase, emissions, itinerary."""
