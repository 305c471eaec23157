"""A chain of legs drawn: leg table, totals, itinerary, stretches, connections."""
