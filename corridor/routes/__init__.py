"""Routes between two places: the exact set, a spread of different ones, risk, comparison."""
