"""What the operator sets, and the dataset of this server."""
