"""Method: each formula, factor, default and limit in plain words, and what the tool must not be used for."""
