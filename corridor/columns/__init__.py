"""What each column of a computed table means."""
