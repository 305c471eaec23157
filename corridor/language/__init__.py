"""Words, numbers, dates and units in the reader's language: pages, command line and pictures write alike."""
