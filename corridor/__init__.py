"""Routes between Kazakhstan and Serbia: data, claims, geometry; usable without the dashboard."""
