"""Words, numbers, dates and units in the visitor's language."""
