"""Multi-criteria search on plain arrays; it knows nothing of transport."""
