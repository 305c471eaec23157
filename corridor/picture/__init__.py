"""Maps as vector pictures."""
