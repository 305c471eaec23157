"""Door to `corridor.language`: words, numbers, dates and units in the visitor's language."""
