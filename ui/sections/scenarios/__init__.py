"""Scenarios: what if, beside today; how sure, how much, what to fix first, what hurts most, many at once."""
