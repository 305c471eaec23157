"""Compare: two to four routes beside each other."""
