"""What a scenario changes for a question: routes, connectivity, reach and capacity with and without it."""
