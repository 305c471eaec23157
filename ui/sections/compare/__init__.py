"""Compare: two to four routes side by side."""
