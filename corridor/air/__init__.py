"""Flights as published, their timetable by weekday, and journeys by air with up to two stops."""
