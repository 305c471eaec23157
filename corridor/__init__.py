"""Routes between Kazakhstan and Serbia: data, claims, geometry; usable without the dashboard."""

__version__ = "0.2.0.dev0"
