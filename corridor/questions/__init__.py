"""Every question the engine answers: one catalogue for the command line and the API."""
