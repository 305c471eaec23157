"""Flights, their timetable, and journeys by air."""
