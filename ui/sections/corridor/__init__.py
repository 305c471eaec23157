"""Corridor: a named chain year by year, its bottlenecks, volumes and rivals."""
