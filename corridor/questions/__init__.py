"""Every question that the engine answers, in one catalogue: command line and HTTP API are made of it."""
