"""What is lost without a part, and what a fix is worth."""
