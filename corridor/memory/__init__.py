"""Results remembered: bounded, counted, worked out by one thread while the others wait."""
