"""
Routes between two places.

The exact set of best routes, clearly different ones, how sure they are, how they compare.
"""
