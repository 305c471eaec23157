"""Flights: the direct flight, options with a stop, airports, air cargo."""
