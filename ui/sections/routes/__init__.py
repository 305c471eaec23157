"""Routes: question, map, cards, staircase, the chosen route in detail, what if."""
