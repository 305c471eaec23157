"""Overview: headline figures."""
