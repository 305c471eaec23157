"""What is lost when a leg or place is closed, and what an hour saved there is worth."""
